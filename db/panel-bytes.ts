import { unzipSync, zipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { csvOfLines } from "@/delphi/csv";
import { done, type Result, refused } from "@/delphi/result";

/** Far more than a panel's sheet, far less than what stops a server. */
const LARGEST_UNPACKED = 40_000_000;
const MOST_ROWS = 20_001;
const MOST_COLUMNS = 200;

/** A panel's file as the text that readPanelFile reads: CSV in whatever encoding a spreadsheet writes, or XLSX. */
export async function textOfPanelFile(
  bytes: Uint8Array,
): Promise<Result<string, "not-a-sheet" | "old-sheet" | "file-too-large">> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return textOfSheet(bytes);
  // The container of XLS, and of an XLSX with a password.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refused("old-sheet");
  return done(decoded(bytes));
}

const startsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);

/** Spreadsheets write UTF-8, UTF-16 with a mark, or the code page of the desk they stand on. */
function decoded(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The first sheet that has anything on it, each row on the line of its number. */
async function textOfSheet(bytes: Uint8Array): Promise<Result<string, "not-a-sheet" | "file-too-large">> {
  const bounded = withinBounds(bytes);
  if (!bounded.ok) return bounded;
  try {
    const { sheets } = await readXlsx(bounded.value);
    const rows = sheets.find((sheet) => sheet.rows.some((row) => row.some(isFilled)))?.rows ?? [];
    if (rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS))
      return refused("file-too-large");
    return done(csvOfRows(rows.map((row) => row.map(cellText))));
  } catch {
    return refused("not-a-sheet");
  }
}

/** Unpacked by us first: the library's own bound is far above what this server should hold for one file. */
function withinBounds(bytes: Uint8Array): Result<Uint8Array, "not-a-sheet" | "file-too-large"> {
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        if (unpacked > LARGEST_UNPACKED) throw new TooLarge();
        return true;
      },
    });
    return done(zipSync(files, { level: 0 }));
  } catch (error) {
    return refused(error instanceof TooLarge ? "file-too-large" : "not-a-sheet");
  }
}

class TooLarge extends Error {}

const isFilled = (cell: unknown): boolean => cellText(cell) !== "";

/** One line, since a row's number is its line. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
  return text.replace(/\s+/g, " ").trim();
}

/** As our own files are written, so that what looks like a formula comes back as it was. */
const csvOfRows = (rows: readonly (readonly string[])[]): string => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return csvOfLines(rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? "")));
};
