import { z } from "zod";
import { WholeCounts } from "./input";
import { concordance } from "./kendall-w";
import { measure } from "./measure";
import { sum } from "./sum";

export const kendallWOfCounts = measure({
  name: "kendall-w-of-counts",
  title: "Agreement on one ranking (Kendall's W), from how often each option had each rank",
  meaning: "Do the experts put the options in the same order?",
  formula:
    "R_i = Σ rank·count is the rank sum of option i over the m experts, S = Σ(R_i − R̄)²: w = 12·S/(m²(n³ − n)). chiSquare = m(n − 1)·w, df = n − 1, upper χ² tail. meanRanks = R_i/m.",
  conventions: [
    "The same as kendall-w where every expert gives every option a rank of its own: without ties the rank sums are all it takes, so it needs nobody's ranking.",
    "w and the test are null below 2 options or 2 experts, and where the counts are not those of complete rankings: every option and every rank must add up to m.",
  ],
  reading: "0.1 very weak, 0.3 weak, 0.5 moderate, 0.7 strong, 0.9 unusually strong.",
  source:
    "Kendall & Babington Smith 1939, Ann Math Stat 10:275; bands: Schmidt 1997, Decision Sciences 28:763.",
  input: z.strictObject({
    rankCounts: z
      .array(WholeCounts)
      .min(1)
      .readonly()
      .describe("one row for each option, in it how many experts gave it rank 1, 2, …"),
  }),
  figures: {
    options: "options in the order",
    experts: "experts who put them in order",
    w: "coefficient of concordance, 0 to 1",
    chiSquare: "Friedman's statistic",
    df: "degrees of freedom",
    p: "upper tail of χ²",
    meanRanks: "each option's mean rank, 1 for what comes first",
  },
  example: {
    note: "Siegel: three executives rank six applicants.",
    input: {
      rankCounts: [
        [2, 0, 0, 0, 0, 1],
        [0, 0, 1, 0, 1, 1],
        [0, 1, 1, 0, 0, 1],
        [0, 1, 0, 1, 1, 0],
        [0, 1, 0, 1, 1, 0],
        [1, 0, 1, 1, 0, 0],
      ],
    },
    value: {
      options: 6,
      experts: 3,
      w: 0.161904761905,
      chiSquare: 2.42857142857,
      df: 5,
      p: 0.787211813884,
      meanRanks: [2.66666666667, 4.66666666667, 3.66666666667, 3.66666666667, 3.66666666667, 2.66666666667],
    },
  },
  compute({ rankCounts }) {
    const options = rankCounts.length;
    const experts = sum(rankCounts[0] ?? []);
    const ranks = Array.from({ length: options }, (_, at) => sum(rankCounts.map((row) => row[at] ?? 0)));
    const complete =
      rankCounts.every((row) => row.length === options && sum(row) === experts) &&
      ranks.every((count) => count === experts);
    const rankSums = rankCounts.map((row) => sum(row.map((count, at) => count * (at + 1))));
    const found = concordance(complete ? rankSums : [], experts, 0);
    const meanRanks = complete && experts > 0 ? rankSums.map((one) => one / experts) : null;
    return { options, experts, ...found, meanRanks };
  },
});
