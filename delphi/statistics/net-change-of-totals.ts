import { z } from "zod";
import { Counts, firstProblem, lengthsApart } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";

export const netChangeOfTotals = measure({
  name: "net-change-of-totals",
  title: "Net change between two rounds' totals",
  meaning: "How far did the distribution move, taking everybody who answered each round?",
  formula: "100·½·Σ_k |later count_k/later n − earlier count_k/earlier n|.",
  conventions: [
    "Null if a round is empty.",
    "Where everybody answered both rounds, this is net-change. It stands in for it where 1 to k − 1 experts answered only one of the rounds: then figures about those who answered both would give the others away.",
  ],
  reading: "As net-change; those who came and left are in it.",
  source:
    "Index of dissimilarity: Duncan & Duncan 1955, Am Sociol Rev 20:210; use as in Scheibe et al. 1975.",
  input: z
    .strictObject({
      earlierCounts: Counts.describe(
        "the earlier round: how many answers on each point of the scale in order",
      ),
      laterCounts: Counts.describe("the later round, over the same points"),
    })
    .check(firstProblem(lengthsApart("earlierCounts", "laterCounts"))),
  figures: {
    earlierN: "answers in the earlier round",
    laterN: "answers in the later round",
    netChangePercent: "share of the distribution that moved, in percent",
  },
  example: {
    input: { earlierCounts: [2, 2, 4], laterCounts: [1, 2, 3] },
    value: { earlierN: 8, laterN: 6, netChangePercent: 8.33333333333 },
  },
  compute({ earlierCounts, laterCounts }) {
    const [earlierN, laterN] = [sum(earlierCounts), sum(laterCounts)];
    if (earlierN === 0 || laterN === 0) return { earlierN, laterN, netChangePercent: null };
    const moved = laterCounts.map((later, at) => Math.abs(later / laterN - earlierCounts[at]! / earlierN));
    return { earlierN, laterN, netChangePercent: 50 * sum(moved) };
  },
});
