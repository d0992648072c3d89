import { z } from "zod";
import { CrossTable } from "./input";
import { measure } from "./measure";
import { percent, sum } from "./sum";
import { columnTotals, rowTotals, total } from "./table";

const DISAGREEMENT = {
  none: (i: number, j: number) => (i === j ? 0 : 1),
  linear: (i: number, j: number) => Math.abs(i - j),
  quadratic: (i: number, j: number) => (i - j) ** 2,
};

export const weightedKappa = measure({
  name: "weighted-kappa",
  title: "Agreement of the panel with itself, round to round",
  meaning: "Do the experts give the same answers again, beyond what chance would produce?",
  formula:
    "kappa = 1 − Σ v_ij·o_ij/Σ v_ij·e_ij with e_ij = row_i·column_j/pairs. v = [i ≠ j] (none), |i − j| (linear) or (i − j)² (quadratic) over the full scale, unused points included.",
  conventions: ["unchangedPercent and kappa are null without pairs, kappa also if Σ v·e = 0."],
  reading:
    "Unanimity in one round gives 0, however many stayed: show unchangedPercent beside it, and no verbal bands.",
  source: "Cohen 1968, Psychol Bull 70:213 (example table 1); Holey et al. 2007, BMC Med Res Methodol 7:52.",
  input: z.strictObject({
    table: CrossTable,
    weights: z
      .enum(["none", "linear", "quadratic"])
      .describe("how a disagreement grows with the distance of the points"),
  }),
  figures: {
    pairs: "experts who answered both rounds",
    unchangedPercent: "share of the pairs with the same answer twice, in percent",
    kappa: "agreement beyond chance, 1 at most",
  },
  example: {
    input: {
      table: [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
      weights: "none",
    },
    value: { pairs: 200, unchangedPercent: 70, kappa: 0.491525423729 },
  },
  compute({ table, weights }) {
    const pairs = total(table);
    const rows = rowTotals(table);
    const columns = columnTotals(table);
    const v = DISAGREEMENT[weights];
    const observed = sum(table.flatMap((row, i) => row.map((count, j) => v(i, j) * count)));
    const expected = sum(
      rows.flatMap((row, i) => columns.map((column, j) => v(i, j) * row * (column / pairs))),
    );
    return {
      pairs,
      unchangedPercent: percent(sum(table.map((row, i) => row[i]!)), pairs),
      kappa: pairs === 0 || expected === 0 ? null : 1 - observed / expected,
    };
  },
});
