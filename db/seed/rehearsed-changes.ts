import { hasVerdict, type Item } from "@/delphi/item";
import type { ItemEdit } from "@/delphi/item-edit";

const REASON = "Rehearsed, to see what becomes of such a change.";

/** One item in other words and one more like it, as they happen between rounds: what a rehearsal shows of changes. */
export function rehearsedChanges(again: readonly Item[], all: readonly Item[]): readonly ItemEdit[] {
  const reworded = again.find((item) => hasVerdict(item.kind));
  const like = all.find((item) => item.kind === "option") ?? all.find((item) => hasVerdict(item.kind));
  const question = all.find((item) => item.kind === "open");
  return [...(reworded ? [inOtherWords(reworded)] : []), ...(like ? [oneMore(like, question, all)] : [])];
}

const inOtherWords = (item: Item): ItemEdit => ({
  kind: "reword",
  item: { ...item, title: `${item.title.slice(0, 260)} (in other words)` },
  substance: true,
  reason: REASON,
});

function oneMore(like: Item, question: Item | undefined, all: readonly Item[]): ItemEdit {
  const { wording: _former, until: _until, resolvesIf: _test, help: _help, ...rest } = like;
  const taken = all.map((item) => item.id);
  const free = [1, 2, 3].map((number) => `rehearsed-${number}`).find((id) => !taken.includes(id))!;
  const title = question ? "One more, as the panel might propose it" : "One more, as you might add it";
  return {
    kind: "add",
    item: { ...rest, id: free, title, text: "", sources: [] },
    question: question?.id ?? null,
    reason: REASON,
  };
}
