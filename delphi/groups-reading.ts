import type { Figure, ShownFigure } from "./figure";
import type { Part } from "./item";
import type { Stratum } from "./protocol";
import { figureText, type Reading, reading } from "./reading";

/** What the declared groups' medians say beside each other: "Medians run from 2 in “Research” to 4 in “Policy”". */
export function readGroups(part: Part, figures: readonly Figure[], strata: readonly Stratum[]): Reading {
  const shown = figures
    .filter((one): one is ShownFigure & { median: number } => one.withheld === null && one.median !== null)
    .toSorted((a, b) => a.median - b.median);
  const [low, high] = [shown[0], shown.at(-1)];
  if (!low || !high) return reading("groups.none");
  const named = ({ stratum }: ShownFigure) =>
    reading("quoted", { text: strata.find(({ id }) => id === stratum)?.title ?? stratum ?? "" });
  const medians = { low: figureText(part.scale, low.median), high: figureText(part.scale, high.median) };
  if (low === high) return reading("groups.one", { ...medians, group: named(low) });
  if (low.median === high.median) return reading("groups.same", { ...medians, count: shown.length });
  const at = (median: number) => ({ all: shown.filter((one) => one.median === median).map(named) });
  return reading("groups.apart", { ...medians, lowest: at(low.median), highest: at(high.median) });
}
