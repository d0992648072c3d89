import { z } from "zod";
import { QuantileTypeChoice, Ratings } from "./input";
import { measure } from "./measure";
import { ascending, quantileOfSorted } from "./quantile";
import { answered } from "./rating-pairs";

export const quantiles = measure({
  name: "quantiles",
  title: "Any quantiles of one item",
  meaning: "Below which values does a given share of the answers lie?",
  formula:
    "On the sorted answers x₁…xₙ, indexes held within 1…n. Type 7: linear at h = (n − 1)p + 1. Type 6: linear at h = (n + 1)p. Type 2: h = np; the mean of x_h and x_{h+1} if h is whole, else x_⌈h⌉.",
  conventions: [
    "In the order asked; each is null without answers.",
    "quantileType is 7 unless stated. An index that is whole to 9 decimals counts as whole.",
  ],
  reading: "The 10–90% range of forecasts; fan charts.",
  source: "Hyndman & Fan 1996, Am Stat 50:361.",
  input: z.strictObject({
    ratings: Ratings,
    probabilities: z
      .array(z.number().min(0).max(1))
      .readonly()
      .describe("the shares asked for, each from 0 to 1"),
    quantileType: QuantileTypeChoice,
  }),
  figures: {
    n: "answers used",
    quantiles: "one value for each probability, in the order asked",
  },
  example: {
    input: { ratings: [10, 20, 35, 50, 50, 65, 80, 95], probabilities: [0.1, 0.9] },
    value: { n: 8, quantiles: [17, 84.5] },
  },
  compute({ ratings, probabilities, quantileType }) {
    const sorted = ascending(answered(ratings));
    return {
      n: sorted.length,
      quantiles: probabilities.map((p) => quantileOfSorted(sorted, p, quantileType)),
    };
  },
});
