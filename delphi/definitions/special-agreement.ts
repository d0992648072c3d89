import { isRank } from "../scale";
import { condition, type Preset } from "./preset";
import { isOneTo, isOrdinal, isProbability, middleHalf } from "./threshold";

const appropriate = (rule: "table" | "ipras") => ({
  any: ["appropriate", "inappropriate"].map((verdict) =>
    condition("rand-ucla", "verdict", "=", verdict, { settings: { rule, quantileType: 7 } }),
  ),
});

const RAND = {
  about: "consensus",
  source: "Fitch et al. 2001, RAND/UCLA Appropriateness Method User's Manual, MR-1269.",
  scales: "1 to 9",
  over: "item",
  fits: (scale) => isOneTo(scale, 9),
  thresholds: () => [],
} satisfies Partial<Preset>;

export const randTable: Preset = {
  ...RAND,
  name: "rand-ucla-table",
  title: "RAND/UCLA, disagreement by panel size",
  convention:
    "The median lies in 7–9 (appropriate) or 1–3 (inappropriate), a median of 6.5 or 3.5 counting upwards, and the ratings show no disagreement. Disagreement is, with t = ⌊(n + 1)/3⌋, at least t ratings in 1–3 and at least t in 7–9: three with 8–10 ratings, four with 11–13, five with 14–16. A median in 4–6, or disagreement, is the verdict “uncertain”: here no consensus.",
  caution: "For 8 to 16 ratings only; no verdict with fewer or more.",
  rule: () => appropriate("table"),
};

export const randIndex: Preset = {
  ...RAND,
  name: "rand-ucla-index",
  title: "RAND/UCLA, disagreement index",
  convention:
    "The median lies in 7–9 (appropriate) or 1–3 (inappropriate), a median of 6.5 or 3.5 counting upwards, and the ratings show no disagreement: the range from the 30% to the 70% point (type 7) is no wider than 2.35 + 1.5 times the distance of that range's middle from 5. A median in 4–6, or disagreement, is the verdict “uncertain”: here no consensus.",
  caution:
    "The constants were fitted to the points 1 to 9. The quantile type can flip it, and the manual names none.",
  rule: () => appropriate("ipras"),
};

export const orderAgreement: Preset = {
  name: "kendall-w",
  about: "consensus",
  title: "Agreement on the order of the items (Kendall's W)",
  convention:
    "Over all items of the kind on the same criterion, W is at least 0.7 (strong). It takes the experts who answered any of them, and the items that all of these answered. The verdict is about the order as a whole, so each of the items carries the same.",
  caution:
    "High agreement on the order says nothing about whether any one item is wanted, and a small p for W only that the order is not random.",
  source: "Schmidt 1997, Decision Sciences 28:763; Siegel & Castellan 1988, ch. 9.5.",
  scales: "labelled points, two items or more on the same criterion",
  over: "set",
  fits: isOrdinal,
  thresholds: () => [{ name: "w", unit: "number", start: 0.7, least: 0.1, most: 1, step: 0.05 }],
  rule: ({ w }) => condition("kendall-w", "w", ">=", w!),
};

export const probabilitySpread: Preset = {
  name: "probability-spread",
  about: "consensus",
  title: "Narrow middle half of probabilities",
  convention:
    "The middle half of the probabilities (type 7) spans at most 20 points of percent: a fifth of the scale, the bound that reviews give for scales of any length.",
  caution: "Forecasts that lie close together may still be wrong together.",
  source: "von der Gracht 2012, TFSC 79:1525.",
  scales: "probabilities",
  over: "item",
  fits: isProbability,
  thresholds: (scale) => [middleHalf(scale)],
  rule: ({ iqr }) => condition("location-and-spread", "iqr", "<=", iqr!, { settings: { quantileType: 7 } }),
};

export const rankingAgreement: Preset = {
  name: "ranking-kendall-w",
  about: "consensus",
  title: "Agreement on a ranking (Kendall's W)",
  convention:
    "Over the options of one ranking, W is at least 0.7 (strong). The verdict is about the order as a whole, so each of its options carries the same. Every expert gives every option a rank of its own, so W follows from how often each option had each rank.",
  caution:
    "A panel can agree on what comes first and last while the middle is a lottery, and with few options W is high by luck more easily: look at each option's ranks.",
  source: "Schmidt 1997, Decision Sciences 28:763; Siegel & Castellan 1988, ch. 9.5.",
  scales: "options that are put in order",
  over: "set",
  fits: isRank,
  thresholds: () => [{ name: "w", unit: "number", start: 0.7, least: 0.1, most: 1, step: 0.05 }],
  rule: ({ w }) => condition("kendall-w-of-counts", "w", ">=", w!),
};

export const pointsSpread: Preset = {
  name: "points-spread",
  about: "consensus",
  title: "Narrow middle half of the points given",
  convention:
    "The middle half of the points that an option was given (type 7) spans at most a tenth of all points. Each option is judged by itself, and the allocation counts as agreed where all of them are.",
  caution:
    "Options that hardly anybody gives points to agree easily: with many options a tenth of all points is more than each gets on average. The level is our own.",
  source: "After von der Gracht 2012, TFSC 79:1525; the level is our own.",
  scales: "points given out over several options",
  over: "item",
  fits: (scale) => scale.kind === "points",
  thresholds: (scale) => [middleHalf(scale)],
  rule: ({ iqr }) => condition("location-and-spread", "iqr", "<=", iqr!, { settings: { quantileType: 7 } }),
};
