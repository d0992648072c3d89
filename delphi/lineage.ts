import { z } from "zod";
import { Item, Slug } from "./item";

/**
 * One change to a study's items between two rounds, or to the words of an open one. An item's lineage is the list of those that name it: nothing
 * is overwritten, since a reworded item leaves its former wording here and every round keeps the items as it
 * asked them.
 */
export const ItemChange = z.strictObject({
  /** The first round that it holds for. */
  round: z.int().min(1),
  kind: z.enum(["reworded", "split", "merged", "retired", "added"]),
  /** The items it was made from; of one that the panel proposed, the open question that it was an answer to. */
  from: z.array(Slug),
  /** The items asked instead. A reworded item keeps its id; a retired one has none. */
  into: z.array(Slug),
  /** Whether answers given before say nothing any more about what is asked now. */
  substance: z.boolean(),
  by: z.enum(["rules", "facilitator", "panel"]),
  reason: z.string().min(1).max(2000),
  /** A reworded item as it was asked before. */
  before: Item.nullable(),
  /** Put in other words while its round was open: some had answered the former ones (delphi/corrected-words). */
  during: z.literal(true).optional(),
});
export type ItemChange = z.infer<typeof ItemChange>;

/** The items as they stood in a round: what was changed for later ones is undone. Their order stays. */
export function itemsIn(
  round: number,
  items: readonly Item[],
  lineage: readonly ItemChange[],
): readonly Item[] {
  const later = lineage.filter((change) => change.round > round).toReversed();
  return later.reduce<readonly Item[]>((now, { kind, into, before }) => {
    if (kind === "reworded") return now.map((item) => (item.id === before!.id ? before! : item));
    return now.filter((item) => !into.includes(item.id));
  }, items);
}

/** The items that may still be asked: neither retired nor replaced by others. */
export function itemsInUse(items: readonly Item[], lineage: readonly ItemChange[]): readonly Item[] {
  const gone = new Set(
    lineage.flatMap(({ kind, from }) => (kind === "reworded" || kind === "added" ? [] : from)),
  );
  return items.filter((item) => !gone.has(item.id));
}

/** What became of an item and what it came from, oldest first. */
export const changesOf = (item: string, lineage: readonly ItemChange[]): readonly ItemChange[] =>
  lineage.filter(
    (change) => change.into.includes(item) || (change.from.includes(item) && change.kind !== "added"),
  );

/**
 * The first round whose answers to an item can be compared with those of `round`. Before it the item was worded
 * otherwise in substance, or did not exist.
 */
export const comparableFrom = (item: string, round: number, lineage: readonly ItemChange[]): number =>
  lineage.reduce(
    (first, change) =>
      change.substance && change.round <= round && change.into.includes(item)
        ? Math.max(first, change.round)
        : first,
    1,
  );
