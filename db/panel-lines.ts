import { parse } from "csv-parse/sync";
import { unguarded } from "@/delphi/csv";

/** A line of a table: its place in the file, counted from 1, and its cells as typed. */
export type PanelLine = {
  readonly line: number;
  readonly cells: readonly string[];
  /** A quotation mark is never closed. */
  readonly broken?: boolean;
};

/** Commas, semicolons or tabs, with or without a byte-order mark; empty lines are left out and counted. */
export function readPanelLines(text: string): readonly PanelLine[] {
  const clean = text.replace(/^\uFEFF/, "");
  const delimiter = delimiterOf(clean);
  try {
    const parsed = parse(clean, {
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
      info: true,
      maxRecordSize: 100_000,
    }) as { record: string[]; info: { lines: number } }[];
    return parsed
      .map(({ record, info }) => ({ line: info.lines - lineBreaks(record), cells: record.map(unguarded) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch {
    return splitLines(clean, delimiter);
  }
}

/** A stray quote must not take the good rows with it: then each line stands for itself. */
const splitLines = (text: string, delimiter: string): readonly PanelLine[] =>
  text.split(/\r\n?|\n/).flatMap((line, at) => {
    if (line.trim() === "") return [];
    try {
      const [cells] = parse(line, { delimiter, relaxColumnCount: true, trim: true }) as string[][];
      return [{ line: at + 1, cells: (cells ?? []).map(unguarded) }];
    } catch {
      return [{ line: at + 1, cells: [line], broken: true }];
    }
  });

const lineBreaks = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

function delimiterOf(text: string): string {
  const first = text.split(/\r\n?|\n/).find((line) => line.trim() !== "") ?? "";
  const count = (mark: string) => first.split(mark).length;
  return [";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}
