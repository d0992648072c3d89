import type { ShownFigure } from "./figure";
import type { Part } from "./item";
import { numberText, type Reading, reading } from "./reading";
import { scaleValues } from "./scale";
import { weightedKappa } from "./statistics/weighted-kappa";

/**
 * How far the two rounds' answers agree beyond chance, beside the share that stayed: linear weights, on the full
 * scale. A trend to be read over rounds and never a verdict: it falls when the panel draws together (Holey et al.
 * 2007). Null where the full change table is not released.
 */
export function readTrend(part: Part, { stability }: ShownFigure): Reading | null {
  const table = stability?.table;
  if (!stability || !table || table.length !== scaleValues(part.scale).length) return null;
  const { kappa, unchangedPercent } = weightedKappa.compute({ table, weights: "linear" });
  if (kappa === null || unchangedPercent === null) return null;
  return reading("trend", {
    since: stability.since,
    kappa: numberText(kappa, 2),
    unchanged: numberText(unchangedPercent, 0),
  });
}
