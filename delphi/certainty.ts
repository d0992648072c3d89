import type { Item } from "./item";
import { medianIntervalOf } from "./other-definitions";
import { middleLabels } from "./point-words";
import type { PublishedRound } from "./publication";
import { ratedParts } from "./rated-parts";
import { type Reading, reading } from "./reading";
import { standingFigure } from "./summary";

/**
 * How sure one can be, for a reader who has a minute: how many answered, what one answer weighs, and where the middle
 * answer to the headline question could lie in a like panel. Null where nobody answered.
 */
export function readCertainty(items: readonly Item[], rounds: readonly PublishedRound[]): Reading | null {
  const last = rounds.at(-1);
  if (!last || last.submitted === 0) return null;
  const values = { submitted: last.submitted, invited: last.invited, round: last.round };
  const points = weightOf(last.submitted);
  const item = items.find((one) => one.kind === "stance");
  const part = item && ratedParts(item)[0];
  const figure = part && standingFigure(rounds, item.id, part.id);
  if (!figure || figure.withheld !== null || part.scale.kind !== "ordinal")
    return reading("certainty.alone", { ...values, points });
  const median = medianIntervalOf(part.scale, figure.counts);
  if (median.unknown !== null) return reading("certainty.alone", { ...values, points });
  const [low, high] = [median.low, median.high].map((one) => middleLabels(part.scale, one));
  return reading(median.low === median.high ? "certainty.point" : "certainty.between", {
    ...values,
    points,
    low: low!,
    high: high!,
    coverage: Math.floor(median.coveragePercent),
  });
}

/** What one of n answers weighs, in percentage points. */
const weightOf = (n: number): number => (n > 50 ? Math.round(1000 / n) / 10 : Math.round(100 / n));
