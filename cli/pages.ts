import { type ChildProcess, spawn } from "node:child_process";
import { asVariables, type Environment } from "@/db/environment";
import { environmentComes, handEnvironment } from "@/db/handed-environment";
import { PlainError } from "@/db/plain-error";
import { nextProgram, nextVariables } from "./next";

/** The process that serves the pages. */
export interface Pages {
  /** Resolves when the process ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A process that gets ready to serve the pages. */
export interface ComingPages {
  /** Gives it the complete environment; else as servePages. */
  readonly serve: (environment: Environment, signal: AbortSignal) => Promise<Pages>;
  readonly stop: () => Promise<void>;
}

/** Begins to start the pages, in a process of their own, before the environment that they need is complete. */
export function beginPages(given: Environment): ComingPages {
  const child = spawnNext(given, "start", environmentComes);
  const coming = watch(child, given.port);
  return {
    serve: (environment, signal) => {
      handEnvironment(child, environment);
      return coming.serve(signal);
    },
    stop: coming.stop,
  };
}

/**
 * Starts the pages and waits until they answer.
 * @throws PlainError with the process's own words when it ends before that
 */
export const servePages = (environment: Environment, dev: boolean, signal: AbortSignal): Promise<Pages> =>
  watch(spawnNext(environment, dev ? "dev" : "start"), environment.port).serve(signal);

function watch(child: ChildProcess, port: number) {
  const output = collectOutput(child);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
  });
  const pages: Pages = { ended, stop: () => stop(child, ended) };
  const serve = async (signal: AbortSignal): Promise<Pages> => {
    const answered = await Promise.race([answers(port, signal), ended.then(() => false)]);
    if (!answered && !signal.aborted) {
      await pages.stop();
      throw new PlainError(`The pages did not start:\n${output.text().trimEnd()}`);
    }
    output.forward();
    return pages;
  };
  return { serve, stop: pages.stop };
}

function spawnNext(
  environment: Environment,
  way: "start" | "dev",
  more: NodeJS.Dict<string> = {},
): ChildProcess {
  // The private mode is for this machine only.
  const host = environment.mode === "private" ? ["-H", "127.0.0.1"] : [];
  return spawn(process.execPath, [nextProgram, way, ...host, "-p", String(environment.port)], {
    // Apart from the terminal: Ctrl-C reaches this process only, which then ends things in order.
    detached: true,
    // The channel ends with this process, however it ends, and the pages end with it (app/_server/beginning.ts).
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...nextVariables(way === "dev" ? "development" : "production"),
      ...asVariables(environment),
      ...more,
    },
  });
}

/** Keeps the process's words until it is known to work, then passes on what follows. */
function collectOutput(child: ChildProcess): { text: () => string; forward: () => void } {
  let text = "";
  const keep = (words: Buffer) => {
    text += words.toString();
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  return {
    text: () => text,
    forward: () => {
      child.stdout?.off("data", keep).pipe(process.stdout);
      child.stderr?.off("data", keep).pipe(process.stderr);
    },
  };
}

async function answers(port: number, signal: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline && !signal.aborted) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, {
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (answer?.ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** Requests under way may end; a stream that stays open does not hold everything up. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 5000);
  await ended;
  clearTimeout(patience);
}
