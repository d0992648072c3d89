import { z } from "zod";
import { Bounds, beyondBounds, type Estimate, estimateFields, heldWithin, inOrder } from "./estimate";
import { firstProblem } from "./input";
import { measure } from "./measure";

export const ideaStandardisation = measure({
  name: "idea-standardisation",
  title: "The same confidence level for every expert (IDEA)",
  meaning: "How wide would each interval be, had every expert been equally sure of it?",
  formula:
    "lower′ = best − (best − lower)·level/confidence, upper′ = best + (upper − best)·level/confidence, then held within the bounds.",
  conventions: [
    "n counts the experts who answered; null stays null.",
    "Estimates outside the bounds are refused.",
  ],
  reading:
    "Level 80 is read as the 10, 50 and 90% points, level 90 as 5, 50 and 95%. A best guess need not be a median: say so where it is read as one.",
  source: "Hemming et al. 2018, Methods Ecol Evol 9:169.",
  input: z
    .strictObject({
      judgements: z
        .array(
          z
            .strictObject({ ...estimateFields, confidence: z.number().min(50).max(100) })
            .check(inOrder)
            .nullable(),
        )
        .readonly()
        .describe(
          "for each expert {lower, best, upper, confidence} with lower ≤ best ≤ upper and 50–100% confidence, or null for no answer",
        ),
      level: z
        .number()
        .min(50)
        .max(100)
        .describe("the confidence all intervals are brought to, 50 to 100 percent"),
      bounds: Bounds.optional(),
    })
    .check(firstProblem(({ judgements, bounds }) => beyondBounds("judgements", judgements, bounds))),
  figures: {
    n: "experts who answered",
    judgements: "each expert's standardised {lower, best, upper}",
  },
  example: {
    input: {
      judgements: [{ lower: 10, best: 20, upper: 40, confidence: 50 }, null],
      level: 90,
      bounds: { min: 5 },
    },
    value: { n: 1, judgements: [{ lower: 5, best: 20, upper: 56 }, null] },
  },
  compute({ judgements, level, bounds }) {
    const standardised = judgements.map((judgement): Estimate | null => {
      if (judgement === null) return null;
      const { lower, best, upper, confidence } = judgement;
      return {
        lower: heldWithin(best - ((best - lower) * level) / confidence, bounds),
        best,
        upper: heldWithin(best + ((upper - best) * level) / confidence, bounds),
      };
    });
    return { n: judgements.filter((judgement) => judgement !== null).length, judgements: standardised };
  },
});
