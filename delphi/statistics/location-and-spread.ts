import { z } from "zod";
import { QuantileTypeChoice, Ratings } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { ascending, median, medianOfSorted, type QuantileType, quantileOfSorted } from "./quantile";
import { answered } from "./rating-pairs";
import { mean, sum } from "./sum";

export const locationAndSpread = measure({
  name: "location-and-spread",
  title: "Centre and spread of one item",
  meaning: "Where do the answers to this item lie, and how far apart are they?",
  formula:
    "iqr = q3 − q1. mad = median of |x − median|, not rescaled. sd divides by n − 1. cv = sd/mean. modes = every value with the largest count, ascending. interpolatedMedian = M − ½ + (n/2 − b)/e, where M is the median, b answers lie below it and e equal it (M itself if e = 0; class width 1).",
  conventions: [
    "quantileType is 7 unless stated; the median is always the middle value or the mean of the two middle values.",
    "sd is null for fewer than two answers; cv is null unless the mean is positive; modes is empty without answers.",
    "Mean, sd and cv treat the scale as an interval scale; cv also depends on the number that the lowest point bears, since 0–4 and 1–5 give different values for the same answers.",
  ],
  reading:
    "Median with IQR first. IQR ≤ 1 on 4–5 points, ≤ 2 on 10 points is commonly read as consensus; IQR is blind to the tails. cv ≤ 0.5 is good, above 0.8 poor (English & Kernan, for estimates of quantities).",
  source:
    "Hyndman & Fan 1996, Am Stat 50:361; English & Kernan 1976, Transportation Research 10:1; von der Gracht 2012, TFSC 79:1525.",
  input: z.strictObject({ ratings: Ratings, quantileType: QuantileTypeChoice }),
  figures: {
    n: "answers used",
    missing: "experts without an answer",
    median: "the middle answer",
    q1: "lower quartile",
    q3: "upper quartile",
    iqr: "interquartile range: the width of the middle half",
    mad: "median distance from the median",
    mean: "arithmetic mean",
    sd: "standard deviation",
    cv: "coefficient of variation: sd as a share of the mean",
    min: "the lowest answer",
    max: "the highest answer",
    modes: "the most frequent answers, ascending",
    interpolatedMedian: "the median with the answers spread evenly over their class",
  },
  example: {
    note: "Its IQR is 1.25 with quantile type 6 and 1 with type 2.",
    input: { ratings: [4, 5, 4, 3, 4, 5, 2, 4, 4, 5] },
    value: {
      n: 10,
      missing: 0,
      median: 4,
      q1: 4,
      q3: 4.75,
      iqr: 0.75,
      mad: 0.5,
      mean: 4,
      sd: 0.942809041582,
      cv: 0.235702260396,
      min: 2,
      max: 5,
      modes: [4],
      interpolatedMedian: 4.1,
    },
  },
  compute({ ratings, quantileType }) {
    const sorted = ascending(answered(ratings));
    const middle = medianOfSorted(sorted);
    const sd = standardDeviation(sorted);
    return {
      n: sorted.length,
      missing: ratings.length - sorted.length,
      median: middle,
      ...quartiles(sorted, quantileType),
      mad: middle === null ? null : median(sorted.map((x) => Math.abs(x - middle))),
      mean: mean(sorted),
      sd,
      cv: variationCoefficient(sorted),
      min: sorted[0] ?? null,
      max: sorted.at(-1) ?? null,
      modes: modesOf(sorted),
      interpolatedMedian: interpolated(sorted, middle),
    };
  },
});

/** The quartiles of a sorted list and their distance. */
export function quartiles(sorted: readonly number[], quantileType: QuantileType) {
  const q1 = quantileOfSorted(sorted, 0.25, quantileType);
  const q3 = quantileOfSorted(sorted, 0.75, quantileType);
  return { q1, q3, iqr: q1 === null || q3 === null ? null : q3 - q1 };
}

/** sd/mean, or null unless the mean is positive. */
export function variationCoefficient(values: readonly number[]): number | null {
  const centre = mean(values);
  const sd = standardDeviation(values);
  if (centre === null || sd === null || nineDecimals(centre) <= 0) return null;
  return sd / centre;
}

function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  return Math.sqrt(sum(values.map((x) => (x - centre) ** 2)) / (values.length - 1));
}

function modesOf(sorted: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const x of sorted) counts.set(x, (counts.get(x) ?? 0) + 1);
  const largest = Math.max(...counts.values());
  return [...counts].flatMap(([x, count]) => (count === largest ? [x] : []));
}

function interpolated(sorted: readonly number[], middle: number | null): number | null {
  if (middle === null) return null;
  const below = sorted.filter((x) => x < middle).length;
  const equal = sorted.filter((x) => x === middle).length;
  return equal === 0 ? middle : middle - 0.5 + (sorted.length / 2 - below) / equal;
}
