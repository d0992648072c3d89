import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { tableSheet, workbookOf } from "@/app/(public)/_data/sheets";
import { readItems } from "@/cli/items-file";
import { readRatings } from "@/cli/ratings-file";
import { analyseRound } from "@/delphi/analysis";
import { csvOf } from "@/delphi/csv";
import { itemsTable } from "@/delphi/deposit/items-table";
import { resultsTable } from "@/delphi/results-table";
import { aHardEdition } from "./a-hard-edition";

const { edition } = aHardEdition();
const table = resultsTable(edition);
const items = readItems(csvOf(itemsTable(edition).columns, itemsTable(edition).rows));

type Cells = Readonly<Record<string, string>>;

/** Both files of figures, as somebody reads them who has nothing else: every cell as text. */
const files: Readonly<Record<string, () => Promise<readonly Cells[]>>> = {
  "results.csv": async () => parse(csvOf(table.columns, table.rows), { bom: true, columns: true }) as Cells[],
  "results.xlsx": async () => {
    const about = { title: "T", creator: "C", day: "2027-05-03" };
    const bytes = await workbookOf([tableSheet("Data", table.columns, table.rows, {})], about);
    const [head, ...rows] = (await readXlsx(bytes)).sheets[0]!.rows;
    return rows.map((row) =>
      Object.fromEntries(head!.map((name, at) => [String(name), String(row[at] ?? "")])),
    );
  },
};

/** The answers that a row counts, in the form that answers are brought in; who gave them no file tells. */
function asAnswers(row: Cells): string[][] {
  const place = (at: number, value: string) => [String(at), "", row.round!, row.item!, row.part!, value];
  const given = Object.entries(row).flatMap(([name, count]) => {
    const value = /^count_(-?\d+)$/.exec(name)?.[1];
    return value === undefined || count === "" ? [] : Array.from({ length: Number(count) }, () => value);
  });
  const passed = Array.from({ length: Number(row.abstained) }, () => "abstain");
  const open = Array.from({ length: Number(row.not_answered) }, () => "");
  return [...given, ...passed, ...open].map((value, at) => place(at, value));
}

for (const [name, read] of Object.entries(files))
  test(`the answers that ${name} counts, brought in again with items.csv, give its figures`, async () => {
    const panel = (await read()).filter((row) => row.group === "panel" && row.withheld === "");
    const counted = panel.filter((row) =>
      Object.keys(row).some((key) => /^count_/.test(key) && row[key] !== ""),
    );
    expect(counted.length).toBeGreaterThan(10);
    const head = ["expert", "stratum", "round", "item", "part", "value"];
    const lines = [head, ...counted.flatMap(asAnswers)].map((cells) =>
      cells.map((cell) => `"${cell}"`).join(","),
    );
    const { rounds, bad } = readRatings(lines.join("\n"), items);
    expect(bad).toEqual([]);
    const protocol = { ...edition.protocol, strata: [] };
    for (const round of rounds) {
      const raw = analyseRound(protocol, round, []);
      for (const row of counted.filter((one) => Number(one.round) === round.round)) {
        const figure = raw.find((one) => one.item === row.item && one.part === row.part)!;
        const { n, abstained, median, q1, q3, topPercent, bottomPercent, consensus, mark } = figure;
        expect([n, abstained, median, q1, q3, topPercent, bottomPercent].map(String), row.item).toEqual(
          [row.n, row.abstained, row.median, row.q1, row.q3, row.top_percent, row.bottom_percent].map(String),
        );
        expect([String(consensus?.met), mark]).toEqual([row.consensus, row.verdict]);
      }
    }
  });
