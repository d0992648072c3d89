import { writeXlsx } from "hucre/xlsx";
import { xmlText } from "@/delphi/deposit/xml-text";

type Cell = string | number | boolean | null;
export type Sheet = Parameters<typeof writeXlsx>[0]["sheets"][number];

const HEAD = { font: { bold: true }, alignment: { vertical: "top" } } as const;
const BODY = { alignment: { vertical: "top", wrapText: true } } as const;
const USUAL_WIDTH = 14;
/** Points of a line of text; programs that open a sheet don't all make room for wrapped texts by themselves. */
const LINE = 15;
const MOST_LINES = 20;

/**
 * A sheet with a fixed first row, or none where it has no head; `widths` are in characters. Texts to be read are
 * wrapped; in a long table each row stays one line.
 */
export function sheetOf(
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
  wrapped = true,
): Sheet {
  const all = [...(head.length > 0 ? [head] : []), ...rows].map((row) => row.map(held));
  return {
    name,
    rows: all,
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(head.length > 0 && { printTitlesRow: "$1:$1" }),
    },
    columns: widths.map((width) => ({ width, ...(wrapped && { style: BODY }) })),
    ...(wrapped && { rowDefs: new Map(all.map((row, at) => [at, { height: LINE * linesOf(row, widths) }])) }),
    ...(head.length > 0 && {
      freezePane: { rows: 1 },
      cells: new Map(head.map((_, at) => [`0,${at}`, { style: HEAD }])),
    }),
  };
}

/** How many lines the longest cell of a row takes; words break a little early. */
const linesOf = (row: readonly Cell[], widths: readonly number[]): number =>
  Math.min(
    MOST_LINES,
    Math.max(1, ...row.map((cell, at) => Math.ceil(String(cell ?? "").length / (0.92 * widths[at]!)))),
  );

/** A table with its columns as the first row. */
export const tableSheet = <C extends string>(
  name: string,
  columns: readonly C[],
  rows: readonly Readonly<Partial<Record<C, Cell>>>[],
  widths: Readonly<Partial<Record<C, number>>>,
  wrapped = true,
): Sheet =>
  sheetOf(
    name,
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? null)),
    columns.map((column) => widths[column] ?? USUAL_WIDTH),
    wrapped,
  );

/** As many characters as a cell holds. */
const LONGEST = 32_767;

/** A text is written as a text, so nothing in it is ever a formula; what the format can't hold is left out. */
const held = (cell: Cell): Cell => (typeof cell === "string" ? xmlText(cell).slice(0, LONGEST) : cell);

/** The same sheets give the same bytes: their dates are the edition's. */
export async function workbookOf(
  sheets: readonly Sheet[],
  { title, creator, day }: { title: string; creator: string; day: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const date = new Date(`${day}T00:00:00Z`);
  const properties = { title: held(title) as string, creator, created: date, modified: date };
  return new Uint8Array(await writeXlsx({ sheets: [...sheets], properties }));
}
