import type { Figure, ShownFigure } from "./figure";
import type { Part } from "./item";
import type { Stratum } from "./protocol";
import { type Reading, reading } from "./reading";
import { isChosenScale } from "./scale";
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

/** "In “Research”, 8 of 12 experts stand at the upper end and 3 at the lower end." */
export const readStratumSides = (sides: StratumSides, strata: readonly Stratum[]): Reading =>
  reading(`sides.${sides.holds}`, {
    stratum: strata.find(({ id }) => id === sides.stratum)?.title ?? sides.stratum,
    lower: sides.lower,
    middle: sides.middle,
    upper: sides.upper,
    n: sides.n,
  });
