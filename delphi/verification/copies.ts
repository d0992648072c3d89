import { canonical } from "../canonical";
import { csvOf } from "../csv";
import type { Edition } from "../publication";
import type { ResultsColumn } from "../results-columns";
import { resultsDocument } from "../results-document";
import { resultsTable } from "../results-table";
import { type Check, checked } from "./report";
import type { BundleFiles } from "./zip";

/** results.csv, results-columns.csv and results.json say what edition.json says. */
export function checkCopies(edition: Edition, digest: string, files: BundleFiles): Check {
  const textOf = (name: string) => {
    const bytes = files.get(name);
    return bytes === undefined ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };
  const faults = [
    ...csvFaults(edition, textOf("results.csv")),
    ...columnFaults(edition, textOf("results-columns.csv")),
    ...jsonFaults(edition, digest, textOf("results.json")),
  ];
  return checked("files", "The table as CSV and the document as JSON say the same as edition.json.", faults);
}

/** A table of fewer columns is one of an earlier version, and has to agree in those that it has. */
function csvFaults(edition: Edition, csv: string | null): string[] {
  if (csv === null) return ["results.csv is missing."];
  const { columns, rows } = resultsTable(edition);
  const header = csv
    .replace(/^\uFEFF/, "")
    .split("\r\n", 1)[0]!
    .split(",");
  const unknown = header.filter((name) => !columns.includes(name as ResultsColumn));
  if (unknown.length > 0)
    return [`results.csv has columns that no edition has: ${unknown.slice(0, 5).join(", ")}.`];
  const expected = csvOf(header as ResultsColumn[], rows);
  if (csv === expected) return [];
  const lines = expected.split("\r\n");
  const at = csv.split("\r\n").findIndex((line, place) => line !== lines[place]);
  return [`results.csv differs from edition.json in line ${at < 0 ? lines.length : at + 1}.`];
}

/** The descriptions are words; only which columns are described can be held against the table. */
function columnFaults(edition: Edition, csv: string | null): string[] {
  if (csv === null) return ["results-columns.csv is missing."];
  const described = csv
    .split("\r\n")
    .slice(1, -1)
    .map((line) => line.split(",", 1)[0]!);
  const known: readonly string[] = resultsTable(edition).columns;
  return described.every((name) => known.includes(name))
    ? []
    : ["results-columns.csv describes a column that the table does not have."];
}

function jsonFaults(edition: Edition, digest: string, text: string | null): string[] {
  if (text === null) return ["results.json is missing."];
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(text);
  } catch {
    return ["results.json is not JSON."];
  }
  const expected: Record<string, unknown> = resultsDocument({ edition, digest }, []);
  return Object.keys(given)
    .filter((name) => name !== "columns")
    .filter((name) => canonical(given[name] ?? null) !== canonical(plain(expected[name])))
    .map((name) => `results.json differs from edition.json in “${name}”.`);
}

/** As JSON holds it: what is undefined is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
