import type { Rule } from "../rule";
import { endsOf, type Scale } from "../scale";
import { condition, type Preset, type Threshold } from "./preset";
import { changePercent, isOrdinal, isProbability } from "./threshold";

const rated = (scale: Scale): boolean => isOrdinal(scale) || isProbability(scale);
const withMiddle = (scale: Scale): boolean =>
  rated(scale) || scale.kind === "rank" || scale.kind === "points";

export const netChangeSmall: Preset = {
  name: "net-change",
  about: "stability",
  title: "Net change of the distribution",
  convention:
    "Less than 15% of the distribution moves from one round to the next, among the experts who answered both. 15% is about the oscillation that the authors saw between rounds in which nothing new was said.",
  caution: "Swaps cancel: experts who change places leave no trace.",
  source: "Scheibe, Skutsch & Schofer 1975, in Linstone & Turoff, The Delphi Method.",
  scales: "labelled points",
  over: "item",
  fits: isOrdinal,
  thresholds: () => [changePercent(15)],
  rule: ({ percent }) => condition("net-change", "netChangePercent", "<", percent!),
};

export const shareUnchanged: Preset = {
  name: "share-unchanged",
  about: "stability",
  title: "Share of experts who keep their answer",
  convention:
    "At most 15% of the experts who answered both rounds changed their answer. 15 to 20% is in use.",
  caution:
    "A step to the next point counts as much as a change of sides. It needs the same experts in both rounds: where 1 to k − 1 came or left it gives no verdict, and the item is asked again.",
  source: "von der Gracht 2012, TFSC 79:1525; the level after Scheibe et al. 1975.",
  scales: "labelled points",
  over: "item",
  fits: isOrdinal,
  thresholds: () => [changePercent(15)],
  rule: ({ percent }) => condition("percent-changed", "changedPercent", "<=", percent!),
};

const TEST: readonly Threshold[] = [
  { name: "level", unit: "number", start: 0.05, least: 0.01, most: 0.2, step: 0.01 },
  // With fewer pairs no change at all could be significant at 5%: 2·½⁶ = 0.031, 2·½⁵ = 0.063.
  { name: "pairs", unit: "experts", start: 6, least: 6, most: 100, step: 1 },
];

/** No significant change, or no change at all; without enough pairs the test may not speak. */
const notSignificant = (
  measure: string,
  changed: string,
  { level, pairs }: Readonly<Record<string, number>>,
  more: { readonly split?: number } = {},
): Rule => ({
  all: [
    condition(measure, "pairs", ">=", pairs!, { ...more, needed: true }),
    { any: [condition(measure, changed, "=", 0, more), condition(measure, "p", ">=", level!, more)] },
  ],
});

export const wilcoxonSilent: Preset = {
  name: "wilcoxon",
  about: "stability",
  title: "No significant move up or down (Wilcoxon)",
  convention:
    "The signed-rank test of the two rounds gives p of at least 0.05, or nobody changed. p is exact with up to 25 changed answers and from the normal distribution above; with fewer than 6 experts in both rounds there is no verdict.",
  caution:
    "Not significant is not the same as steady: in a small panel a large move stays below notice, and in a large one a small move is found. Moves up and down cancel. It needs the same experts in both rounds: where 1 to k − 1 came or left it gives no verdict, and the item is asked again.",
  source: "Wilcoxon 1945, Biometrics Bull 1:80; von der Gracht 2012, TFSC 79:1525.",
  scales: "labelled points, probabilities",
  over: "item",
  fits: rated,
  thresholds: () => TEST,
  rule: (values) => notSignificant("wilcoxon-signed-rank", "used", values),
};

