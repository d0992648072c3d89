import { sum } from "./sum";

export type Table = readonly (readonly number[])[];

export function rowTotals(table: Table): number[] {
  return table.map(sum);
}

export function columnTotals(table: Table): number[] {
  return (table[0] ?? []).map((_, j) => sum(table.map((row) => row[j]!)));
}

export function total(table: Table): number {
  return sum(rowTotals(table));
}

/** The table without its empty rows and columns. */
export function withoutEmptyLines(table: Table): number[][] {
  const columns = columnTotals(table);
  return table.filter((row) => sum(row) > 0).map((row) => row.filter((_, j) => columns[j]! > 0));
}

/** Pearson's χ² without continuity correction, of a table whose rows and columns all hold somebody. */
export function pearsonChiSquare(table: Table): {
  readonly chiSquare: number;
  readonly df: number;
  readonly smallestExpected: number;
} {
  const rows = rowTotals(table);
  const columns = columnTotals(table);
  const everybody = sum(rows);
  const expected = rows.map((row) => columns.map((column) => (row * column) / everybody));
  return {
    chiSquare: sum(
      table.flatMap((row, i) => row.map((count, j) => (count - expected[i]![j]!) ** 2 / expected[i]![j]!)),
    ),
    df: (rows.length - 1) * (columns.length - 1),
    smallestExpected: expected.flat().reduce((a, b) => Math.min(a, b)),
  };
}
