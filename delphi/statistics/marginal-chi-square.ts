import { z } from "zod";
import { firstProblem, lengthsApart, WholeCounts } from "./input";
import { measure } from "./measure";
import { pearsonChiSquare, withoutEmptyLines } from "./table";
import { chiSquareTail } from "./tail";

export const marginalChiSquare = measure({
  name: "marginal-chi-square",
  title: "Is the distribution of the two rounds the same?",
  meaning: "Could the answers of both rounds come from one distribution?",
  formula:
    "Pearson χ² of the 2 × K table, no continuity correction, after dropping empty points and rounds; df = K′ − 1.",
  conventions: ["All figures are null if fewer than two points or a whole round are left empty."],
  reading:
    "Not significant is read as stable. It takes the rounds for independent samples; be wary of smallestExpected below 5.",
  source: "Dajani, Sincoff & Talley 1979, TFSC 13:83 (example table 3).",
  input: z
    .strictObject({
      earlierCounts: WholeCounts.describe(
        "the earlier round: how many answers on each point of the scale in order",
      ),
      laterCounts: WholeCounts.describe("the later round, over the same points"),
    })
    .check(firstProblem(lengthsApart("earlierCounts", "laterCounts"))),
  figures: {
    chiSquare: "Pearson's statistic",
    df: "degrees of freedom",
    p: "upper tail of χ²",
    smallestExpected: "the smallest expected count",
  },
  example: {
    input: { earlierCounts: [6, 5, 10], laterCounts: [5, 5, 11] },
    value: { chiSquare: 0.138528138528, df: 2, p: 0.933080249727, smallestExpected: 5 },
  },
  compute({ earlierCounts, laterCounts }) {
    const table = withoutEmptyLines([earlierCounts, laterCounts]);
    if (table.length < 2 || table[0]!.length < 2)
      return { chiSquare: null, df: null, p: null, smallestExpected: null };
    const { chiSquare, df, smallestExpected } = pearsonChiSquare(table);
    return { chiSquare, df, p: chiSquareTail(chiSquare, df), smallestExpected };
  },
});
