import { z } from "zod";
import { Ratings } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { ascending, medianOfSorted } from "./quantile";
import { answered } from "./rating-pairs";

export const medianInterval = measure({
  name: "median-interval",
  title: "Interval for the median",
  meaning: "Between which answers does the median lie, allowing for who happened to answer?",
  formula:
    "With the answers in order x₁ ≤ … ≤ xₙ, low = x_d and high = x_{n+1−d}, d the largest rank with 2·P(X ≤ d − 1) ≤ 1 − confidence/100, X binomial(n, ½). coveragePercent = 100·(1 − 2·P(X ≤ d − 1)).",
  conventions: [
    "No distribution is assumed, and nothing is interpolated: both ends are answers that were given.",
    "The coverage is exact for continuous answers and at least that where answers are tied, so it stands beside the interval instead of the confidence that was asked for.",
    "Where even the lowest and the highest answer do not reach the confidence, low, high, rank and coveragePercent are null: at 95% below 6 answers.",
  ],
  reading:
    "A panel is no random sample: the interval says how far the luck of who answered could move the median, not how well the panel stands for a profession.",
  source: "Thompson 1936, Ann Math Stat 7:122; Conover 1999, Practical Nonparametric Statistics, ch. 3.2.",
  input: z.strictObject({
    ratings: Ratings,
    confidence: z
      .number()
      .min(50)
      .lt(100)
      .default(95)
      .describe("the least coverage, in percent, at least 50 and below 100"),
  }),
  figures: {
    n: "answers used",
    missing: "experts without an answer",
    median: "the middle answer",
    low: "lower end of the interval",
    high: "upper end of the interval",
    rank: "place of the lower end among the answers, counted from the lowest; the upper end's from the highest",
    coveragePercent: "how often an interval made this way holds the median, in percent",
  },
  example: {
    note: "The second lowest and the second highest of ten.",
    input: { ratings: [4, 5, 4, 3, 4, 5, 2, 4, 4, 5] },
    value: { n: 10, missing: 0, median: 4, low: 3, high: 5, rank: 2, coveragePercent: 97.8515625 },
  },
  compute({ ratings, confidence }) {
    const sorted = ascending(answered(ratings));
    const n = sorted.length;
    const { rank, outside } = outermost(n, 1 - confidence / 100);
    return {
      n,
      missing: ratings.length - n,
      median: medianOfSorted(sorted),
      low: rank === null ? null : sorted[rank - 1]!,
      high: rank === null ? null : sorted[n - rank]!,
      rank,
      coveragePercent: rank === null ? null : 100 * (1 - outside),
    };
  },
});

/** The innermost rank whose interval leaves out at most `allowed`. Logarithms, so that n may be large. */
function outermost(n: number, allowed: number): { rank: number | null; outside: number } {
  let log = -n * Math.LN2;
  let below = 0;
  let found = { rank: null as number | null, outside: 0 };
  for (let d = 1; 2 * d <= n; d++) {
    below += Math.exp(log);
    if (nineDecimals(2 * below - allowed) > 0) return found;
    found = { rank: d, outside: 2 * below };
    log += Math.log((n - d + 1) / d);
  }
  return found;
}
