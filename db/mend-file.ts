import { csvOfLines } from "@/delphi/csv";
import type { PanelLine } from "./panel-lines";

/** A column's head, empty where none is named, and its first values. */
export type ColumnHead = { readonly head: string; readonly values: readonly string[] };

const FIRST_VALUES = 3;

/** Every column of a table, for whoever says what it means. */
export function headsOf(lines: readonly PanelLine[], header: boolean): readonly ColumnHead[] {
  const width = lines.slice(0, 200).reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const body = lines.slice(header ? 1 : 0, FIRST_VALUES + 1);
  return Array.from({ length: width }, (_, at) => ({
    head: header ? (lines[0]!.cells[at] ?? "") : "",
    values: body.map(({ cells }) => cells[at] ?? "").filter((cell) => cell !== ""),
  }));
}

type Columns<Field extends string> = {
  readonly header: boolean;
  readonly fields: readonly (Field | null)[];
};
type BadRow = { readonly line: number; readonly reason: string };

/** The lines that can't be used, each with its reason, as a file to be mended: under heads that are read again. */
export function mendFile<Field extends string>(
  lines: readonly PanelLine[],
  columns: Columns<Field>,
  head: Readonly<Record<Field, string>>,
  bad: readonly BadRow[],
): string {
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const named = columns.header ? lines[0]!.cells : [];
  const wide = bad.reduce((most, { line }) => Math.max(most, byLine.get(line)?.cells.length ?? 0), 1);
  const heads = Array.from({ length: wide }, (_, at) => {
    const field = columns.fields[at];
    return field ? head[field] : (named[at] ?? "");
  });
  const written = bad.map(({ line, reason }) => [line, reason, ...(byLine.get(line)?.cells ?? [])]);
  return csvOfLines([["line", "what is wrong", ...heads], ...written]);
}

/** The same of addresses that were pasted one a line. */
export function mendLines(lines: readonly PanelLine[], bad: readonly BadRow[]): string {
  const byLine = new Map(lines.map((line) => [line.line, line]));
  const written = bad.map(({ line, reason }) => [line, reason, byLine.get(line)?.cells.join(", ") ?? ""]);
  return csvOfLines([["line", "what is wrong", "email"], ...written]);
}
