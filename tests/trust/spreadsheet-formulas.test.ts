import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { asCsv } from "@/cli/links-file";
import { readPanelFile } from "@/db/panel-file";
import { csvOf, unguarded } from "@/delphi/csv";
import { fc } from "../draws";

/** What our own importers do with a cell that the export guarded. */
const read = (csv: string): string[] =>
  parse(csv, { bom: true, from_line: 2 }).map(([cell]: string[]) => cell!);

/** A spreadsheet runs a cell as a formula when it begins like this, quoted or not. */
const isFormula = (cell: string): boolean => /^[=+\-@\t\r]/.test(cell);

describe("spreadsheet formulas", () => {
  const beginnings = ["=", "+", "-", "@", "\t", "\r", "=\t", "'=", "''@", "'", "-1", "+49 30 1234"];

  test("export and re-import round-trips strings that begin with = + - @ tab; none is a formula", () => {
    const texts = fc
      .tuple(fc.constantFrom(...beginnings, ""), fc.string({ unit: "grapheme" }))
      .map((two) => two.join(""));
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 20 }), (cells) => {
        const exported = read(
          csvOf(
            ["text"],
            cells.map((text) => ({ text })),
          ),
        );
        expect(exported.filter(isFormula)).toEqual([]);
        expect(exported.map(unguarded)).toEqual(cells);
      }),
    );
  });

  test("a name on the roll that begins like one comes back from a file of links as it was", () => {
    const names = ["=cmd|' /C calc'!A0", "+Ada", "-Ben", "@Cleo", "'=Dora", "O'Hara"];
    const links = names.map((name, at) => ({ name, address: `e${at}@town.example`, token: "T" }));
    const csv = asCsv(links as never, "https://tholos.example");
    expect(read(csv).filter(isFormula)).toEqual([]);
    expect(readPanelFile(csv).rows.map((row) => row.name)).toEqual(names);
  });

  test("without the guard the same strings would be formulas, and numbers stay numbers", () => {
    expect(beginnings.slice(0, 6).every(isFormula)).toBe(true);
    expect(csvOf(["number"], [{ number: -2.5 }])).toBe("\uFEFFnumber\r\n-2.5\r\n");
  });
});
