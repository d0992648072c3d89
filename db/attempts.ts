import { createHmac, hkdfSync } from "node:crypto";
import { sql } from "drizzle-orm";
import { environment } from "./environment";
import type { Tx } from "./run";
import { attempt } from "./schema/entrance";

/** What is counted, how often it may be tried, and in how long. */
export const LIMITS = {
  /** Codes that open no link, from one sender. Those that do are never counted: a panel may share an address. */
  "wrong-link": { most: 30, minutes: 10 },
  /** The same at the desk's door. */
  "wrong-sign-in-link": { most: 30, minutes: 10 },
  "sign-in-link-from-sender": { most: 30, minutes: 15 },
  "sign-in-link-to-address": { most: 5, minutes: 15 },
  /** A panel of sixty behind one address may all have lost their links. */
  "lost-link-from-sender": { most: 120, minutes: 60 },
  "lost-link-to-address": { most: 5, minutes: 60 },
  /** Codes of the second factor, right or wrong, for one facilitator: a million codes, three of them right. */
  "second-factor": { most: 10, minutes: 60 },
  /** Questions to the facilitators, from one seat. */
  "panel-question": { most: 10, minutes: 60 },
  /** Files of people or of answers, looked at or taken in, by one facilitator. */
  "panel-file": { most: 60, minutes: 60 },
} as const;

export type Attempted = keyof typeof LIMITS;

/**
 * Counts an attempt, and says whether it is one too many. Whoever tries at the same moment, in whatever process,
 * waits here until this transaction ends.
 */
export async function oneTooMany(tx: Tx, what: Attempted, by: string, now: Date): Promise<boolean> {
  const { most, minutes } = LIMITS[what];
  const span = minutes * 60_000;
  const at = Math.floor(now.getTime() / span);
  const [row] = await tx
    .insert(attempt)
    .values({ key: keyOf(what, by, at), count: 1, until: new Date((at + 1) * span) })
    .onConflictDoUpdate({ target: attempt.key, set: { count: sql`least(${attempt.count}, 1000000) + 1` } })
    .returning({ count: attempt.count });
  return row!.count > most;
}

/** Other in every span, and worthless without the server's secret. */
function keyOf(what: Attempted, by: string, span: number): Buffer {
  const key = Buffer.from(hkdfSync("sha256", environment().nextAuthSecret, "tholos", "attempts", 32));
  return createHmac("sha256", key).update(`${what}|${span}|${by}`).digest().subarray(0, 16);
}
