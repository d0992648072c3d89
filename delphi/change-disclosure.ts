import type { RawFigure } from "./analysis";
import { foldedTable, hasNoSmallCell } from "./crossing";
import type { HeldReason, Stability } from "./figure";
import { isFine } from "./fine-detail";
import { type Experts, type Needed, type ReleasedSet, tellNobodyApart } from "./released-sets";
import { isChosenScale, type OrdinalScale, type Scale } from "./scale";

/** The sets already released about the answers of one round, and how many experts a block of them needs. */
type ToldOf = { readonly sets: readonly ReleasedSet[]; readonly needed: Needed };

/**
 * What may be told of a shown figure's stability. `now` is this round, `since` the one that stability looks
 * back to. Where figures about those who answered both rounds
 * would cut a smaller group off, the verdict rests on the totals of both rounds, which are released anyway.
 */
export function changeToTell(
  scale: Scale | undefined,
  { stability, onTotals, both, stratum }: RawFigure,
  now: ToldOf,
  since: ToldOf,
): Stability | null {
  if (!stability) return null;
  if (!since.sets.some((set) => set.of === "answered" && set.stratum === stratum))
    return untold(stability, "would-reveal-a-smaller-group");
  const held = whyHeld(both, [now, since]);
  if (held !== null)
    return onTotals ? { ...onTotals, held: { pairs: held, table: held } } : untold(stability, held);
  if (scale === undefined || isFine(scale))
    return {
      ...stability,
      pairCounts: null,
      table: null,
      held: { pairs: "fine-grained", table: "fine-grained" },
    };
  // A table of a stratum could be taken from that of the panel; those of all options together would tell who went
  // from which to which, or from which order to which.
  const mayTell = stratum === null && scale.kind === "ordinal" && !isChosenScale(scale);
  const table = mayTell ? tableToTell(scale, stability.table!) : null;
  const why = mayTell ? "small-cells" : "would-reveal-a-smaller-group";
  return { ...stability, table, held: { pairs: null, table: table ? null : why } };
}

function whyHeld(both: Experts, rounds: readonly ToldOf[]): HeldReason | null {
  if (rounds.some(({ needed }) => both.size === 0 || !tellNobodyApart(needed, [both]))) return "fewer-than-k";
  const apart = rounds.every(({ sets, needed }) =>
    tellNobodyApart(needed, [...sets.map((set) => set.experts), both]),
  );
  return apart ? null : "would-reveal-a-smaller-group";
}

const untold = ({ since }: Stability, reason: HeldReason): Stability => ({
  since,
  met: null,
  base: null,
  pairs: null,
  figures: null,
  pairCounts: null,
  table: null,
  held: { pairs: reason, table: reason },
});

/** The change table over all points if it has no small cell, else over bottom, middle and top, else none. */
function tableToTell(scale: OrdinalScale, table: number[][]): number[][] | null {
  return [table, foldedTable(table, scale)].find(hasNoSmallCell) ?? null;
}
