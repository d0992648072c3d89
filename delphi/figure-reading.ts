import { DECLARED } from "./about-expert";
import { BEST } from "./estimate-part";
import type { Figure, ShownFigure } from "./figure";
import { type Item, isAside, type Part } from "./item";
import { middleLabels } from "./point-words";
import { quantityText } from "./quantity";
import { numberText, quoted, type Reading, reading } from "./reading";
import { isChosenScale, isQuantity, type Scale } from "./scale";
import { readSides } from "./side-finding";

/** The finding with its figures: "Most of the panel finds this desirable (median 4, middle half 4 to 5, 21 experts)". */
export function readFigure(item: Item, part: Part, figure: Figure, minimumGroup: number): Reading {
  if (figure.withheld !== null) return readWithheld(figure.withheld, minimumGroup);
  const finding = readFinding(item, part, figure);
  return reading("sentence", { finding, figures: readRemainingFigures(part, figure) });
}

/** Why a figure is not shown, in a sentence without any number but the declared minimum. */
export const readWithheld = (reason: NonNullable<Figure["withheld"]>, minimumGroup: number): Reading =>
  reading(`withheld.${reason}`, { k: minimumGroup });

/** The finding alone, as the title of a picture: "Most of the panel finds this desirable". */
export function readFinding(item: Item, part: Part, figure: ShownFigure): Reading {
  const group = figure.stratum === null ? "panel" : "stratum";
  if (figure.n === 0 || figure.median === null) return reading("finding.nobody");
  if (item.kind === "choice" && figure.counts)
    return reading("finding.chosen", { ...chosenIn(figure), option: part.question, group });
  if (item.kind === "about" && isChosenScale(part.scale) && figure.counts)
    return reading("finding.declared", { ...chosenIn(figure), group });
  if (part.scale.kind === "rank" && figure.counts) return readRank(part, figure, group);
  if (part.scale.kind === "points") {
    const values = { option: quoted(part.question), total: part.scale.total, group };
    return readMiddleHalf("points", part.scale, figure, values);
  }
  if (part.scale.kind === "probability") return readMiddleHalf("probability", part.scale, figure, { group });
  if (isQuantity(part.scale))
    return reading("finding.quantity", {
      part: part.question,
      median: figureText(part.scale, figure.median),
      best: part.id === BEST ? "yes" : "no",
      group,
    });
  if (part.scale.kind !== "ordinal" || figure.counts === null || isAside(item.kind))
    return reading("finding.middle", { label: middleLabels(part.scale, figure.median), group });
  return readSides(item, part.scale, figure, figure.counts, group);
}

/** The figures alone: "median 4, middle half 4 to 5, 21 experts". */
export function readFigures(part: Part, figure: ShownFigure): Reading {
  if (figure.median === null) return reading("figures.none", { n: figure.n });
  if (isChosenScale(part.scale) && figure.counts)
    return reading(part.id === DECLARED ? "figures.declared" : "figures.chosen", chosenIn(figure));
  const median = figureText(part.scale, figure.median);
  const mean = part.scale.kind === "rank" ? meanRankIn(figure) : null;
  if (mean !== null) return reading("figures.rank", { mean: numberText(mean, 1), median, n: figure.n });
  if (figure.q1 === null || figure.q3 === null) return reading("figures.median", { median, n: figure.n });
  const [low, high] = [figureText(part.scale, figure.q1), figureText(part.scale, figure.q3)];
  return low === high
    ? reading("figures.point", { median, low, n: figure.n })
    : reading("figures.full", { median, low, high, n: figure.n });
}

/** The finding of a probability or of points names the middle half already, that of a choice how many chose it. */
export function readRemainingFigures(part: Part, figure: ShownFigure): Reading {
  if (isChosenScale(part.scale) && figure.counts)
    return reading("figures.share", { percent: chosenIn(figure).percent });
  const named = part.scale.kind === "probability" || part.scale.kind === "points";
  return readFigures(part, named ? { ...figure, q1: null, q3: null } : figure);
}

/** The mean rank of an option that was put in order, from how often it had each rank; null where that is not told. */
export const meanRankIn = ({ counts, n }: ShownFigure): number | null =>
  counts === null || n === 0 ? null : counts.reduce((sum, count, at) => sum + count * (at + 1), 0) / n;

/** Median and middle half as a picture marks them; where only a share can be told there is nothing between. */
export function middleOf({ scale }: Part, { median, q1, q3 }: ShownFigure) {
  if (isChosenScale(scale)) return { median: null, middle: null };
  return { median, middle: q1 === null || q3 === null ? null : { low: q1, high: q3 } };
}

/** How many chose an option. */
export const chosenIn = ({ counts, n }: ShownFigure): { count: number; n: number; percent: string } => ({
  count: counts?.[1] ?? 0,
  n,
  percent: numberText(n === 0 ? 0 : (100 * (counts?.[1] ?? 0)) / n, 0),
});

/** A median or quartile as it is printed: "4", "4.5", "35%", "12.5 GW", "14 May 2031". */
export function figureText(scale: Scale, value: number): string {
  if (isQuantity(scale)) return quantityText(scale, value);
  return scale.kind === "probability" ? `${numberText(value, 2)}%` : numberText(value, 2);
}

/** A middle half in words, where it may be told; else the median alone. */
function readMiddleHalf(name: string, scale: Scale, figure: ShownFigure, values: Reading["values"]): Reading {
  const [low, high] = [figure.q1, figure.q3].map((one) => (one === null ? null : figureText(scale, one)));
  if (low == null || high == null)
    return reading(`finding.${name}-median`, { ...values, median: figureText(scale, figure.median ?? 0) });
  return reading(low === high ? `finding.${name}-point` : `finding.${name}`, { ...values, low, high });
}

function readRank(part: Part, figure: ShownFigure, group: string): Reading {
  const mean = numberText(meanRankIn(figure) ?? 0, 1);
  return reading("finding.rank", { option: quoted(part.question), mean, of: figure.counts!.length, group });
}
