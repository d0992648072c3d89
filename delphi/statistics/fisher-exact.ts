import gammaln from "@stdlib/math-base-special-gammaln";
import { z } from "zod";
import { GroupTable } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";
import { columnTotals, pearsonChiSquare, rowTotals, type Table, total, withoutEmptyLines } from "./table";
import { chiSquareTail } from "./tail";

/** More tables than this are not counted one by one. */
const EXACT_UP_TO = 1_000_000;
/** Tables whose probability differs from the observed one by less than this share are as probable. */
const AS_PROBABLE = 1e-7;

export const fisherExact = measure({
  name: "fisher-exact",
  title: "Does leaving depend on the group?",
  meaning: "Did some groups lose more of their experts than others?",
  formula:
    "p = Σ probability of every table with the same margins that is no more probable than the observed one. Exact while the product of min(row total, column total) + 1, over all rows but one largest and all columns but one largest, is at most 1,000,000; beyond that the Pearson χ² tail without correction.",
  conventions: [
    "Empty rows and columns drop out; n counts everybody.",
    "Equally probable is meant to a relative 1e-7.",
    "method and p are null if fewer than two rows or columns are left.",
  ],
  reading:
    "A small p says that who left depends on the group. With few leavers even a large difference is not significant.",
  source:
    "Fisher 1935, The Design of Experiments; Freeman & Halton 1951, Biometrika 38:141. Example: the lady tasting tea.",
  input: z.strictObject({ table: GroupTable }),
  figures: {
    n: "everybody in the table",
    method: "exact or chi-square: where p comes from",
    p: "two-sided",
  },
  example: {
    input: {
      table: [
        [3, 1],
        [1, 3],
      ],
    },
    value: { n: 8, method: "exact", p: 0.485714285714 },
  },
  compute({ table }) {
    return { n: total(table), ...testOf(withoutEmptyLines(table)) };
  },
});

type Test = { method: "exact" | "chi-square" | null; p: number | null };

function testOf(used: Table): Test {
  if (used.length < 2 || used[0]!.length < 2) return { method: null, p: null };
  const table = largestLast(used);
  if (freedom(table) <= EXACT_UP_TO) return { method: "exact", p: exactP(table) };
  const { chiSquare, df } = pearsonChiSquare(table);
  return { method: "chi-square", p: chiSquareTail(chiSquare, df) };
}

/** A row and a column with the largest totals go last: what is left for them follows from the others. */
function largestLast(table: Table): Table {
  const place = (totals: readonly number[]) => totals.lastIndexOf(Math.max(...totals));
  const toEnd = <T>(list: readonly T[], at: number) => [
    ...list.slice(0, at),
    ...list.slice(at + 1),
    list[at]!,
  ];
  const column = place(columnTotals(table));
  return toEnd(table, place(rowTotals(table))).map((row) => toEnd(row, column));
}

function freedom(table: Table): number {
  const columns = columnTotals(table).slice(0, -1);
  return rowTotals(table)
    .slice(0, -1)
    .reduce((product, row) => columns.reduce((so, column) => so * (Math.min(row, column) + 1), product), 1);
}

function exactP(observed: Table): number {
  const logs = logProbabilities(observed);
  const largest = logs.reduce((a, b) => Math.max(a, b));
  const all = sum(logs.map((log) => Math.exp(log - largest)));
  const rare = sum(logs.filter((log) => log <= AS_PROBABLE).map((log) => Math.exp(log - largest)));
  return Math.min(1, rare / all);
}

/** Log probability, relative to the observed table, of every table with the observed margins. */
function logProbabilities(observed: Table): number[] {
  const logs: number[] = [];
  const [lastRow, lastColumn] = [observed.length - 1, observed[0]!.length - 1];
  const inColumn = columnTotals(observed);
  const rows = rowTotals(observed);

  /** Fills the cells from (i, j) on; `left` of row i and what is left of each column is still to be placed. */
  function fill(i: number, j: number, left: number, log: number): void {
    if (i === lastRow) {
      logs.push(sum(inColumn.map((rest, column) => logRatio(observed[i]![column]!, rest))) + log);
      return;
    }
    if (j === lastColumn) {
      if (left > inColumn[j]!) return;
      inColumn[j]! -= left;
      fill(i + 1, 0, rows[i + 1]!, log + logRatio(observed[i]![j]!, left));
      inColumn[j]! += left;
      return;
    }
    const most = Math.min(left, inColumn[j]!);
    for (let here = 0; here <= most; here++) {
      inColumn[j]! -= here;
      fill(i, j + 1, left - here, log + logRatio(observed[i]![j]!, here));
      inColumn[j]! += here;
    }
  }

  fill(0, 0, rows[0]!, 0);
  return logs;
}

/** ln(a!/b!). For large a and b by Stirling's formula, so that the difference keeps its digits. */
function logRatio(a: number, b: number): number {
  if (a === b) return 0;
  if (Math.min(a, b) < 10_000) return gammaln(a + 1) - gammaln(b + 1);
  const apart = a - b;
  return apart * (Math.log(a) - 1) + (b + 0.5) * Math.log1p(apart / b) + 1 / (12 * a) - 1 / (12 * b);
}
