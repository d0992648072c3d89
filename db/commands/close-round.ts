import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { addedIn } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import { auditAttrition } from "@/delphi/attrition";
import { proposeCarryForward, shouldStop } from "@/delphi/carry-forward";
import { figuresToShow } from "@/delphi/disclosure";
import type { Figure } from "@/delphi/figure";
import { itemsInUse } from "@/delphi/lineage";
import { Snapshot } from "@/delphi/publication";
import { releasedSets } from "@/delphi/released-sets";
import { done, refused } from "@/delphi/result";
import { itemsOut } from "@/delphi/retirement";
import { type Desk, lockedDeskAs } from "../access/desk";
import { wordingsOf } from "../former-wording";
import { lateAdditions } from "../late-additions";
import { endTrouble } from "../opening";
import { rewriteBothSides } from "../rewrite";
import { roundAnswers } from "../round-answers";
import { command, type Tx } from "../run";
import { draft } from "../schema/panel";
import { round, study } from "../schema/study";
import { settleTexts } from "../settle-texts";
import { peopleInvited, studyItems, studyLineage } from "../study-rows";

/**
 * Closes the open round: no submission slips in after it, drafts go, rows are rewritten in random order, and
 * what disclosure control releases becomes the round's immutable snapshot.
 */
export const closeRound = command({
  name: "close-round",
  input: z.strictObject({ study: z.string(), withNothingShown: z.boolean().default(false) }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { withNothingShown }, now) => {
    const number = await lockOpenRound(tx, desk);
    if (number === null) return refused("no-open-round");
    const rounds = await roundAnswers(tx, desk.studyId, upTo(number));
    const current = rounds.at(-1)!;
    const [submitted, k] = [current.seats.length, desk.protocol.minimumGroup];
    if (submitted < k && !withNothingShown) return refused("too-few-answers", { submitted, k });

    await tx.delete(draft).where(and(eq(draft.studyId, desk.studyId), eq(draft.round, number)));
    const snapshot = await makeSnapshot(tx, desk, current, rounds.slice(0, -1));
    await settleTexts(tx, desk.studyId, current, snapshot.figures, desk.protocol);
    await rewriteBothSides(tx, desk.studyId);
    await tx
      .update(round)
      .set({ state: "closed", closedAt: now, snapshot })
      .where(and(eq(round.studyId, desk.studyId), eq(round.number, number)));
    await endTrouble(tx, desk.studyId, "closing");
    return done({ round: number, stop: snapshot.stop });
  },
  tells: ({ round }) => round,
});

/** Waits for the submissions under way, which hold the round shared, and keeps later ones out. */
async function lockOpenRound(tx: Tx, desk: Desk): Promise<number | null> {
  const [open] = await tx
    .select({ number: round.number })
    .from(round)
    .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")))
    .for("update");
  return open?.number ?? null;
}

const upTo = (number: number): number[] => Array.from({ length: number }, (_, at) => at + 1);

async function makeSnapshot(
  tx: Tx,
  desk: Desk,
  current: RoundAnswers,
  earlier: readonly RoundAnswers[],
): Promise<Snapshot> {
  const lineage = await studyLineage(tx, desk.studyId);
  const items = itemsInUse(await studyItems(tx, desk.studyId), lineage);
  const added = await lateAdditions(tx, desk.studyId);
  const shownBefore = await shownSoFar(tx, desk);
  const figures = figuresToShow(desk.protocol, current, earlier, shownBefore, added);
  const released = releasedSets([...earlier, current], [...shownBefore, ...figures]);
  const asked = current.items.map((item) => item.id);
  const out = itemsOut(desk.protocol, current, figures);
  const [before, k] = [earlier.at(-1), desk.protocol.minimumGroup];
  return {
    round: current.round,
    asked,
    // Whoever was paused may still have used their link.
    invited: Math.max(await peopleInvited(tx, desk.studyId, current.round), current.seats.length),
    submitted: current.seats.length,
    ...(await replacedLinks(tx, desk.studyId)),
    addedLater: addedIn(added, current.round),
    figures: [...figures],
    ...(await wordingsOf(tx, desk, current)),
    carryForward: [...proposeCarryForward(desk.protocol, items, asked, figures, out)],
    stop: shouldStop(desk.protocol, current.round, items, asked, figures, out),
    ...(before && { attrition: auditAttrition(desk.protocol, before, current, { k, released }) }),
  };
}

async function replacedLinks(tx: Tx, studyId: string): Promise<Pick<Snapshot, "replacedLinks">> {
  const [row] = await tx.select({ links: study.replacedLinks }).from(study).where(eq(study.id, studyId));
  return row && row.links > 0 ? { replacedLinks: row.links } : {};
}

/** What the rounds before showed; a later figure must not stand beside it in a way that cuts anybody off. */
async function shownSoFar(tx: Tx, desk: Desk): Promise<readonly Figure[]> {
  const closed = await tx
    .select({ snapshot: round.snapshot })
    .from(round)
    .where(and(eq(round.studyId, desk.studyId), eq(round.state, "closed")));
  return closed.flatMap(({ snapshot }) => Snapshot.parse(snapshot).figures);
}
