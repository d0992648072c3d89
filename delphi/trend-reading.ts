import type { Part } from "./item";
import { type Reading, reading } from "./reading";
import { isChosenScale, isRank } from "./scale";
import { isJoined, levelOf, levelText, type Trend, type TrendPoint } from "./wave-trend";

/** "From wave 1 to wave 2 the median moved from 3 to 4": the last two waves that can be compared, and whether any came after. */
export function readTrendOf({ part, points }: Trend): Reading {
  const at = points.findLastIndex((point, place) => isJoined(points[place - 1], point));
  if (at < 0) return reading("series.trend.broken");
  const [from, to] = [points[at - 1]!, points[at]!];
  const moved = levelIn(part, from) !== levelIn(part, to);
  const finding = reading(moved ? "series.trend.moved" : "series.trend.same", {
    what: whatMoves(part),
    from: from.wave,
    to: to.wave,
    before: levelText(part, from.figure!),
    after: levelText(part, to.figure!),
  });
  return withRest(finding, to, points.at(-1)!);
}

/** "From wave 1 to wave 2 it rose for 3, fell for 2 and stayed for 16": the title of many lines. */
export function readTrends(trends: readonly Trend[]): Reading {
  const waves = trends[0]!.points;
  const at = waves.findLastIndex((_, place) => stepsTo(trends, place).length > 0);
  if (at < 0) return reading("series.trend.broken");
  const steps = stepsTo(trends, at);
  const finding = reading("series.trends", {
    what: whatMoves(trends[0]!.part),
    from: waves[at - 1]!.wave,
    to: waves[at]!.wave,
    rose: steps.filter((step) => step > 0).length,
    fell: steps.filter((step) => step < 0).length,
    same: steps.filter((step) => step === 0).length,
    broken: trends.length - steps.length,
  });
  return withRest(finding, waves[at]!, waves.at(-1)!);
}

const withRest = (finding: Reading, to: TrendPoint, last: TrendPoint): Reading =>
  to.wave === last.wave ? finding : reading("series.trend.then", { finding, to: to.wave, last: last.wave });

/** How far each line that is not broken there goes up or down to a wave; a rank goes up towards the first. */
const stepsTo = (trends: readonly Trend[], at: number): readonly number[] =>
  trends.flatMap(({ part, points }) => {
    const [from, to] = [points[at - 1], points[at]!];
    if (!from || !isJoined(from, to)) return [];
    const step = levelIn(part, to) - levelIn(part, from);
    return [isRank(part.scale) ? -step : step];
  });

const whatMoves = ({ scale }: Part): string => (isChosenScale(scale) ? "share" : "median");

const levelIn = (part: Part, { figure }: TrendPoint): number => levelOf(part, figure!);
