import { and, asc, eq, isNotNull, isNull, notInArray } from "drizzle-orm";
import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import { asksAgain } from "@/delphi/carry-forward";
import type { Item } from "@/delphi/item";
import { Snapshot } from "@/delphi/publication";
import { done, refused } from "@/delphi/result";
import { itemsOffTheRules } from "@/delphi/rules-fit";
import { type Desk, lockedDeskAs } from "../access/desk";
import { logDeviation } from "../deviation";
import { heldStrata } from "../held-strata";
import { enqueue } from "../queue";
import { command, type Tx } from "../run";
import { invitation } from "../schema/identity";
import { seat } from "../schema/panel";
import { round, study } from "../schema/study";
import { hashOf } from "../sealing";
import { peopleInvited, studyItems } from "../study-rows";

/**
 * Opens the next round. The first one locks the protocol; from the second, what is asked follows the
 * carry-forward proposal, and a choice that departs from it is logged as a deviation with its reason.
 */
export const openRound = command({
  name: "open-round",
  input: z.strictObject({
    study: z.string(),
    items: z.array(z.string()).optional(),
    closesAt: z.iso.datetime({ offset: true }).nullish(),
    reason: z.string().trim().max(2000).optional(),
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { items: chosen, closesAt, reason }, now) => {
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
    if ((await peopleInvited(tx, desk.studyId)) === 0) return refused("no-panel");

    const all = await studyItems(tx, desk.studyId);
    const last = rounds.at(-1);
    const proposed = last ? toAskAgain(Snapshot.parse(last.snapshot)) : all.map((one) => one.id);
    const wanted = new Set(chosen ?? proposed);
    const asked = all.filter((one) => wanted.has(one.id));
    if (asked.length < wanted.size) return refused("unknown-item");
    if (!asked.some((one) => one.kind !== "confidence")) return refused("no-items");
    if (last && !sameItems(wanted, proposed)) {
      if (!reason) return refused("needs-reason");
      await logDeviation(
        tx,
        desk.studyId,
        { what: departure(all, wanted, proposed), reason, round: number },
        now,
      );
    }

    // A rule that does not fit a scale is found before the lock: after it, the round could not be closed.
    const [off] = desk.locked ? [] : itemsOffTheRules(desk.protocol, all);
    if (off) return refused("rules-do-not-fit", { item: off.title });
    if (!desk.locked) await lockProtocol(tx, desk, all, now);
    await tx.insert(round).values({
      studyId: desk.studyId,
      number,
      state: "open",
      openedAt: now,
      closesAt: closesAt ? new Date(closesAt) : null,
      items: asked,
    });
    return done({ round: number, mailed: await announceRound(tx, desk) });
  },
  tells: ({ round }) => round,
});

async function isConcluded(tx: Tx, desk: Desk): Promise<boolean> {
  const [row] = await tx.select({ at: study.concludedAt }).from(study).where(eq(study.id, desk.studyId));
  return row?.at != null;
}

const toAskAgain = (snapshot: Snapshot): readonly string[] =>
  snapshot.carryForward.filter(asksAgain).map((one) => one.item);

const sameItems = (chosen: ReadonlySet<string>, proposed: readonly string[]): boolean =>
  chosen.size === proposed.length && proposed.every((id) => chosen.has(id));

function departure(items: readonly Item[], chosen: ReadonlySet<string>, proposed: readonly string[]): string {
  const titled = (ids: readonly string[]) =>
    ids.map((id) => `“${items.find((one) => one.id === id)?.title ?? id}”`).join(", ");
  const more = [...chosen].filter((id) => !proposed.includes(id));
  const fewer = proposed.filter((id) => !chosen.has(id));
  return [
    more.length > 0 ? `Asked although the rules did not propose it: ${titled(more)}.` : "",
    fewer.length > 0 ? `Not asked although the rules proposed it: ${titled(fewer)}.` : "",
  ]
    .filter((sentence) => sentence !== "")
    .join(" ")
    .slice(0, 500);
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
