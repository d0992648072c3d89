import { type Item, sameWording } from "@/delphi/item";
import { changesOf, type ItemChange } from "@/delphi/lineage";
import type { ClosedRound } from "./asked-round";
import type { EarlierAnswer } from "./own-answers";
import type { Tx } from "./run";
import { studyItems, studyLineage } from "./study-rows";

type Before = ClosedRound & { readonly round: number };

/** What became of an item since it was last asked, as its experts are told. */
export type ItemHistory = {
  readonly item: string;
  /** The latest change that made it what it is. */
  readonly change: ItemChange;
  /** Titles of what it was made from. */
  readonly from: readonly string[];
  /** One's own answers under words that meant something else; to look at, not to keep. */
  readonly former: { readonly item: Item; readonly answers: readonly EarlierAnswer[] } | null;
};

/** Splits one's earlier answers into those to the items as they are worded now, and those that only tell of the past. */
export function answersInTheirWords(
  items: readonly Item[],
  before: readonly Before[],
  earlier: readonly EarlierAnswer[],
): { readonly comparable: readonly EarlierAnswer[]; readonly former: readonly EarlierAnswer[] } {
  const isComparable = (answer: EarlierAnswer): boolean => {
    const [now, then] = [items, asIn(before, answer.round)].map((those) =>
      those.find((one) => one.id === answer.item),
    );
    return !now || !then || sameWording(now, then);
  };
  return {
    comparable: earlier.filter(isComparable),
    former: earlier.filter((answer) => !isComparable(answer)),
  };
}

const asIn = (before: readonly Before[], round: number): readonly Item[] =>
  before.find((one) => one.round === round)?.items ?? [];

/** The history of the items that a round asks, as far as they have one. */
export async function historiesOf(
  tx: Tx,
  studyId: string,
  round: number,
  items: readonly Item[],
  before: readonly Before[],
  former: readonly EarlierAnswer[],
): Promise<readonly ItemHistory[]> {
  const lineage = (await studyLineage(tx, studyId)).filter((change) => change.round <= round);
  if (lineage.length === 0) return [];
  const all = await studyItems(tx, studyId);
  const titleOf = (id: string) => all.find((one) => one.id === id)?.title ?? id;
  return items.flatMap((item): ItemHistory[] => {
    const change = changesOf(item.id, lineage)
      .filter(({ into }) => into.includes(item.id))
      .at(-1);
    if (!change) return [];
    const answers = former.filter((answer) => answer.item === item.id);
    const then = answers[0] && asIn(before, answers[0].round).find((one) => one.id === item.id);
    return [
      {
        item: item.id,
        change,
        from: change.kind === "added" ? [] : change.from.map(titleOf),
        former: then ? { item: then, answers } : null,
      },
    ];
  });
}
