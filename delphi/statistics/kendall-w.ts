import { z } from "zod";
import { type CompleteBlock, completeBlock } from "./complete-block";
import { Matrix } from "./input";
import { measure } from "./measure";
import { midRanks, tieTerm } from "./ranks";
import { sum } from "./sum";
import { chiSquareTail } from "./tail";

export const kendallW = measure({
  name: "kendall-w",
  title: "Agreement on the order of items (Kendall's W)",
  meaning: "Do the experts put the items in the same order?",
  formula:
    "Each expert's ratings are ranked ascending over the n items; R_i rank sums, S = Σ(R_i − R̄)², T_j the tie term of expert j: w = 12·S/(m²(n³ − n) − m·ΣT_j). chiSquare = m(n − 1)·w, df = n − 1, upper χ² tail. meanRanks = R_i/m.",
  conventions: [
    "Mid-ranks for ties, with the tie correction; chiSquare is then Friedman's.",
    "The lowest rating has rank 1: with ratings a high mean rank means rated high, with ranks (1 = best) it means placed low.",
    "An expert with no rating at all is left out first; then every item that some remaining expert left open (its mean rank is null).",
    "w, the test and meanRanks are null below 2 items or 2 experts; w and the test also if every expert ties every item.",
  ],
  reading:
    "0.1 very weak, 0.3 weak, 0.5 moderate, 0.7 strong, 0.9 unusually strong; stop at 0.7 or when w no longer rises. A small p only says “not random”; for 7 items or fewer it is rough. An item that one expert left open is lost for all: look at items before w.",
  source:
    "Kendall & Babington Smith 1939, Ann Math Stat 10:275; Siegel & Castellan 1988, Nonparametric Statistics; bands: Schmidt 1997, Decision Sciences 28:763.",
  input: z.strictObject({ ratings: Matrix }),
  figures: {
    items: "items used",
    experts: "experts used",
    w: "coefficient of concordance, 0 to 1",
    chiSquare: "Friedman's statistic",
    df: "degrees of freedom",
    p: "upper tail of χ²",
    meanRanks: "each item's mean rank, null for an item left out",
  },
  example: {
    note: "Siegel: three executives rank six applicants.",
    input: {
      ratings: [
        [1, 1, 6],
        [6, 5, 3],
        [3, 6, 2],
        [2, 4, 5],
        [5, 2, 4],
        [4, 3, 1],
      ],
    },
    value: {
      items: 6,
      experts: 3,
      w: 0.161904761905,
      chiSquare: 2.42857142857,
      df: 5,
      p: 0.787211813884,
      meanRanks: [2.66666666667, 4.66666666667, 3.66666666667, 3.66666666667, 3.66666666667, 2.66666666667],
    },
  },
  compute({ ratings }) {
    const block = completeBlock(ratings);
    return { items: block.rows.length, experts: block.experts, ...concordanceOf(block) };
  },
});

type Concordance = {
  w: number | null;
  chiSquare: number | null;
  df: number | null;
  p: number | null;
};

function concordanceOf({
  rows,
  places,
  experts: m,
}: CompleteBlock): Concordance & { meanRanks: (number | null)[] | null } {
  const columns = Array.from({ length: m }, (_, expert) => rows.map((row) => row[expert]!));
  const ranks = columns.map(midRanks);
  const rankSums = rows.map((_, item) => sum(ranks.map((column) => column[item]!)));
  const found = concordance(rankSums, m, sum(columns.map(tieTerm)));
  if (rows.length < 2 || m < 2) return { ...found, meanRanks: null };
  return { ...found, meanRanks: places.map((place) => (place === null ? null : rankSums[place]! / m)) };
}

/** W and its test from the rank sums of n items, m experts and the sum of their tie terms. */
export function concordance(rankSums: readonly number[], m: number, ties: number): Concordance {
  const n = rankSums.length;
  const room = m * m * (n ** 3 - n) - m * ties;
  if (n < 2 || m < 2 || room === 0) return { w: null, chiSquare: null, df: null, p: null };
  const w = (12 * sum(rankSums.map((rankSum) => (rankSum - (m * (n + 1)) / 2) ** 2))) / room;
  const chiSquare = m * (n - 1) * w;
  return { w, chiSquare, df: n - 1, p: chiSquareTail(chiSquare, n - 1) };
}
