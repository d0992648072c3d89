import { DECLARED } from "./about-expert";
import { BEST } from "./estimate-part";
import type { Figure, ShownFigure } from "./figure";
import { type Item, isAside, type Part } from "./item";
import { markOf } from "./mark";
import { quantityText } from "./quantity";
import {
  endsOf,
  isChosenScale,
  isQuantity,
  type OrdinalScale,
  pointLabel,
  type Scale,
  scaleValues,
} from "./scale";

/**
 * A sentence before it is in any language: a key of the catalogue under `shared.reading`, and what fills it.
 * A value may itself be a reading, or a list of them that "and" or "or" joins.
 */
export type Reading = { readonly key: string; readonly values: Readonly<Record<string, Said>> };
export type Said =
  | string
  | number
  | Reading
  | { readonly all: readonly Said[] }
  | { readonly any: readonly Said[] };

export const reading = (key: string, values: Reading["values"] = {}): Reading => ({ key, values });

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

export const numberText = (value: number, decimals: number): string =>
  String(Math.round(value * 10 ** decimals) / 10 ** decimals);

/**
 * A label up to its colon: "Mostly yes: engage step by step" is "Mostly yes" where space is short. The number before
 * an end's words, as in "1: clearly inappropriate", is none of them.
 */
export const shortLabel = (label: string): string =>
  label
    .replace(/^\d+\s*:/, "")
    .split(":")[0]!
    .trim();

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

export const quoted = (text: string): Reading => reading("quoted", { text });

/** A median between two points stands between their labels. */
export function middleLabels(scale: Scale, median: number): Said {
  const labels = [Math.floor(median), Math.ceil(median)].map((value) =>
    quoted(shortLabel(pointLabel(scale, value))),
  );
  return Number.isInteger(median) ? labels[0]! : reading("between", { low: labels[0]!, high: labels[1]! });
}

function readSides(
  item: Item,
  scale: OrdinalScale,
  figure: ShownFigure,
  counts: readonly number[],
  group: string,
): Reading {
  const how = howOf(item);
  const [low, high] = (["low", "high"] as const).map((end) => sideOf(scale, counts, figure.n, end, how));
  // The same shapes where the protocol has no rule of consensus.
  const mark = figure.mark ?? markOf(false, figure.topPercent, figure.bottomPercent);
  const leading = high!.count >= low!.count ? high! : low!;
  const inSide = leading.count * 2 > figure.n;
  if (inSide && (mark === "agreed" || mark === "majority"))
    return reading(`finding.${how}.side`, { amount: amountOf(leading.share), label: leading.label, group });
  const between = figure.n - low!.count - high!.count;
  if (between * 2 > figure.n)
    return reading("finding.answered.side", {
      amount: amountOf((between / figure.n) * 100),
      label: middlePoints(scale),
      group,
    });
  // Some rules find agreement without a majority at one place: answers close together around the middle one.
  if (mark === "agreed" && !inSide && figure.median !== null)
    return reading("finding.middle", { label: middleLabels(scale, figure.median), group });
  return reading(`finding.${how}.${mark === "divided" ? "divided" : "open"}`, {
    n: figure.n,
    high: high!.count,
    low: low!.count,
    highLabel: high!.plainLabel,
    lowLabel: low!.plainLabel,
    group,
  });
}

export type How = "rated" | "answered";
export const howOf = (item: Item): How => (item.kind === "stance" ? "answered" : "rated");

/** The points that belong to neither end, in quotes, since "neither" is no adjective. */
function middlePoints(scale: OrdinalScale): Said {
  const { topFrom, bottomTo } = endsOf(scale);
  const points = scale.points.filter(({ value }) => value > bottomTo && value < topFrom);
  return { any: points.map(({ label }) => quoted(shortLabel(label))) };
}

/** From how large a share on the words become stronger; 75 is the usual threshold of published Delphis. */
const MOST = 75;
const NEARLY_ALL = 90;

function amountOf(share: number): string {
  if (share === 100) return "all";
  if (share >= NEARLY_ALL) return "nearly";
  return share >= MOST ? "most" : "majority";
}

/**
 * One end of the scale. Its word is that of its innermost point, or of the outermost one, if most of the group
 * stand there: "very desirable" is said only where most said so.
 */
function sideOf(
  scale: OrdinalScale,
  counts: readonly number[],
  n: number,
  end: "low" | "high",
  how: How,
): { count: number; share: number; label: Said; plainLabel: Said } {
  const { topFrom, bottomTo } = endsOf(scale);
  const inSide = scaleValues(scale)
    .map((value, at) => ({ value, count: counts[at] ?? 0 }))
    .filter(({ value }) => (end === "high" ? value >= topFrom : value <= bottomTo));
  const outwards = end === "high" ? inSide : [...inSide].reverse();
  const count = outwards.reduce((sum, point) => sum + point.count, 0);
  const outermost = outwards.at(-1)!;
  const outermostOnly = outermost.count * 100 >= MOST * n;
  const plainLabel = pointWords(scale, outwards, how);
  return {
    count,
    share: ((outermostOnly ? outermost.count : count) / n) * 100,
    label: outermostOnly ? pointWords(scale, [outermost], how) : plainLabel,
    plainLabel,
  };
}

/** Points of one end, the innermost first: “Mostly no” or “No” where they are answers, undesirable where they rate. */
export const pointWords = (scale: OrdinalScale, points: readonly { value: number }[], how: How): Said =>
  how === "answered"
    ? { any: points.map(({ value }) => quoted(shortLabel(pointLabel(scale, value)))) }
    : adjective(scale, points[0]!.value);

/** The word of a point within a sentence; one that has only a number is told by the end that it is close to. */
export function adjective(scale: OrdinalScale, value: number): Said {
  const [label, low, high] = [value, scale.points[0]!.value, scale.points.at(-1)!.value].map((point) =>
    shortLabel(pointLabel(scale, point!)),
  );
  const end = value - scale.points[0]!.value < scale.points.at(-1)!.value - value ? low! : high!;
  return isNumber(label!) && !isNumber(end)
    ? reading("close-to", { label: quoted(end) })
    : label!.charAt(0).toLowerCase() + label!.slice(1);
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);
