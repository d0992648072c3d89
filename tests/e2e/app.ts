import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";

export type App = { readonly url: string; readonly data: string; stop(): Promise<void> };

const READY_WITHIN = 300_000;

/** The whole app as `npm start` runs it, on a free port, with a data folder of its own. */
export async function startApp(variables: Record<string, string> = {}): Promise<App> {
  const data = await mkdtemp(path.join(os.tmpdir(), "tholos-e2e-"));
  const port = await freePort();
  const { DATABASE_URL, SMTP_URL, MAIL, NEXTAUTH_URL, ...environment } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], {
    cwd: path.join(import.meta.dirname, "..", ".."),
    env: { ...environment, PORT: String(port), THOLOS_DATA: data, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = collect(child);
  const url = `http://localhost:${port}`;
  await untilReady(child, url, said);
  return { url, data, stop: () => stop(child, data) };
}

/**
 * A free port below those that systems hand out by themselves (Linux from 32768 on, others from 49152): until the app
 * listens there, and again while it is restarted, no connection and no other server of the tests is given it.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer().once("error", () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

function collect(child: ChildProcess): string[] {
  const said: string[] = [];
  child.stdout?.on("data", (chunk) => said.push(String(chunk)));
  child.stderr?.on("data", (chunk) => said.push(String(chunk)));
  return said;
}

async function untilReady(child: ChildProcess, url: string, said: readonly string[]): Promise<void> {
  for (const until = Date.now() + READY_WITHIN; Date.now() < until; ) {
    if (child.exitCode !== null) break;
    const healthy = await fetch(`${url}/api/health`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error(`The app did not start:\n${said.join("")}`);
}

async function stop(child: ChildProcess, data: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
  await rm(data, { recursive: true, force: true });
}
