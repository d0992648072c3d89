import type { Edition } from "../publication";
import { columnType, type ResultsColumn } from "../results-columns";
import type { DescribedColumn } from "../results-document";
import { resultsTable } from "../results-table";

/** Characters of a label, which SPSS ends at 256 bytes, and of one piece of it, so that no line is too long. */
const LABEL = 120;
const PIECE = 90;
/** The longest string that SPSS holds. */
const LONGEST = 32_000;

const BROKEN =
  "* A title here has a line break in it, which parts its rows for SPSS: take it out of results.csv first.";

/** Syntax that reads results.csv into SPSS or PSPP, with the columns in words. */
export function spssSyntax(edition: Edition, columns: readonly DescribedColumn[]): string {
  const widths = widthsOf(edition);
  const groups = [
    ["panel", "Whole panel"],
    ...edition.protocol.strata.map(({ id, title }) => [id, title] as const),
  ] as const;
  return [
    "* Reads results.csv. Set the folder below to where it lies.",
    ...(edition.items.some(({ title }) => /[\r\n]/.test(title)) ? [BROKEN] : []),
    "CD '.'.",
    "GET DATA",
    "  /TYPE=TXT",
    "  /FILE='results.csv'",
    "  /ENCODING='UTF8'",
    "  /ARRANGEMENT=DELIMITED",
    "  /DELIMITERS=','",
    "  /QUALIFIER='\"'",
    "  /FIRSTCASE=2",
    "  /VARIABLES=",
    ...columns.map(({ column }) => `    ${column} ${formatOf(column, widths.get(column) ?? 1)}`),
    "  .",
    "VARIABLE LABELS",
    ...columns.map(({ column, description }) => `  ${column} ${literal(description)}`),
    "  .",
    "VALUE LABELS group",
    ...groups.map(([id, title]) => `  ${literal(id)} ${literal(title.slice(0, 110))}`),
    "  .",
    "EXECUTE.",
    "* Medians of the whole panel.",
    "TEMPORARY.",
    "SELECT IF (group = 'panel' AND withheld = '').",
    "LIST VARIABLES=round item part n median q1 q3 verdict.",
    "",
  ].join("\n");
}

/** Bytes of the longest text in each column, which is what SPSS counts. */
function widthsOf(edition: Edition): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  for (const row of resultsTable(edition).rows)
    for (const [column, cell] of Object.entries(row))
      if (cell !== null)
        widths.set(
          column,
          Math.max(widths.get(column) ?? 1, new TextEncoder().encode(String(cell)).length + 1),
        );
  return widths;
}

function formatOf(column: ResultsColumn, width: number): string {
  const type = columnType(column);
  if (type === "integer") return "F8.0";
  return type === "number" ? "F12.4" : `A${Math.min(width, LONGEST)}`;
}

/** A text in quotation marks, in pieces on lines of their own, which SPSS joins. */
function literal(text: string): string {
  const characters = [...text.replace(/[\r\n\t]+/g, " ")].slice(0, LABEL);
  const pieces = Array.from({ length: Math.max(1, Math.ceil(characters.length / PIECE)) }, (_, at) =>
    characters.slice(at * PIECE, (at + 1) * PIECE).join(""),
  );
  return pieces.map((piece) => `'${piece.replaceAll("'", "''")}'`).join("\n    + ");
}
