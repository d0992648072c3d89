import { and, asc, eq, isNotNull, isNull, notInArray } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import type { Item } from "@/delphi/item";
import { ItemEdit } from "@/delphi/item-edit";
import type { Protocol } from "@/delphi/protocol";
import { protocolProblems } from "@/delphi/protocol-problems";
import { Snapshot } from "@/delphi/publication";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { heldStrata } from "../held-strata";
import { chosenOf, laterRound } from "../later-round";
import { enqueue } from "../queue";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { seat } from "../schema/panel";
import { round, study } from "../schema/study";
import { hashOf } from "../sealing";
import { peopleInvited, studyItems } from "../study-rows";

/**
 * Opens the next round. The first one locks the protocol; from the second, what is asked follows the carry-forward
 * proposal. Items can be reworded, split, merged, retired and added on the way. What the locked rules did not
 * foresee is logged as a deviation with its reason.
 */
export const openRound = command({
  name: "open-round",
  input: z.strictObject({
    study: z.string(),
    /** The version that the sheet was made from: an older one overwrites nothing. */
    version: z.int().optional(),
    items: z.array(z.string()).optional(),
    edits: z.array(ItemEdit).max(200).default([]),
    closesAt: z.iso.datetime({ offset: true }).nullish(),
    reason: z.string().trim().max(2000).optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { version, closesAt, ...choice }, now) => {
    const rounds = await tx
      .select()
      .from(round)
      .where(eq(round.studyId, desk.studyId))
      .orderBy(asc(round.number));
    const number = rounds.length + 1;
    if (version !== undefined && version !== desk.version) return refused("changed-meanwhile");
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
      items: asked.value,
    });
    return done({ round: number, mailed: await announceRound(tx, desk) });
  },
  tells: ({ round }) => round,
});

type Choice = {
  readonly items?: readonly string[];
  readonly edits: readonly ItemEdit[];
  readonly reason?: string;
};

/** Before round 1 items are changed in the design, so there is nothing to edit on the way. */
async function firstRound(tx: Tx, desk: Desk, { items: chosen, edits }: Choice, people: number, now: Date) {
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
const lockProblems = (protocol: Protocol, items: readonly Item[], people: number) =>
  protocolProblems(protocol, items, people).filter(({ path }) => path !== "minimumGroup");

async function isConcluded(tx: Tx, desk: Desk): Promise<boolean> {
  const [row] = await tx.select({ at: study.concludedAt }).from(study).where(eq(study.id, desk.studyId));
  return row?.at != null;
}

/** From here on the protocol and the items are promises: hashed, shown to all, changed only as deviations. */
async function lockProtocol(tx: Tx, desk: Desk, items: readonly Item[], now: Date): Promise<void> {
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

/** Only those who were invited through Tholos get a mail; links handed out otherwise stay the facilitator's. */
async function announceRound(tx: Tx, desk: Desk): Promise<number> {
  const invited = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, desk.studyId),
        isNotNull(invitation.invitedAt),
        isNull(invitation.revokedAt),
        eq(invitation.declined, false),
      ),
    );
  await enqueue(
    tx,
    "mail-panel",
    invited.map(({ id }) => ({ study: desk.studyId, invitation: id, letter: "round-open" as const })),
  );
  return invited.length;
}
