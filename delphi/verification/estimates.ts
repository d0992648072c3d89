import { BEST, HIGH, LOW } from "../estimate-part";
import { type Figure, figureOf, type ShownFigure } from "../figure";
import type { Part } from "../item";
import type { Protocol } from "../protocol";
import type { Estimate } from "../statistics/estimate";
import { locationAndSpread } from "../statistics/location-and-spread";
import { same } from "./report";

/** The part of an interval that a part of an estimate speaks of; how sure experts are is in none. */
const END: Readonly<Record<string, keyof Estimate>> = { [LOW]: "lower", [BEST]: "best", [HIGH]: "upper" };

/** The single estimates that a figure of this round rests on, where they are published. */
export function intervalsBehind(
  figures: readonly Figure[],
  { item, part, stratum }: ShownFigure,
): ShownFigure["intervals"] {
  if (!(part in END) || stratum !== null) return undefined;
  const best = figureOf(figures, item, BEST);
  return best?.withheld === null ? best.intervals : undefined;
}

/** Computes a figure about an estimate again from the single estimates that are published with it. */
export function wrongEstimates(
  protocol: Protocol,
  part: Part,
  figures: readonly Figure[],
  figure: ShownFigure,
): string[] {
  const intervals = intervalsBehind(figures, figure);
  if (intervals === undefined) return [];
  if (!protocol.showsIntervals) return ["single estimates are shown, but the protocol does not say so."];
  if (intervals.length !== figure.n)
    return [`n is ${figure.n}, but ${intervals.length} estimates are published.`];
  if (intervals.some(({ lower, best, upper }) => lower > best || best > upper))
    return ["a published estimate is out of order."];
  const ratings = intervals.map((one) => one[END[part.id]!]);
  const again = locationAndSpread.compute({ ratings });
  return (["median", "q1", "q3", "iqr"] as const).flatMap((name) =>
    figure[name] === null || same(figure[name], again[name])
      ? []
      : [`${name} is ${figure[name]}, the estimates give ${again[name]}.`],
  );
}
