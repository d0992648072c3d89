import { spawn } from "node:child_process";
import path from "node:path";
import { startApp } from "./app";
import { findChromium } from "./chromium";
import { startMailbox } from "./mailbox";
import { addFacilitator, FACILITATOR } from "./roll";

/** Starts the built app twice, as a demo and with a mail server, and plays the browser tests against both. */
async function main(): Promise<number> {
  const browser = await findChromium();
  const mailbox = await startMailbox();
  const demo = await startApp();
  const mailing = await startApp({ SMTP_URL: mailbox.url });
  try {
    Object.assign(process.env, {
      E2E_CHROMIUM: browser.executable,
      E2E_LIBRARIES: browser.libraries ?? "",
      E2E_DEMO_URL: demo.url,
      E2E_DEMO_DATA: demo.data,
      E2E_MAIL_URL: mailing.url,
      E2E_MAIL_DATA: mailing.data,
      E2E_MAILBOX: mailbox.folder,
      E2E_SMTP_URL: mailbox.url,
      E2E_ROOT: path.join(import.meta.dirname, "..", ".."),
    });
    addFacilitator(FACILITATOR);
    return await play();
  } finally {
    await Promise.all([demo.stop(), mailing.stop()]);
    await mailbox.stop();
  }
}

function play(): Promise<number> {
  const config = path.join(import.meta.dirname, "playwright.config.ts");
  const child = spawn("npx", ["playwright", "test", "-c", config, ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

process.exitCode = await main();
