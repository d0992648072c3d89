import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The browser that prints, where this machine has one: CHROMIUM_PATH, or where such browsers are installed. */
export function printer(): string | null {
  const { CHROMIUM_PATH: given } = process.env;
  const places = given ? [given] : PLACES;
  return places.find((place) => existsSync(place)) ?? null;
}

const LIMIT_MS = 45_000;

/** One at a time, whoever asks: a browser takes much memory. */
let turn: Promise<unknown> = Promise.resolve();

/** A page without script as a PDF; null where there is no browser, or it fails or takes too long. */
export function printed(html: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const browser = printer();
  if (!browser) return Promise.resolve(null);
  const mine = turn.then(() => printWith(browser, html));
  turn = mine.catch(() => null);
  return mine;
}

async function printWith(browser: string, html: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "tholos-report-"));
  try {
    const [page, file] = [path.join(folder, "report.html"), path.join(folder, "report.pdf")];
    await writeFile(page, html);
    if (!(await run(browser, folder, page, file))) return null;
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Root can't use the browser's sandbox; the page has no script and reaches no network in either case. */
const isRoot = (): boolean => process.getuid?.() === 0;

function run(browser: string, folder: string, page: string, file: string): Promise<boolean> {
  const child = spawn(
    browser,
    [
      "--headless",
      ...(isRoot() ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND",
      `--user-data-dir=${path.join(folder, "profile")}`,
      "--no-pdf-header-footer",
      `--print-to-pdf=${file}`,
      `file://${page}`,
    ],
    {
      stdio: "ignore",
      env: { HOME: folder, PATH: process.env.PATH ?? "" } as unknown as NodeJS.ProcessEnv,
      detached: process.platform !== "win32",
    },
  );
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      end(child.pid);
      resolve(false);
    }, LIMIT_MS);
    child.once("error", () => {
      clearTimeout(late);
      resolve(false);
    });
    child.once("exit", (code) => {
      clearTimeout(late);
      resolve(code === 0);
    });
  });
}

/** With its helpers, which outlive it otherwise. */
function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}
