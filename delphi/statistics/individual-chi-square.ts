import { z } from "zod";
import { CrossTable } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";
import { columnTotals, pearsonChiSquare, type Table, total, withoutEmptyLines } from "./table";
import { chiSquareTail } from "./tail";

export const individualChiSquare = measure({
  name: "individual-chi-square",
  title: "Do later answers depend on earlier ones?",
  meaning: "Does knowing an expert's earlier answer tell something about the later one?",
  formula:
    "Pearson χ² of the cross-table, no continuity correction, after dropping empty rows and columns; df = (rows′ − 1)(columns′ − 1). lambda = (Σ_i max_j o_ij − M)/(pairs − M), M the largest column total.",
  conventions: [
    "lambda is Goodman & Kruskal's, for the later answer given the earlier one.",
    "The test and smallestExpected are null if fewer than two rows or columns are non-empty; lambda is null if the later round is unanimous or there is no pair.",
  ],
  reading:
    "Significant is read as stable: the opposite of marginal-chi-square. It shows dependence, not sameness: a panel that swaps sides also scores.",
  source: "Chaffin & Talley 1980, TFSC 16:67 (example table 2a; 196.43, lambda 0.85).",
  input: z.strictObject({ table: CrossTable }),
  figures: {
    pairs: "experts who answered both rounds",
    chiSquare: "Pearson's statistic",
    df: "degrees of freedom",
    p: "upper tail of χ²",
    lambda: "share of the errors in guessing the later answer that the earlier one saves",
    smallestExpected: "the smallest expected count",
  },
  example: {
    input: {
      table: [
        [26, 0, 0],
        [7, 62, 2],
        [0, 0, 25],
      ],
    },
    value: {
      pairs: 122,
      chiSquare: 196.425380566,
      df: 4,
      p: 2.20464051088e-41,
      lambda: 0.85,
      smallestExpected: 5.53278688525,
    },
  },
  compute({ table }) {
    const pairs = total(table);
    const used = withoutEmptyLines(table);
    const lambda = lambdaOf(table, pairs);
    if (used.length < 2 || used[0]!.length < 2)
      return { pairs, chiSquare: null, df: null, p: null, lambda, smallestExpected: null };
    const { chiSquare, df, smallestExpected } = pearsonChiSquare(used);
    return { pairs, chiSquare, df, p: chiSquareTail(chiSquare, df), lambda, smallestExpected };
  },
});

/** Goodman and Kruskal's lambda: the errors in guessing the later answer that the earlier one saves. */
function lambdaOf(table: Table, pairs: number): number | null {
  const largest = Math.max(...columnTotals(table));
  if (largest === pairs) return null;
  return (sum(table.map((row) => Math.max(...row))) - largest) / (pairs - largest);
}
