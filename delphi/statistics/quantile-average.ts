import { z } from "zod";
import { Estimates } from "./estimate";
import { measure } from "./measure";
import { mean } from "./sum";

export const quantileAverage = measure({
  name: "quantile-average",
  title: "The average expert",
  meaning: "What interval and best guess do the experts give on average?",
  formula: "The mean of each of lower, best and upper, over the experts who answered.",
  conventions: ["Standardise the confidence first.", "Null without answers."],
  reading:
    "Narrower than the linear pool. Show the spread of best guesses and the mean width of intervals as two different uncertainties.",
  source:
    "Hemming et al. 2018, Methods Ecol Evol 9:169; Lichtendahl et al. 2013, Management Science 59:1594.",
  input: z.strictObject({ estimates: Estimates }),
  figures: {
    n: "experts who answered",
    lower: "mean lower end",
    best: "mean best guess",
    upper: "mean upper end",
  },
  example: {
    input: { estimates: [{ lower: 10, best: 20, upper: 40 }, { lower: 20, best: 30, upper: 50 }, null] },
    value: { n: 2, lower: 15, best: 25, upper: 45 },
  },
  compute({ estimates }) {
    const given = estimates.filter((estimate) => estimate !== null);
    return {
      n: given.length,
      lower: mean(given.map((estimate) => estimate.lower)),
      best: mean(given.map((estimate) => estimate.best)),
      upper: mean(given.map((estimate) => estimate.upper)),
    };
  },
});
