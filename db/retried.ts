import { setTimeout } from "node:timers/promises";

/** How far a writing transaction has come: once it is ready to commit, its commit may have been done. */
export interface Progress {
  ready: boolean;
}

/**
 * Tries again what failed for no fault of its own: twice after a deadlock or a serialization failure, and for as
 * long as a restart takes after a lost connection. A commit whose answer was lost is not done a second time.
 */
export async function retried<T>(run: () => Promise<T>, progress?: Progress): Promise<T> {
  const patience = Date.now() + PATIENCE;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await run();
    } catch (error) {
      const code = codeOf(error);
      const again = CONFLICT.has(code)
        ? attempts < 3
        : isAway(error) && !OURS.has(code) && !progress?.ready && Date.now() < patience;
      if (!again) throw error;
      if (!CONFLICT.has(code)) await setTimeout(PAUSE);
    }
    if (progress) progress.ready = false;
  }
}

/** Whether an error says that the database was away, and nothing about what was asked of it. */
export const isAway = (error: unknown): boolean => AWAY.has(codeOf(error));

/** Whether a text was given that the database can't hold, such as one with a zero byte: nothing bears that name. */
export const isUnholdable = (error: unknown): boolean => ["22021", "22P05"].includes(codeOf(error));

/** The code of PostgreSQL or the network, also where drizzle has wrapped the error. */
function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : "";
}

/** Milliseconds. A private database that was killed answers again after one to two seconds. */
const PATIENCE = 2500;
const PAUSE = 100;

const CONFLICT = new Set(["40001", "40P01"]);

/** Connections that this process closes itself, since it ends. */
const OURS = new Set(["CONNECTION_ENDED", "CONNECTION_DESTROYED"]);

/** Of the network, of postgres.js, and of a server that is starting or stopping. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  ...OURS,
  "57P01",
  "57P02",
  "57P03",
]);
