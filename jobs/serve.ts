import { setTimeout } from "node:timers/promises";
import type PgBoss from "pg-boss";
import type { Jobs, Queue } from "@/db/queue";

export interface Attempt {
  /** The job's own, the same at every attempt. */
  readonly id: string;
  /** If this one fails, there is no other. */
  readonly last: boolean;
}

export type Handler<Q extends Queue> = (data: Jobs[Q], attempt: Attempt) => Promise<void>;

export interface Serving {
  /** Fetches nothing more, and resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Takes jobs from a queue and settles each one for itself: a letter that was sent is never sent again because
 * another one in its batch failed. Any number of processes may serve one queue.
 */
export function serve<Q extends Queue>(
  boss: PgBoss,
  queue: Q,
  handle: Handler<Q>,
  { atOnce, everySeconds }: { readonly atOnce: number; readonly everySeconds: number },
): Serving {
  const stopping = new AbortController();
  const tell = teller(queue);

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const jobs = await boss.fetch<Jobs[Q]>(queue, { batchSize: atOnce, includeMetadata: true });
      await Promise.all(jobs.map(settle));
      if (jobs.length < atOnce) await pause(everySeconds * 1000, stopping.signal);
    }
  }

  async function settle({
    id,
    data,
    retryCount,
    retryLimit,
  }: PgBoss.JobWithMetadata<Jobs[Q]>): Promise<void> {
    try {
      await handle(data, { id, last: retryCount >= retryLimit });
    } catch (error) {
      tell.failed(error);
      await boss.fail(queue, id, { reason: reasonOf(error) });
      return;
    }
    tell.worked();
    await boss.complete(queue, id);
  }

  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

/** Tells the operator when a queue begins to fail, once, and not for each of a thousand letters. */
function teller(queue: Queue) {
  let failing = false;
  return {
    worked: () => {
      failing = false;
    },
    failed: (error: unknown) => {
      if (!failing) console.warn(`Background work "${queue}" failed: ${reasonOf(error)}.`);
      failing = true;
    },
  };
}

/**
 * The kind of an error and where it arose. Never its message: those of mail servers hold addresses, those of the
 * database hold values.
 */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
  if (code !== undefined) return [code, responseCode].filter((one) => one !== undefined).join(" ");
  return [error.name, /\n\s+(at .*)/.exec(error.stack ?? "")?.[1]].filter(Boolean).join(" ");
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => {});
