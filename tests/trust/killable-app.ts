import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { closeClient } from "@/db/client";
import { existingClusterFolder } from "@/db/cluster-folder";
import { address } from "@/db/cluster-membership";
import { runningServer } from "@/db/cluster-server";
import { readEnvironment, setEnvironment } from "@/db/environment";
import { freePort } from "../e2e/app";
import { ask } from "./crowd";

/** The built app with a private database, as `npm start` runs it, that can be killed and started again. */
export interface KillableApp {
  readonly url: string;
  /** Starts it and waits until it answers. @returns milliseconds from being started to the first answer */
  readonly start: () => Promise<number>;
  /** kill -9 of the launcher and the pages. The database lives on. */
  readonly kill: () => Promise<void>;
  /** kill -9 of the database's first process; `all` of its processes at once. */
  readonly killDatabase: (all: boolean) => void;
  /** Resident memory of the process that serves the pages, in megabytes; NaN where the system doesn't tell. */
  readonly memory: () => number;
  /** Leads this process's operations to the app's database, with the app's keys. */
  readonly useDatabase: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function killableApp(variables: Record<string, string> = {}): Promise<KillableApp> {
  const data = mkdtempSync(path.join(tmpdir(), "tholos-kill-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { DATABASE_URL, SMTP_URL, NEXTAUTH_URL, ...environment } = process.env;
  let child: ChildProcess | undefined;
  let said = "";

  const start = async () => {
    const begun = performance.now();
    const started = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], {
      env: { ...environment, PORT: String(port), THOLOS_DATA: data, MAIL: "none", ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on("data", (words) => {
        said = `${said}${words}`.slice(-5000);
      });
    while ((await ask(url, "/api/health", "GET")).status !== 200) {
      if (started.exitCode !== null || performance.now() - begun > 300_000)
        throw new Error(`The app did not start:\n${said}`);
      await pause(25);
    }
    return performance.now() - begun;
  };
  const server = () => runningServer(existingClusterFolder(data) ?? data);
  const pages = () => childrenOf(child?.pid ?? 0);

  return {
    url,
    start,
    kill: async () => {
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      for (const pid of [...pages(), child?.pid ?? 0]) killNow(pid);
      await ended;
    },
    killDatabase: (all) => {
      const first = server()?.pid ?? 0;
      for (const pid of all ? [first, ...childrenOf(first)] : [first]) killNow(pid);
    },
    memory: () => Math.max(...pages().map(residentMegabytes)),
    useDatabase: async () => {
      await closeClient();
      // After a kill it comes back where it was; after a kill of everything, maybe elsewhere.
      while ((await ask(url, "/api/health", "GET")).status !== 200) await pause(50);
      const folder = existingClusterFolder(data) ?? data;
      const secret = (name: string) => readFileSync(path.join(data, "secrets", name), "utf8").trim();
      const given = {
        DATABASE_URL: address(folder, server()?.port ?? 0, "tholos"),
        THOLOS_DATA: data,
        PORT: String(port),
        MAIL: "none",
        PANEL_KEY: secret("panel-key"),
        NEXTAUTH_SECRET: secret("nextauth-secret"),
      };
      setEnvironment(readEnvironment({ NEXTAUTH_URL: `http://localhost:${port}`, ...given }));
    },
    stop: async () => {
      await closeClient();
      if (child && child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child?.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function killNow(pid: number): void {
  if (pid > 1) spawnSync("kill", ["-9", String(pid)]);
}

function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout
    .split("\n")
    .map(Number)
    .filter((one) => one > 0);
}

function residentMegabytes(pid: number): number {
  const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
  return Number(stdout) / 1024;
}
