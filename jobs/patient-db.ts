import type { bossDb } from "@/db/queue";

type Db = ReturnType<typeof bossDb>;

/**
 * Waits for a database that is away, instead of failing: a letter that was sent must be settled as sent, or it
 * would be sent again. What still waits when the worker has ended is waited for by nobody.
 */
export const patient = (db: Db, ended: AbortSignal): Db => ({
  async executeSql(text, values) {
    for (;;) {
      try {
        return await db.executeSql(text, values);
      } catch (error) {
        if (!AWAY.has((error as { code?: string }).code ?? "")) throw error;
        if (ended.aborted) return new Promise(() => {});
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  },
});

/** Of the network, of postgres.js, and of a server that is starting or stopping. */
const AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "57P01",
  "57P02",
  "57P03",
]);
