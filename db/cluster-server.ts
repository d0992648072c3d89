import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { type Account, as } from "./cluster-account";
import type { Binaries } from "./cluster-binaries";
import { errorCode } from "./plain-error";

/** A running server process, as its own file postmaster.pid tells. */
export interface Server {
  readonly pid: number;
  readonly port: number;
}

export interface Launch {
  readonly home: string;
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly port: number;
  /** False for throw-away databases: faster, and lost when the machine stops. */
  readonly durable: boolean;
}

/** The server that has the folder open, or undefined. A file that a crash left behind is no server. */
export function runningServer(folder: string): Server | undefined {
  const [pid, , , port] = read(pidFile(folder))
    .split("\n")
    .map((line) => Number(line.trim()));
  return pid && port && isAlive(pid) ? { pid, port } : undefined;
}

/** Whether a process is a PostgreSQL at all: after a crash its number may belong to anyone. */
export function isPostgres(pid: number): boolean {
  const { stdout } = spawnSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  const name = read(`/proc/${pid}/comm`) || stdout || "postgres";
  return path.basename(name.trim()).startsWith("postgres");
}

export function forgetServer(folder: string): void {
  rmSync(pidFile(folder), { force: true });
}

/** Starts a server that outlives this process's terminal, so that Ctrl-C doesn't reach it before the pages end. */
export function launch({ home, binaries, account, port, durable }: Launch): ChildProcess {
  const log = openLog(home);
  const settings = [...serverSettings, ...(durable ? [] : throwAwaySettings)];
  const child = spawn(
    path.join(binaries.folder, "postgres"),
    ["-D", path.join(home, "pg"), "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    {
      detached: true,
      stdio: ["ignore", log, log],
      ...as(account),
    },
  );
  child.on("error", () => {});
  child.unref();
  closeSync(log);
  return child;
}

/** Fast shutdown: sessions end, what was committed is on disk. Resolves when the process is gone. */
export async function stopServer({ pid }: Server): Promise<void> {
  signal(pid, "SIGINT");
  const deadline = Date.now() + 30_000;
  while (isAlive(pid) && Date.now() < deadline) await pause(20);
}

/** Why a launch ended: its last complaint in the log that all launches share. */
export function lastComplaint(home: string, { pid }: ChildProcess): string {
  const complaints = read(logFile(home))
    .split("\n")
    .filter((line) => (line.includes(`[${pid}]`) || line.startsWith("postgres:")) && complaint.test(line));
  return complaints.at(-1)?.replace(complaint, "").trim() ?? "it gave no reason";
}

export const hasEnded = (child: ChildProcess) =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

export const logFile = (home: string) => path.join(home, "postgres.log");

/** The wished port if it is free, else any free one. */
export async function freePort(wished: number | undefined): Promise<number> {
  return (wished && (await listenOnce(wished))) || (await listenOnce(0)) || freePort(undefined);
}

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}

function openLog(home: string): number {
  const file = logFile(home);
  if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function isAlive(pid: number): boolean {
  // Where nobody collects dead processes (a container without an init), their numbers still answer.
  const dead = /^State:\s+[ZX]/m.test(read(`/proc/${pid}/status`));
  return signal(pid, 0) && !dead;
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}

const pidFile = (folder: string) => path.join(folder, "postmaster.pid");

const complaint = /^.*?(FATAL|PANIC|error): +|^.*?LOG: +(?=aborting)|^postgres: +/;

const serverSettings = [
  "listen_addresses=127.0.0.1",
  // No socket file: its path could be too long, and the port has a password.
  "unix_socket_directories=",
  "max_connections=200",
  "fsync=on",
  "timezone=UTC",
  "log_timezone=UTC",
  // Statements and their details can hold names and answers: neither belongs in a log.
  "log_min_error_statement=panic",
  "log_error_verbosity=terse",
  "log_line_prefix=%m [%p] ",
];

const throwAwaySettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
