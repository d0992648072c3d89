import { z } from "zod";
import { endsOffScale, firstProblem, Ratings, ratingOffScale, ScaleRange } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { answered } from "./rating-pairs";
import { percent } from "./sum";

/** The 97.5% point of the standard normal distribution. */
const Z = 1.959963984540054;

export const percentAgreement = measure({
  name: "percent-agreement",
  title: "Share of experts in the top and bottom of the scale",
  meaning: "How many experts rate this item high, how many low, and is the first share large enough?",
  formula:
    "topPercent = 100·#{x ≥ topFrom}/n. bottomPercent = 100·#{x ≤ bottomTo}/n. netPercent = topPercent − bottomPercent. topPercentOfInvited divides by the length of ratings. interval = Wilson 95% for topPercent: (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²))/(1 + z²/n), z = 1.959963984540054, held within 0–100. consensus = 100·top ≥ threshold·n.",
  conventions: [
    "Experts without an answer leave numerator and denominator, except in topPercentOfInvited.",
    "Without answers every percentage, the interval and consensus are null, except topPercentOfInvited, which is null only for an empty list.",
    "The threshold is compared with counts, not with rounded percentages; reaching it is enough.",
  ],
  reading:
    "Show the interval: 8 of 10 is 80%, but 49–94%. It treats the panel as a random draw of experts, which a chosen panel is not: read it as how far other experts of the same kind might have moved the share, not as what all experts think. State the threshold before round 1.",
  source: "Diamond et al. 2014, J Clin Epidemiol 67:401; Wilson 1927, JASA 22:209.",
  input: z
    .strictObject({
      ratings: Ratings,
      scale: ScaleRange,
      topFrom: z.int().describe("the lowest point that counts as the top"),
      bottomTo: z.int().describe("the highest point that counts as the bottom, below topFrom"),
      threshold: z
        .number()
        .gt(0)
        .max(100)
        .default(75)
        .describe("the percentage of answers in the top that counts as consensus, above 0, at most 100"),
    })
    .check(firstProblem((input) => ratingOffScale(input) ?? endsOffScale(input))),
  figures: {
    n: "answers used",
    missing: "experts without an answer",
    topPercent: "share of the answers in the top, in percent",
    bottomPercent: "share of the answers in the bottom, in percent",
    netPercent: "top minus bottom, in percentage points",
    topPercentOfInvited: "share of all experts asked who answered in the top, in percent",
    interval: "{low, high}: Wilson's 95% interval for topPercent, in percent",
    consensus: "whether topPercent reaches the threshold",
  },
  example: {
    input: {
      ratings: [5, 5, 5, 5, 5, 5, 5, 1, 2, 3],
      scale: { min: 1, max: 5 },
      topFrom: 4,
      bottomTo: 2,
      threshold: 70,
    },
    value: {
      n: 10,
      missing: 0,
      topPercent: 70,
      bottomPercent: 20,
      netPercent: 50,
      topPercentOfInvited: 70,
      interval: { low: 39.6778147461, high: 89.2208732594 },
      consensus: true,
    },
  },
  compute({ ratings, topFrom, bottomTo, threshold }) {
    const values = answered(ratings);
    const n = values.length;
    const top = values.filter((x) => x >= topFrom).length;
    const bottom = values.filter((x) => x <= bottomTo).length;
    return {
      n,
      missing: ratings.length - n,
      topPercent: percent(top, n),
      bottomPercent: percent(bottom, n),
      netPercent: percent(top - bottom, n),
      topPercentOfInvited: percent(top, ratings.length),
      interval: wilsonInterval(top, n),
      consensus: n === 0 ? null : nineDecimals(100 * top - threshold * n) >= 0,
    };
  },
});

/** Wilson's 95% interval for `part` of `n`, in percent; null of nothing. */
export function wilsonInterval(
  part: number,
  n: number,
): { readonly low: number; readonly high: number } | null {
  if (n === 0) return null;
  const p = part / n;
  const z2 = Z * Z;
  const centre = p + z2 / (2 * n);
  const reach = Z * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const bound = (x: number) => Math.min(100, Math.max(0, (100 * x) / (1 + z2 / n)));
  return { low: bound(centre - reach), high: bound(centre + reach) };
}
