import { eq, sql } from "drizzle-orm";
import { asksAgain } from "@/delphi/carry-forward";
import { madeBy } from "@/delphi/edited-items";
import { type Item, isAside } from "@/delphi/item";
import { applyEdits, type ItemEdit } from "@/delphi/item-edit";
import { type ItemChange, itemsInUse } from "@/delphi/lineage";
import { protocolProblems } from "@/delphi/protocol-problems";
import type { Snapshot } from "@/delphi/publication";
import { done, type Result, refused } from "@/delphi/result";
import type { Desk } from "./access/desk";
import { logDeviation } from "./deviation";
import { retirementsByRule, storeEdited, wasForeseen, whatChanged } from "./item-changes";
import type { Tx } from "./run";
import { study } from "./schema/study";
import { studyItems, studyLineage } from "./study-rows";

type Choice = {
  /** Which items are asked, new ones included; left out: those that the rules propose, and what the edits made. */
  readonly items?: readonly string[];
  readonly edits: readonly ItemEdit[];
  /** Why the choice departs from the proposal; each edit has a reason of its own. */
  readonly reason?: string;
};

/** Settles what a round after the first asks: applies the edits, holds the choice against the locked rules. */
export async function laterRound(tx: Tx, desk: Desk, after: Snapshot, choice: Choice, now: Date) {
  const number = after.round + 1;
  const [all, lineage] = [await studyItems(tx, desk.studyId), await studyLineage(tx, desk.studyId)];
  const again = after.carryForward.filter(asksAgain).map((one) => one.item);
  const dropped = retirementsByRule(after.carryForward, choice.edits, choice.items ?? [], after.round);
  const edits = [...choice.edits, ...dropped];
  const edited = applyEdits(all, lineage, edits, number, after.carryForward);
  if (!edited.ok) return edited;
  const { items, changes } = edited.value;
  const problems = edits.some((edit) => madeBy(edit).length > 0)
    ? protocolProblems(desk.protocol, items)
    : [];
  if (problems.length > 0) return refused("rules-do-not-fit", undefined, problems);

  const usable = itemsInUse(items, [...lineage, ...changes]);
  const proposed = proposedOf(usable, again, changes);
  const wanted = new Set(choice.items ?? proposed);
  const asked = chosenOf(usable, wanted);
  if (!asked.ok) return asked;
  if (!sameItems(wanted, proposed)) {
    if (!choice.reason) return refused("needs-reason");
    const what = departure(items, wanted, proposed);
    await logDeviation(tx, desk.studyId, { what, reason: choice.reason, round: number }, now);
  }
  for (const change of changes.filter((one) => !wasForeseen(desk.protocol, one))) {
    const what = whatChanged(change, items).slice(0, 500);
    await logDeviation(tx, desk.studyId, { what, reason: change.reason, round: number }, now);
  }
  await storeEdited(tx, desk.studyId, edited.value, lineage.length);
  await tx
    .update(study)
    .set({ version: sql`${study.version} + 1` })
    .where(eq(study.id, desk.studyId));
  return asked;
}

/** What is asked if nobody chooses: what the rules ask again, and whatever was put in other words or is new. */
function proposedOf(
  usable: readonly Item[],
  again: readonly string[],
  changes: readonly ItemChange[],
): readonly string[] {
  const ids = new Set([...again, ...changes.flatMap((change) => change.into)]);
  return usable.map((item) => item.id).filter((id) => ids.has(id));
}

export function chosenOf(
  items: readonly Item[],
  wanted: ReadonlySet<string>,
): Result<readonly Item[], "unknown-item" | "no-items"> {
  const asked = items.filter((one) => wanted.has(one.id));
  if (asked.length < wanted.size) return refused("unknown-item");
  return asked.some((one) => !isAside(one.kind)) ? done(asked) : refused("no-items");
}

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
