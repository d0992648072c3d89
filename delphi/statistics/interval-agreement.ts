import { z } from "zod";
import { Estimates } from "./estimate";
import { measure } from "./measure";
import { median } from "./quantile";
import { percent } from "./sum";

export const intervalAgreement = measure({
  name: "interval-agreement",
  title: "Intervals that hold the panel's median",
  meaning: "Does the middle best guess seem possible to the experts?",
  formula: "100·#{lower ≤ median of the best guesses ≤ upper}/n.",
  conventions: [
    "Standardise the confidence first.",
    "An end that equals the median holds it.",
    "Null without answers.",
  ],
  reading:
    "Each expert's own uncertainty is the yardstick, so that the figure means the same for any unit, for dates, and where 0 is no natural beginning. Wide intervals hold almost any median: read their width beside it.",
  source:
    "Our own, in the spirit of the comparison of intervals in Hemming et al. 2018, Methods Ecol Evol 9:169.",
  input: z.strictObject({ estimates: Estimates }),
  figures: {
    n: "experts who answered",
    median: "median of the best guesses",
    covering: "intervals that hold that median",
    coveringPercent: "the same in percent of the experts who answered",
    medianWidth: "median of upper − lower",
  },
  example: {
    input: {
      estimates: [
        { lower: 10, best: 20, upper: 40 },
        { lower: 20, best: 30, upper: 50 },
        { lower: 35, best: 40, upper: 45 },
        null,
      ],
    },
    value: { n: 3, median: 30, covering: 2, coveringPercent: 66.6666666667, medianWidth: 30 },
  },
  compute({ estimates }) {
    const given = estimates.filter((estimate) => estimate !== null);
    const middle = median(given.map(({ best }) => best));
    const covering = given.filter(
      ({ lower, upper }) => middle !== null && lower <= middle && middle <= upper,
    ).length;
    return {
      n: given.length,
      median: middle,
      covering,
      coveringPercent: percent(covering, given.length),
      medianWidth: median(given.map(({ lower, upper }) => upper - lower)),
    };
  },
});
