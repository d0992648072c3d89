import { z } from "zod";
import { firstProblem, lengthsApart, Ratings } from "./input";
import { measure } from "./measure";
import { pairsOf } from "./rating-pairs";
import { halfway, sum } from "./sum";

export const weightedLocation = measure({
  name: "weighted-location",
  title: "Weighted mean and median",
  meaning: "Where do the answers lie, if some count for more?",
  formula:
    "mean = Σ weight·rating/Σ weight. median: sort by rating, leave out zero weights; the first rating at which the running weight exceeds half the total; at exactly half (to 1e-9 of the total), the mean of that rating and the next.",
  conventions: [
    "n counts complete pairs. Null if the weights sum to 0.",
    "Equal weights give the ordinary mean and median.",
  ],
  reading: "Always beside the unweighted figure, which comes first.",
  source: "Edgeworth 1888, Phil Mag 25:184; Clark Center Forum for the use.",
  input: z
    .strictObject({
      ratings: Ratings,
      weights: z
        .array(z.number().min(0).nullable())
        .readonly()
        .describe("each expert's weight, 0 or more, null for none; as long as ratings"),
    })
    .check(firstProblem(lengthsApart("ratings", "weights"))),
  figures: {
    n: "answers with a weight",
    mean: "weighted mean",
    median: "weighted median",
  },
  example: {
    input: { ratings: [2, 4, 6], weights: [1, 1, 2] },
    value: { n: 3, mean: 4.5, median: 5 },
  },
  compute({ ratings, weights }) {
    const pairs = pairsOf({ earlier: ratings, later: weights });
    const total = sum(pairs.map(([, weight]) => weight));
    if (total === 0) return { n: pairs.length, mean: null, median: null };
    return {
      n: pairs.length,
      mean: sum(pairs.map(([rating, weight]) => rating * (weight / total))),
      median: weightedMedian(pairs, total),
    };
  },
});

function weightedMedian(pairs: readonly (readonly [number, number])[], total: number): number | null {
  const sorted = pairs.filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  let running = 0;
  for (const [at, [rating, weight]] of sorted.entries()) {
    running += weight / total;
    if (Math.abs(running - 0.5) <= 1e-9) return halfway(rating, sorted[at + 1]?.[0] ?? rating);
    if (running > 0.5) return rating;
  }
  return null;
}
