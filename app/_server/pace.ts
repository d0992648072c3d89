import type { Actor } from "@/db/actor";

/** More than any form saves, and any script needs, in a minute. */
const MOST = 300;
const MINUTE = 60_000;

const begun = { at: 0, asked: new Map<string, number>() };

/**
 * Whether a seat asks more often than a person or a careful script would. Counted in the memory of this process
 * alone: what an expert does, and when, leaves no trace in the database.
 */
export function asksTooOften(actor: Actor, now = Date.now()): boolean {
  if (actor.kind !== "seat") return false;
  if (now - begun.at > MINUTE) {
    begun.at = now;
    begun.asked.clear();
  }
  const seat = actor.seatId.toString("base64");
  const times = (begun.asked.get(seat) ?? 0) + 1;
  begun.asked.set(seat, times);
  return times > MOST;
}
