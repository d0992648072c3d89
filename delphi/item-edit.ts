import { z } from "zod";
import { canonical } from "./canonical";
import type { CarryForward } from "./carry-forward";
import { madeBy, touchedBy } from "./edited-items";
import { Item, Slug } from "./item";
import { type ItemChange, itemsInUse } from "./lineage";
import { done, type Result, refused } from "./result";

const Reason = z.string().trim().min(1, "Give a reason; panel and readers will see it.").max(2000);

/** What a facilitator does to the items between two rounds, each with its reason. */
export const ItemEdit = z.discriminatedUnion("kind", [
  /** `item` is the new wording under the old id; `substance`: earlier answers say nothing about it. */
  z.strictObject({ kind: z.literal("reword"), item: Item, substance: z.boolean(), reason: Reason }),
  z.strictObject({ kind: z.literal("retire"), item: Slug, reason: Reason }),
  z.strictObject({ kind: z.literal("split"), item: Slug, into: z.array(Item).min(2).max(4), reason: Reason }),
  z.strictObject({
    kind: z.literal("merge"),
    items: z.array(Slug).min(2).max(6),
    into: Item,
    reason: Reason,
  }),
  /** `question`: the open question whose answer the panel's proposal was; null for the facilitator's own item. */
  z.strictObject({ kind: z.literal("add"), item: Item, question: Slug.nullable(), reason: Reason }),
]);
export type ItemEdit = z.infer<typeof ItemEdit>;

export type Edited = {
  /** Every item of the study, also those that are no longer asked. */
  readonly items: readonly Item[];
  /** The new part of the lineage, in the order of the edits. */
  readonly changes: readonly ItemChange[];
};

export type EditRefusal =
  | "unknown-item"
  | "edited-twice"
  | "two-items-alike"
  | "nothing-reworded"
  | "another-scale"
  | "kinds-differ";

/** Applies edits for the round that is to open. `proposals` tell which of them the locked rules proposed. */
export function applyEdits(
  items: readonly Item[],
  lineage: readonly ItemChange[],
  edits: readonly ItemEdit[],
  round: number,
  proposals: readonly CarryForward[],
): Result<Edited, EditRefusal> {
  const usable = new Map(itemsInUse(items, lineage).map((item) => [item.id, item]));
  const touched = edits.flatMap(touchedBy);
  if (touched.some((id) => !usable.has(id))) return refused("unknown-item");
  const twice = touched.find((id, at) => touched.indexOf(id) !== at);
  if (twice) return refused("edited-twice", { item: usable.get(twice)!.title });
  const ids = [...items, ...edits.flatMap(madeBy)].map((item) => item.id);
  const alike = ids.find((id, at) => ids.indexOf(id) !== at);
  if (alike) return refused("two-items-alike", { item: alike });
  for (const edit of edits) {
    const wrong = whatIsWrong(edit, usable);
    if (wrong) return refused(wrong, { item: titleOf(edit, usable) });
  }
  return done({
    items: edits.reduce(itemsAfter, items),
    changes: edits.map((edit) => changeBy(edit, usable, round, proposals)),
  });
}

type Items = ReadonlyMap<string, Item>;

function whatIsWrong(edit: ItemEdit, items: Items): EditRefusal | null {
  const kinds = [...touchedBy(edit).map((id) => items.get(id)!), ...madeBy(edit)].map((item) => item.kind);
  if (kinds.some((kind) => kind !== kinds[0])) return "kinds-differ";
  if (edit.kind !== "reword") return null;
  const before = items.get(edit.item.id)!;
  if (edit.item.kind !== before.kind) return "kinds-differ";
  if (canonical(scalesOf(before)) !== canonical(scalesOf(edit.item))) return "another-scale";
  return canonical(worded(edit.item, before.wording)) === canonical(before) ? "nothing-reworded" : null;
}

const scalesOf = (item: Item) => item.parts.map(({ id, scale }) => ({ id, scale }));

function titleOf(edit: ItemEdit, items: Items): string {
  const [first] = touchedBy(edit);
  return first === undefined ? madeBy(edit)[0]!.title : items.get(first)!.title;
}

/** What an item was made into stands where it stood, a new one after the last of its kind. */
function itemsAfter(items: readonly Item[], edit: ItemEdit): readonly Item[] {
  if (edit.kind === "retire") return items;
  if (edit.kind === "reword")
    return items.map((item) => (item.id === edit.item.id ? rewordedFrom(item, edit) : item));
  const last = items.findLastIndex((item) =>
    edit.kind === "add" ? item.kind === edit.item.kind : touchedBy(edit).includes(item.id),
  );
  const at = last === -1 ? items.length : last + 1;
  const made = madeBy(edit).map((item) => worded(item, undefined));
  return [...items.slice(0, at), ...made, ...items.slice(at)];
}

type Rewording = Extract<ItemEdit, { kind: "reword" }>;

const rewordedFrom = (before: Item, edit: Rewording): Item =>
  worded(edit.item, isSubstantial(before, edit) ? (before.wording ?? 1) + 1 : before.wording);

function worded({ wording: _given, ...item }: Item, wording: number | undefined): Item {
  return wording === undefined ? item : { ...item, wording };
}

/** Another deadline or another test of it is another event, whoever calls the change a minor one. */
const isSubstantial = (before: Item, { item, substance }: Rewording): boolean =>
  substance || before.until !== item.until || before.resolvesIf !== item.resolvesIf;

function changeBy(
  edit: ItemEdit,
  items: Items,
  round: number,
  proposals: readonly CarryForward[],
): ItemChange {
  const from = [...touchedBy(edit)];
  const into = madeBy(edit).map((item) => item.id);
  const wanted = edit.kind === "retire" ? "retire" : "reword";
  const proposed = (id: string) => proposals.some((one) => one.item === id && one.proposal === wanted);
  const by = from.length > 0 && from.every(proposed) ? "rules" : "facilitator";
  const change = { round, from, into, substance: true, by, reason: edit.reason, before: null } as const;
  switch (edit.kind) {
    case "reword": {
      const before = items.get(edit.item.id)!;
      return { ...change, kind: "reworded", into: from, substance: isSubstantial(before, edit), before };
    }
    case "retire":
      return { ...change, kind: "retired" };
    case "split":
      return { ...change, kind: "split" };
    case "merge":
      return { ...change, kind: "merged" };
    case "add":
      return edit.question === null
        ? { ...change, kind: "added" }
        : { ...change, kind: "added", by: "panel", from: [edit.question] };
  }
}
