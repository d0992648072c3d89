type Cell = string | number | boolean | null;

/**
 * A table as CSV after RFC 4180, in UTF-8 with a byte-order mark, so that spreadsheets read its letters. A text
 * that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function csvOf<C extends string>(
  columns: readonly C[],
  rows: readonly Readonly<Partial<Record<C, Cell>>>[],
): string {
  return csvOfLines([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);
}

/** The same of lines as they stand, the first of which may name the columns. */
export const csvOfLines = (lines: readonly (readonly Cell[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(written).join(",")).join("\r\n")}\r\n`;

function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = guarded(cell);
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Apostrophes that stand there already count as part of the beginning: so one can be taken away again. */
const FORMULA = /^'*[=+\-@\t\r]/;

const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** A cell of a file that was written here, as it was before: every reader of such files undoes the guard. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
