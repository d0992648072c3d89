import { z } from "zod";
import { firstProblem, lengthsApart, Ratings, ratingOffScale, ScaleRange } from "./input";
import { measure } from "./measure";
import { answered } from "./rating-pairs";
import { sum } from "./sum";

export const confidenceWeightedShares = measure({
  name: "confidence-weighted-shares",
  title: "Opinions weighted by the experts' confidence",
  meaning: "How do the opinions spread over the scale, and how if sure experts count for more?",
  formula:
    "percents over all opinions; weightedPercents = 100·Σ confidence at the point/Σ confidence, over opinions with a confidence.",
  conventions: [
    "No opinion leaves both, whatever its confidence.",
    "percents is null without opinions; weightedPercents if the confidences sum to 0.",
    "Of a panel it is computed from the released table of answers by confidence; where that is over the sides of a scale, a side counts as its middle.",
    "nWithConfidence counts the opinions whose expert stated a confidence, 0 included.",
  ],
  reading:
    "Always beside the unweighted figure, which comes first: confidence is weakly related to accuracy.",
  source: "Clark Center Forum (IGM Economic Experts Panel), confidence-weighted responses.",
  input: z
    .strictObject({
      ratings: Ratings,
      confidence: z
        .array(z.number().min(0).nullable())
        .readonly()
        .describe("each expert's confidence, 0 or more, null for none; as long as ratings"),
      scale: ScaleRange,
    })
    .check(firstProblem((input) => ratingOffScale(input) ?? lengthsApart("ratings", "confidence")(input))),
  figures: {
    n: "opinions",
    nWithConfidence: "opinions with a stated confidence",
    percents: "share of the opinions on each point of the scale in order, in percent",
    weightedPercents: "the same with each opinion counted by its confidence",
  },
  example: {
    input: { ratings: [4, 4, 5, 3, 2, null], confidence: [5, 8, 10, 3, 4, 7], scale: { min: 1, max: 5 } },
    value: {
      n: 5,
      nWithConfidence: 5,
      percents: [0, 20, 20, 40, 20],
      weightedPercents: [0, 13.3333333333, 10, 43.3333333333, 33.3333333333],
    },
  },
  compute({ ratings, confidence, scale }) {
    const opinions = answered(ratings);
    const weights = ratings.map((rating, expert) => (rating === null ? null : confidence[expert]!));
    const stated = answered(weights);
    const points = Array.from({ length: scale.max - scale.min + 1 }, (_, step) => scale.min + step);
    const weightAt = (point: number) =>
      sum(answered(weights.filter((_, expert) => ratings[expert] === point)));
    const all = sum(stated);
    return {
      n: opinions.length,
      nWithConfidence: stated.length,
      percents:
        opinions.length === 0
          ? null
          : points.map((point) => (100 * opinions.filter((x) => x === point).length) / opinions.length),
      weightedPercents: all === 0 ? null : points.map((point) => (100 * weightAt(point)) / all),
    };
  },
});
