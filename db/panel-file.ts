import { parse } from "csv-parse/sync";
import { unguarded } from "@/delphi/csv";
import { normalAddress } from "./address";

export type PanelRow = {
  readonly line: number;
  readonly name: string;
  readonly address: string;
  /** As typed; empty where the file has none. */
  readonly stratum: string;
};
export type BadRow = { readonly line: number; readonly reason: string };
export type PanelFile = { readonly rows: readonly PanelRow[]; readonly bad: readonly BadRow[] };

const COLUMNS: Readonly<Record<string, keyof Omit<PanelRow, "line">>> = {
  name: "name",
  "full name": "name",
  email: "address",
  "e-mail": "address",
  mail: "address",
  address: "address",
  "e-mail address": "address",
  "email address": "address",
  stratum: "stratum",
  group: "stratum",
  sector: "stratum",
};

/**
 * Reads a panel: CSV with a header (name, e-mail, stratum; comma, semicolon or tab; byte-order mark allowed),
 * or addresses pasted one a line, as `Name <address>` or bare. Good rows are kept, each bad one is listed.
 */
export function readPanelFile(text: string): PanelFile {
  const clean = text.replace(/^\uFEFF/, "");
  const records = splitRecords(clean);
  if (records.length === 0) return { rows: [], bad: [] };
  const header = columnsOf(records[0]!.cells);
  const read = header
    ? records.slice(1).map((record) => fromColumns(record, header))
    : records.map(fromPasted);
  return keepFirstOfEach(read);
}

type Line = { readonly line: number; readonly cells: readonly string[]; readonly broken?: boolean };

function splitRecords(text: string): readonly Line[] {
  const delimiter = delimiterOf(text);
  try {
    const parsed = parse(text, {
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
    return splitLines(text, delimiter);
  }
}

/** A stray quote must not take the good rows with it: then each line stands for itself. */
const splitLines = (text: string, delimiter: string): readonly Line[] =>
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

function columnsOf(cells: readonly string[]): ReadonlyMap<keyof Omit<PanelRow, "line">, number> | null {
  const found = new Map<keyof Omit<PanelRow, "line">, number>();
  cells.forEach((cell, at) => {
    const column = COLUMNS[cell.trim().toLowerCase()];
    if (column && !found.has(column)) found.set(column, at);
  });
  return found.has("address") ? found : null;
}

type Read = PanelRow | BadRow;

function fromColumns(record: Line, header: ReadonlyMap<keyof Omit<PanelRow, "line">, number>): Read {
  const cell = (column: keyof Omit<PanelRow, "line">) => record.cells[header.get(column) ?? -1] ?? "";
  return row(record, cell("name"), cell("address"), cell("stratum"));
}

/** `Name <address>`, `address`, or cells in any order of which one is an address. */
function fromPasted(record: Line): Read {
  const joined = record.cells.join(", ");
  const angled = /^(.*?)<([^<>]+)>\s*(?:[,;\t]\s*(.*))?$/.exec(joined);
  if (angled) return row(record, angled[1]!, angled[2]!, angled[3] ?? "");
  const at = record.cells.findIndex((cell) => cell.includes("@"));
  if (at === -1) return { line: record.line, reason: `“${short(joined)}” holds no e-mail address.` };
  const others = record.cells.filter((_, place) => place !== at);
  return row(record, others[0] ?? "", record.cells[at]!, others[1] ?? "");
}

function row(record: Line, name: string, typed: string, stratum: string): Read {
  const { line } = record;
  if (record.broken) return { line, reason: "This line has a quotation mark that is never closed." };
  if (typed.trim() === "") return { line, reason: "This line has no e-mail address." };
  const address = normalAddress(typed);
  if (!address) return { line, reason: `“${short(typed)}” is not an e-mail address.` };
  if (name.length > 200) return { line, reason: "The name is longer than 200 characters." };
  if (stratum.length > 120) return { line, reason: "The group's name is longer than 120 characters." };
  return { line, name: tidy(name).replace(/,\s*$/, ""), address, stratum: tidy(stratum) };
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim().replace(/^"|"$/g, "");
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

function keepFirstOfEach(read: readonly Read[]): PanelFile {
  const seen = new Map<string, number>();
  const rows: PanelRow[] = [];
  const bad: BadRow[] = [];
  for (const one of read) {
    if ("reason" in one) bad.push(one);
    else if (seen.has(one.address))
      bad.push({ line: one.line, reason: `${one.address} stands already on line ${seen.get(one.address)}.` });
    else {
      seen.set(one.address, one.line);
      rows.push(one);
    }
  }
  return { rows, bad };
}
