import { and, asc, eq, isNotNull, notInArray } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import type { Item } from "@/delphi/item";
import { ItemEdit } from "@/delphi/item-edit";
import type { Protocol } from "@/delphi/protocol";
import { protocolProblems } from "@/delphi/protocol-problems";
import { Snapshot } from "@/delphi/publication";
import { done, type Result, refused } from "@/delphi/result";
import type { Desk } from "./access/desk";
import { heldStrata } from "./held-strata";
import { chosenOf, laterRound } from "./later-round";
import type { Tx } from "./run";
import { deskTrouble, scheduledOpening } from "./schema/mail";
import { seat } from "./schema/panel";
import { round, study } from "./schema/study";
import { hashOf } from "./sealing";
import { peopleInvited, studyItems } from "./study-rows";

/** What the sheet says of a round: what is asked, what is changed on the way, and when it closes. */
export const Opening = z.strictObject({
  items: z.array(z.string()).optional(),
  edits: z.array(ItemEdit).max(200).default([]),
  closesAt: z.iso.datetime({ offset: true }).nullish(),
  /** The time zone in which its times were given. */
  zone: z.string().max(60).optional(),
  reason: z.string().trim().max(2000).optional(),
});
export type Opening = z.infer<typeof Opening>;

/** Opens the next round as the sheet says, at this moment; whatever was scheduled for it is over then. */
export async function openNext(tx: Tx, desk: Desk, { closesAt, zone, ...choice }: Opening, now: Date) {
  const rounds = await tx
    .select()
    .from(round)
    .where(eq(round.studyId, desk.studyId))
    .orderBy(asc(round.number));
  const number = rounds.length + 1;
  if (rounds.some((one) => one.state === "open")) return refused("round-is-open");
  if (await isConcluded(tx, desk)) return refused("concluded");
  if (number > desk.protocol.rounds) return refused("no-round-left", { rounds: desk.protocol.rounds });
  if (closesAt && new Date(closesAt) <= now) return refused("closes-in-the-past");
  const people = await peopleInvited(tx, desk.studyId);
  if (people === 0) return refused("no-panel");

  const last = rounds.at(-1);
  const asked = last
    ? await laterRound(tx, desk, Snapshot.parse(last.snapshot), choice, now)
    : await firstRound(tx, desk, choice, people, now);
  if (!asked.ok) return asked;
  await tx.insert(round).values({
    studyId: desk.studyId,
    number,
    state: "open",
    openedAt: now,
    closesAt: closesAt ? new Date(closesAt) : null,
    zone: zone ?? null,
    items: asked.value,
  });
  await endSchedule(tx, desk.studyId);
  return done({ round: number });
}

/** Opens the round and takes it back: what would be refused then is refused now. */
export async function wouldOpen(tx: Tx, desk: Desk, opening: Opening, then: Date) {
  let outcome: Awaited<ReturnType<typeof openNext>> | undefined;
  await tx
    .transaction(async (inside) => {
      outcome = await openNext(inside, desk, opening, then);
      inside.rollback();
    })
    .catch((error: unknown) => {
      if (outcome === undefined) throw error;
    });
  return outcome as NonNullable<typeof outcome>;
}

/** Takes a scheduled opening away, with what the desk was told about one that failed. */
export async function endSchedule(tx: Tx, studyId: string): Promise<boolean> {
  const gone = await tx
    .delete(scheduledOpening)
    .where(eq(scheduledOpening.studyId, studyId))
    .returning({ opensAt: scheduledOpening.opensAt });
  await endTrouble(tx, studyId, "opening");
  return gone.length > 0;
}

/** Somebody has seen to it. */
export async function endTrouble(tx: Tx, studyId: string, about: "opening" | "closing"): Promise<void> {
  await tx.delete(deskTrouble).where(and(eq(deskTrouble.studyId, studyId), eq(deskTrouble.about, about)));
}

type Choice = Pick<Opening, "items" | "edits" | "reason">;

/** Before round 1 items are changed in the design, so there is nothing to edit on the way. */
async function firstRound(
  tx: Tx,
  desk: Desk,
  { items: chosen, edits }: Choice,
  people: number,
  now: Date,
): Promise<
  Result<readonly Item[], "edited-before-round-1" | "unknown-item" | "no-items" | "rules-do-not-fit">
> {
  if (edits.length > 0) return refused("edited-before-round-1");
  const all = await studyItems(tx, desk.studyId);
  const asked = chosenOf(all, new Set(chosen ?? all.map((one) => one.id)));
  if (!asked.ok) return asked;
  const problems = desk.locked ? [] : lockProblems(desk.protocol, all, people);
  if (problems.length > 0) return refused("rules-do-not-fit", undefined, problems);
  if (!desk.locked) await lockProtocol(tx, desk, all, now);
  return asked;
}

/**
 * What could not work is found before the lock: after it, the round could not be closed. A roll below the minimum
 * may open, since it can still grow, and a round with too few answers is closed with nothing shown.
 */
export const lockProblems = (protocol: Protocol, items: readonly Item[], people: number) =>
  protocolProblems(protocol, items, people).filter(({ path }) => path !== "minimumGroup");

async function isConcluded(tx: Tx, desk: Desk): Promise<boolean> {
  const [row] = await tx.select({ at: study.concludedAt }).from(study).where(eq(study.id, desk.studyId));
  return row?.at != null;
}

/** From here on the protocol and the items are promises: hashed, shown to all, changed only as deviations. */
export async function lockProtocol(
  tx: Tx,
  desk: Pick<Desk, "studyId" | "protocol">,
  items: readonly Item[],
  now: Date,
): Promise<void> {
  const protocolText = canonical({ protocol: desk.protocol, items });
  const protocolDigest = hashOf(protocolText);
  await tx
    .update(study)
    .set({ protocolDigest, protocolText, lockedAt: now })
    .where(eq(study.id, desk.studyId));
  const held = [...(await heldStrata(tx, desk.studyId, desk.protocol.minimumGroup))];
  await tx
    .update(seat)
    .set({ stratum: null })
    .where(
      and(
        eq(seat.studyId, desk.studyId),
        held.length > 0 ? notInArray(seat.stratum, held) : isNotNull(seat.stratum),
      ),
    );
}
