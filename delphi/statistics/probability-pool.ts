import { z } from "zod";
import { Probabilities } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { median } from "./quantile";
import { answered } from "./rating-pairs";
import { mean } from "./sum";

export const probabilityPool = measure({
  name: "probability-pool",
  title: "One probability from many",
  meaning: "What probability does the panel as a whole give this?",
  formula:
    "linear = mean; geometricMeanOfOdds = logit⁻¹(L), L the mean of logit p; extremized = logit⁻¹(extremizing·L). For L every p is held within clamp…1 − clamp; clamped counts those that were moved.",
  conventions: [
    "linear and median use p as given.",
    "With clamp 0, a 0 or 1 makes the odds pools null. extremized is null unless asked for.",
    "Without answers every pool is null.",
  ],
  reading:
    "Median by default; linear is under-confident where experts know different things (Satopää et al.). Extremizing (1.16–3.92 in Satopää et al.) assumes independent information: off by default, and shown with its factor.",
  source: "Genest & Zidek 1986, Statistical Science 1:114; Satopää et al. 2014, Int J Forecasting 30:344.",
  input: z.strictObject({
    probabilities: Probabilities,
    clamp: z
      .number()
      .min(0)
      .lt(0.5)
      .default(0.005)
      .describe("how near to 0 and 1 a probability may come in the odds pools, 0 or more, below 0.5"),
    extremizing: z.number().min(1).max(10).optional().describe("the factor on the mean log odds, 1 to 10"),
  }),
  figures: {
    n: "probabilities given",
    linear: "the mean",
    median: "the median",
    geometricMeanOfOdds: "the geometric mean of the odds, as a probability",
    extremized: "the same with the log odds multiplied by extremizing",
    clamped: "probabilities moved away from 0 or 1 for the odds pools",
  },
  example: {
    input: { probabilities: [0, 0.2, 0.4, null], extremizing: 2 },
    value: {
      n: 3,
      linear: 0.2,
      median: 0.2,
      geometricMeanOfOdds: 0.086141213022,
      extremized: 0.00880687964241,
      clamped: 1,
    },
  },
  compute({ probabilities, clamp, extremizing }) {
    const given = answered(probabilities);
    const held = given.map((p) => Math.min(1 - clamp, Math.max(clamp, p)));
    const logOdds = mean(held.map((p) => Math.log(p) - Math.log1p(-p)));
    const defined = logOdds !== null && held.every((p) => p > 0 && p < 1);
    return {
      n: given.length,
      linear: mean(given),
      median: median(given),
      geometricMeanOfOdds: defined ? fromLogOdds(logOdds) : null,
      extremized: defined && extremizing !== undefined ? fromLogOdds(extremizing * logOdds) : null,
      clamped: given.filter((p, at) => nineDecimals(p - held[at]!) !== 0).length,
    };
  },
});

function fromLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
