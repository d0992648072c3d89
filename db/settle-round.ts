import { and, eq } from "drizzle-orm";
import { addedIn } from "@/delphi/added-later";
import type { RoundAnswers } from "@/delphi/analysis";
import { auditAttrition } from "@/delphi/attrition";
import { proposeCarryForward, shouldStop } from "@/delphi/carry-forward";
import { figuresToShow } from "@/delphi/disclosure";
import { type Imported, importedIn, notJoined } from "@/delphi/imported";
import { itemsInUse } from "@/delphi/lineage";
import { Snapshot } from "@/delphi/publication";
import { releasedSets } from "@/delphi/released-sets";
import { itemsOut } from "@/delphi/retirement";
import type { Desk } from "./access/desk";
import { wordingsOf } from "./former-wording";
import { lateAdditions } from "./late-additions";
import { rewriteBothSides } from "./rewrite";
import type { Tx } from "./run";
import { round, study } from "./schema/study";
import { settleTexts } from "./settle-texts";
import { studyItems, studyLineage } from "./study-rows";

type Study = Pick<Desk, "studyId" | "protocol">;

/** What is known of a round beside its answers. */
type Known = { readonly invited: number; readonly now: Date; readonly imported?: Imported };

/**
 * Makes the open round a closed one, whether its answers were given here or brought in: rows are rewritten in random
 * order, and what disclosure control releases becomes its immutable snapshot.
 * @param rounds the counted answers of every round, the open one last
 */
export async function settleRound(
  tx: Tx,
  of: Study,
  rounds: readonly RoundAnswers[],
  known: Known,
): Promise<Snapshot> {
  const current = rounds.at(-1)!;
  const snapshot = await makeSnapshot(tx, of, current, rounds.slice(0, -1), known);
  await settleTexts(tx, of.studyId, current, snapshot.figures, of.protocol);
  await rewriteBothSides(tx, of.studyId);
  await tx
    .update(round)
    .set({ state: "closed", closedAt: known.now, snapshot })
    .where(and(eq(round.studyId, of.studyId), eq(round.number, current.round)));
  return snapshot;
}

async function makeSnapshot(
  tx: Tx,
  of: Study,
  current: RoundAnswers,
  earlier: readonly RoundAnswers[],
  { invited, imported }: Known,
): Promise<Snapshot> {
  const { studyId, protocol } = of;
  const lineage = await studyLineage(tx, studyId);
  const items = itemsInUse(await studyItems(tx, studyId), lineage);
  const added = await lateAdditions(tx, studyId);
  const closed = await snapshotsSoFar(tx, studyId);
  // A later figure must not stand beside what was shown before in a way that cuts anybody off.
  const shownBefore = closed.flatMap((one) => one.figures);
  const lastImported = imported ? current.round : (importedIn(closed)?.last ?? 0);
  // Whoever answered elsewhere never agreed here that single estimates are shown.
  const agreed = imported ? { ...protocol, showsIntervals: false } : protocol;
  const shown = figuresToShow(agreed, current, earlier, shownBefore, added);
  const figures = notJoined(shown, lastImported);
  const released = releasedSets([...earlier, current], [...shownBefore, ...figures]);
  const asked = current.items.map((item) => item.id);
  const out = itemsOut(protocol, current, figures);
  const before = earlier.at(-1);
  // Across an import nobody's seats are the same, so nothing can be said of who left.
  const joined = before !== undefined && before.round > lastImported === current.round > lastImported;
  return {
    round: current.round,
    asked,
    // Whoever was paused may still have used their link.
    invited: Math.max(invited, current.seats.length),
    submitted: current.seats.length,
    ...(await replacedLinks(tx, studyId)),
    addedLater: addedIn(added, current.round),
    figures: [...figures],
    ...(await wordingsOf(tx, of, current)),
    carryForward: [...proposeCarryForward(protocol, items, asked, figures, out)],
    stop: shouldStop(protocol, current.round, items, asked, figures, out),
    ...(imported && { imported }),
    ...(joined && {
      attrition: auditAttrition(protocol, before, current, { k: protocol.minimumGroup, released, added }),
    }),
  };
}

async function replacedLinks(tx: Tx, studyId: string): Promise<Pick<Snapshot, "replacedLinks">> {
  const [row] = await tx.select({ links: study.replacedLinks }).from(study).where(eq(study.id, studyId));
  return row && row.links > 0 ? { replacedLinks: row.links } : {};
}

async function snapshotsSoFar(tx: Tx, studyId: string): Promise<readonly Snapshot[]> {
  const closed = await tx
    .select({ snapshot: round.snapshot })
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.state, "closed")))
    .orderBy(round.number);
  return closed.map(({ snapshot }) => Snapshot.parse(snapshot));
}
