import { z } from "zod";
import { endsOffScale, firstProblem, Ratings, ratingOffScale, ScaleRange } from "./input";
import { measure } from "./measure";
import { answered } from "./rating-pairs";
import { percent } from "./sum";

export const cometConsensus = measure({
  name: "comet-consensus",
  title: "The 70/15 rule for core outcome sets",
  meaning: "Do enough experts find this outcome critical, and few enough find it unimportant?",
  formula:
    "in: at least 70% in the top and less than 15% in the bottom. out: at least 70% in the bottom and less than 15% in the top. Otherwise none.",
  conventions: [
    "The top is topFrom and above, the bottom bottomTo and below; on a scale other than 1–9 give all three.",
    "Percentages are compared as counts; without answers they and the verdict are null.",
  ],
  reading:
    "Apply it to each stakeholder group; all groups have to agree. The handbook gives this as one definition among several, and studies vary both percentages: declare yours.",
  source: "Williamson et al. 2017, COMET Handbook, Trials 18 (Suppl 3):280.",
  input: z
    .strictObject({
      ratings: Ratings,
      scale: ScaleRange.default({ min: 1, max: 9 }),
      topFrom: z.int().default(7).describe("the lowest point that counts as the top"),
      bottomTo: z.int().default(3).describe("the highest point that counts as the bottom, below topFrom"),
    })
    .check(firstProblem((input) => ratingOffScale(input) ?? endsOffScale(input))),
  figures: {
    n: "answers used",
    missing: "experts without an answer",
    topPercent: "share of the answers in the top, in percent",
    bottomPercent: "share of the answers in the bottom, in percent",
    verdict: "in, out or none",
  },
  example: {
    note: "Exactly 15% at the bottom is too many.",
    input: { ratings: [8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 2, 2, 2, 5, 5, 5] },
    value: { n: 20, missing: 0, topPercent: 70, bottomPercent: 15, verdict: "none" },
  },
  compute({ ratings, topFrom, bottomTo }) {
    const values = answered(ratings);
    const n = values.length;
    const top = values.filter((x) => x >= topFrom).length;
    const bottom = values.filter((x) => x <= bottomTo).length;
    return {
      n,
      missing: ratings.length - n,
      topPercent: percent(top, n),
      bottomPercent: percent(bottom, n),
      verdict: n === 0 ? null : verdictOf(top, bottom, n),
    };
  },
});

function verdictOf(top: number, bottom: number, n: number): "in" | "out" | "none" {
  if (100 * top >= 70 * n && 100 * bottom < 15 * n) return "in";
  if (100 * bottom >= 70 * n && 100 * top < 15 * n) return "out";
  return "none";
}
