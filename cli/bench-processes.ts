import { fork } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Starts the bare server on this database, in a process of its own as the pages are. */
export async function startBare(databaseUrl: string): Promise<{ port: number; stop: () => Promise<void> }> {
  const child = fork(path.join(import.meta.dirname, "bench-bare.ts"), {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: "production" },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The bare server ended with ${code}.`)));
  });
  return {
    port,
    stop: () => {
      child.disconnect();
      return ended;
    },
  };
}

/**
 * Processor time that the pages' process has used so far, in milliseconds; NaN where the system doesn't tell
 * (anywhere but on Linux). Its resolution is a hundredth of a second.
 */
export function pagesProcessorTime(): number {
  const pages = childrenOf(process.pid).find((pid) => read(`/proc/${pid}/cmdline`).includes("next"));
  if (!pages) return Number.NaN;
  // After the name in brackets: state, parent, … with user and system time as the 12th and 13th.
  const fields = read(`/proc/${pages}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function childrenOf(parent: number): string[] {
  const all = readdirSafely("/proc").filter((name) => /^\d+$/.test(name));
  return all.filter(
    (pid) =>
      Number(
        read(`/proc/${pid}/stat`)
          .replace(/^.*\) /s, "")
          .split(" ")[1],
      ) === parent,
  );
}

function readdirSafely(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
