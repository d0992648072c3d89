import type { bossDb } from "@/db/queue";
import { isAway } from "@/db/retried";

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
        if (!isAway(error)) throw error;
        if (ended.aborted) return new Promise(() => {});
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  },
});
