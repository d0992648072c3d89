import { BEST, HIGH, LOW } from "./estimate-part";
import { type Figure, figureOf, type ShownFigure } from "./figure";
import { figureText } from "./figure-reading";
import type { Item } from "./item";
import { type Reading, reading } from "./reading";
import type { Estimate } from "./statistics/estimate";
import { quantileAverage } from "./statistics/quantile-average";

/** The figures of an estimate that belong together: of its best value and of the ends of its interval. */
export type EstimateFigures = Readonly<Record<"best" | "low" | "high", ShownFigure>>;

/** Null where they are withheld, or nobody answered. */
export function estimateFigures(
  item: Item,
  figures: readonly Figure[],
  stratum: string | null = null,
): EstimateFigures | null {
  const [best, low, high] = [BEST, LOW, HIGH].map((part) => figureOf(figures, item.id, part, stratum));
  if (best?.withheld !== null || low?.withheld !== null || high?.withheld !== null) return null;
  return best.median === null || low.median === null || high.median === null ? null : { best, low, high };
}

/** "The panel’s best estimate is 12 GW, plausibly between 9 GW and 16 GW": medians, each of its own part. */
export function readEstimate(item: Item, { best, low, high }: EstimateFigures): Reading {
  const text = (part: string, { median }: ShownFigure) =>
    figureText(item.parts.find(({ id }) => id === part)!.scale, median!);
  const values = { best: text(BEST, best), low: text(LOW, low), high: text(HIGH, high) };
  const group = best.stratum === null ? "panel" : "stratum";
  return reading(values.low === values.high ? "finding.estimate-certain" : "finding.estimate", {
    ...values,
    group,
  });
}

/** The average expert, which the IDEA protocol reports; only where single estimates are shown, so that it tells no more. */
export function averageEstimate(estimates: readonly Estimate[]): Estimate | null {
  const { lower, best, upper } = quantileAverage.compute({ estimates });
  return lower === null || best === null || upper === null ? null : { lower, best, upper };
}
