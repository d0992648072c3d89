import type { Figure, ShownFigure } from "./figure";
import type { Item, Part } from "./item";
import { type How, howOf, pointWords } from "./point-words";
import type { Stratum } from "./protocol";
import { type Reading, reading, type Said } from "./reading";
import { endsOf, isChosenScale, type OrdinalScale } from "./scale";
import { groupsOf, type Shape } from "./shape";

/** How one group of experts is divided between the ends of the scale. */
export type StratumSides = Omit<Shape, "name"> & {
  readonly stratum: string;
  readonly n: number;
  /** Where more than half of it stands; split, where there is no such place. */
  readonly holds: "lower" | "middle" | "upper" | "split";
};

/** Which strata hold which side, from those of their figures that were released. */
export function stratumSides(part: Part, figures: readonly Figure[]): readonly StratumSides[] {
  const { scale } = part;
  if (scale.kind !== "ordinal" || isChosenScale(scale)) return [];
  return figures.flatMap((figure) => {
    if (figure.withheld !== null || figure.stratum === null || figure.part !== part.id) return [];
    if (figure.counts === null || figure.n === 0) return [];
    const groups = groupsOf(scale, figure.counts);
    return [{ stratum: figure.stratum, n: figure.n, ...groups, holds: holdsOf(figure, groups) }];
  });
}

const holdsOf = ({ n }: ShownFigure, groups: Omit<Shape, "name">): StratumSides["holds"] =>
  (["lower", "middle", "upper"] as const).find((side) => 2 * groups[side] > n) ?? "split";

/** "In “Research”, 8 of 12 experts find this desirable, 3 undesirable", in the words of the scale. */
function readStratumSides(
  sides: StratumSides,
  strata: readonly Stratum[],
  item: Item,
  scale: OrdinalScale,
): Reading {
  const { how, low, high } = endWords(item, scale);
  return reading(`sides.${how}.${sides.holds}`, {
    stratum: strata.find(({ id }) => id === sides.stratum)?.title ?? sides.stratum,
    lower: sides.lower,
    middle: sides.middle,
    upper: sides.upper,
    n: sides.n,
    low,
    high,
  });
}

/** How each group that may be shown is divided, in a sentence for each. */
export const readSidesByStratum = (
  item: Item,
  part: Part,
  figures: readonly Figure[],
  strata: readonly Stratum[],
): readonly Reading[] => {
  const { scale } = part;
  return scale.kind === "ordinal"
    ? stratumSides(part, figures).map((one) => readStratumSides(one, strata, item, scale))
    : [];
};

/** What the two ends of an item's scale are called within a sentence. */
function endWords(item: Item, scale: OrdinalScale): { how: How; low: Said; high: Said } {
  const how = howOf(item);
  const { topFrom, bottomTo } = endsOf(scale);
  const low = scale.points.filter(({ value }) => value <= bottomTo).reverse();
  const high = scale.points.filter(({ value }) => value >= topFrom);
  return { how, low: pointWords(scale, low, how), high: pointWords(scale, high, how) };
}
