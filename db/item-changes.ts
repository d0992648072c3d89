import { and, eq, sql } from "drizzle-orm";
import type { CarryForward } from "@/delphi/carry-forward";
import type { Corrected } from "@/delphi/corrected-words";
import { touchedBy } from "@/delphi/edited-items";
import type { Item } from "@/delphi/item";
import type { Edited, ItemEdit } from "@/delphi/item-edit";
import type { ItemChange } from "@/delphi/lineage";
import type { Protocol } from "@/delphi/protocol";
import type { Tx } from "./run";
import { item, lineage, round } from "./schema/study";

/** What the protocol's rule drops and nobody wants to keep is retired, with the rule as its reason. */
export const retirementsByRule = (
  proposals: readonly CarryForward[],
  edits: readonly ItemEdit[],
  wanted: readonly string[],
  after: number,
): readonly ItemEdit[] => {
  const touched = new Set([...wanted, ...edits.flatMap(touchedBy)]);
  const reason = `Round ${after} met the protocol’s rule for dropping an item.`;
  return proposals
    .filter((one) => one.proposal === "retire" && !touched.has(one.item))
    .map((one) => ({ kind: "retire", item: one.item, reason }));
};

/**
 * Stores the items as they are from now on and what was changed, behind what was changed before. Rounds hold their
 * items as they asked them, so nothing that was answered loses its question.
 */
export async function storeEdited(
  tx: Tx,
  studyId: string,
  { items, changes }: Edited,
  known: number,
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insert(item)
    .values(items.map((body, place) => ({ studyId, id: body.id, place, body })))
    .onConflictDoUpdate({
      target: [item.studyId, item.id],
      set: { place: sql`excluded.place`, body: sql`excluded.body` },
    });
  const reworded = changes.filter((change) => change.kind === "reworded").flatMap((change) => change.into);
  for (const id of reworded)
    await tx
      .update(item)
      .set({ revision: sql`${item.revision} + 1` })
      .where(and(eq(item.studyId, studyId), eq(item.id, id)));
  await tx.insert(lineage).values(changes.map((body, at) => ({ studyId, number: known + at + 1, body })));
}

/** Stores an item of the open round in other words; the caller holds the round, so nobody submits meanwhile. */
export async function storeCorrected(
  tx: Tx,
  studyId: string,
  asked: readonly Item[],
  { item: now, change }: Corrected,
  known: number,
): Promise<void> {
  await tx
    .update(round)
    .set({
      items: asked.map((one) => (one.id === now.id ? now : one)),
      revision: sql`${round.revision} + 1`,
    })
    .where(and(eq(round.studyId, studyId), eq(round.number, change.round)));
  await tx
    .update(item)
    .set({ body: now, revision: sql`${item.revision} + 1` })
    .where(and(eq(item.studyId, studyId), eq(item.id, now.id)));
  await tx.insert(lineage).values({ studyId, number: known + 1, body: change });
}

/** Whether the locked protocol foresaw a change; any other is a deviation. */
export const wasForeseen = ({ betweenRounds }: Protocol, { by }: ItemChange): boolean =>
  by === "rules" || (by === "panel" && betweenRounds?.panelItems === true);

/** A change in a sentence, for the list of deviations. */
export function whatChanged(
  { kind, round, from, into, by, substance, before, during }: ItemChange,
  items: readonly Item[],
): string {
  const quoted = (ids: readonly string[]) =>
    ids.map((id) => `“${items.find((one) => one.id === id)?.title ?? id}”`).join(" and ");
  switch (kind) {
    case "reworded": {
      if (during) return correctedInWords(`“${before!.title}”`, quoted(into), round, substance);
      const how = substance ? "in substance" : "without a change of substance";
      const [old, now] = [`“${before!.title}”`, quoted(into)];
      return old === now ? `${old} was reworded ${how}.` : `${old} was reworded ${how}: ${now}.`;
    }
    case "split":
      return `${quoted(from)} was split into ${quoted(into)}.`;
    case "merged":
      return `${quoted(from)} were merged into ${quoted(into)}.`;
    case "retired":
      return `${quoted(from)} was dropped.`;
    case "added":
      return by === "panel"
        ? `${quoted(into)}, proposed by the panel, was added.`
        : `${quoted(into)} was added.`;
  }
}

function correctedInWords(old: string, now: string, round: number, meaning: boolean): string {
  const how = meaning ? "its meaning changed" : "a slip was put right";
  return `The words of ${old} were corrected while round ${round} was open; ${how}${old === now ? "" : `: ${now}`}. Every answer stayed.`;
}