export const mcnemarSilent: Preset = {
  name: "mcnemar",
  about: "stability",
  title: "No significant change in the share at the upper end (McNemar)",
  convention:
    "Each answer is told apart into the upper end of the scale or not. McNemar's test of the two rounds gives p of at least 0.05, or nobody crossed. p is exact with fewer than 25 crossings and from χ² above; with fewer than 6 experts in both rounds there is no verdict.",
  caution:
    "It sees nothing of what happens on either side of the line, and not significant is not the same as steady. It needs the same experts in both rounds: where 1 to k − 1 came or left it gives no verdict, and the item is asked again.",
  source: "McNemar 1947, Psychometrika 12:153; Rayens & Hahn 2000, Policy Polit Nurs Pract 1:308.",
  scales: "labelled points",
  over: "item",
  fits: isOrdinal,
  thresholds: (scale) => {
    if (!isOrdinal(scale)) return TEST;
    const [least, most] = [scale.points[1]!.value, scale.points.at(-1)!.value];
    return [{ name: "topFrom", unit: "point", start: endsOf(scale).topFrom, least, most, step: 1 }, ...TEST];
  },
  rule: (values) => notSignificant("mcnemar", "changed", values, { split: values.topFrom! }),
};

export const iqrSteady: Preset = {
  name: "iqr-change",
  about: "stability",
  title: "Change of the middle half",
  convention:
    "The width of the middle half (type 7) changes by at most 0.3 of what it was; a middle half of width 0 has to stay one.",
  caution: "A panel that moves as a whole keeps its width: read the change of the median beside it.",
  source: "Ray & Sahu 1990, as reviewed in von der Gracht 2012, TFSC 79:1525.",
  scales: "labelled points, probabilities",
  over: "item",
  fits: rated,
  thresholds: () => [{ name: "share", unit: "number", start: 0.3, least: 0.05, most: 1, step: 0.05 }],
  rule: ({ share }) => {
    const width = (figure: string, compare: "=" | ">", value: number) =>
      condition("spread-change", figure, compare, value);
    return {
      any: [
        { all: [width("iqrEarlier", "=", 0), width("iqrLater", "=", 0)] },
        {
          all: [
            width("iqrEarlier", ">", 0),
            condition("spread-change", "relativeIqrChange", "<=", share!, { absolute: true }),
          ],
        },
      ],
    };
  },
};

export const cvSteady: Preset = {
  name: "cv-change",
  about: "stability",
  title: "Change of the coefficient of variation",
  convention: "The coefficient of variation changes by at most 0.1; 0.2 is in use too.",
  caution:
    "It takes the scale as an interval scale and depends on where its lowest point is put: 1 to 5 and 0 to 4 give different values.",
  source: "Dajani, Sincoff & Talley 1979, TFSC 13:83; Shah & Kalaian 2009, J Mod Appl Stat Methods 8:554.",
  scales: "labelled points, probabilities",
  over: "item",
  fits: rated,
  thresholds: () => [{ name: "change", unit: "number", start: 0.1, least: 0.01, most: 0.5, step: 0.01 }],
  rule: ({ change }) => condition("spread-change", "cvChange", "<=", change!, { absolute: true }),
};

export const middleSteady: Preset = {
  name: "median-and-spread",
  about: "stability",
  title: "Steady median and middle half",
  convention:
    "The median moves by at most 5 points of percent and the width of the middle half (type 7) by at most 10; on labelled points and ranks each by at most half a point or rank; of points that are given out by a twentieth and a tenth of all.",
  caution:
    "It compares everybody who answered either round, so a change of the panel can look like a change of mind.",
  source: "After von der Gracht 2012, TFSC 79:1525; the levels are our own.",
  scales: "labelled points, probabilities, ranks, points given out",
  over: "item",
  fits: withMiddle,
  thresholds: (scale) => {
    const total = isProbability(scale) ? 100 : scale.kind === "points" ? scale.total : null;
    const [median, spread, most, step] =
      total === null ? [0.5, 0.5, 3, 0.25] : [total / 20, total / 10, total / 2, 1];
    return [
      { name: "median", unit: "points", start: median!, least: 0, most: most!, step: step! },
      { name: "spread", unit: "points", start: spread!, least: 0, most: most!, step: step! },
    ];
  },
  rule: ({ median, spread }) => ({
    all: [
      condition("spread-change", "medianChange", "<=", median!, { absolute: true }),
      condition("spread-change", "iqrLater", "<=", spread!, { minus: "iqrEarlier", absolute: true }),
    ],
  }),
};
