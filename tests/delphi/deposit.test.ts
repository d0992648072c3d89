import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, test } from "vitest";
import { sheetOf, tableSheet, workbookOf } from "@/app/(public)/_data/sheets";
import { readItems } from "@/cli/items-file";
import { readDescription } from "@/db/outside-file";
import { withAboutExperts } from "@/delphi/about-expert";
import { csvOf, unguarded } from "@/delphi/csv";
import { citationFile, dataCite } from "@/delphi/deposit/citation";
import { dataPackage, roCrate } from "@/delphi/deposit/data-package";
import { itemsTable } from "@/delphi/deposit/items-table";
import { spssSyntax } from "@/delphi/deposit/spss";
import type { Item } from "@/delphi/item";
import { columnType, type ResultsColumn } from "@/delphi/results-columns";
import { resultsTable } from "@/delphi/results-table";
import { partsFor } from "@/delphi/usual-parts";
import { aBundle, textOf } from "@/tests/trust/a-bundle";
import { aChoice } from "./a-choice";
import { aHardEdition, HARD_TEXTS } from "./a-hard-edition";
import { anAllocation, aRanking } from "./a-ranking";
import { anOption, aProtocol } from "./a-round";
import { anEstimate, DAYS } from "./an-estimate";
import { seatsSaying, sure, times } from "./with-confidence";

const { edition, digest } = aHardEdition();
const table = resultsTable(edition);
const columns = table.columns.map((column) => ({ column, description: `It's about ${column}.` }));
const csv = csvOf(table.columns, table.rows);
const named = { edition, digest, url: "https://tholos.example/studies/played/editions/1" };

const folder = mkdtempSync(path.join(os.tmpdir(), "tholos-deposit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const place = (name: string) => path.join(folder, name);

const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
const programs = [
  { program: "python3", script: "recompute.py" },
  { program: "Rscript", script: "recompute.R" },
] as const;

describe("an edition with hard texts, nobody's answers, a group of one and no agreement", () => {
  test("holds what it is meant to hold", () => {
    const of = (item: string, group = "panel") =>
      table.rows.find((row) => row.item === item && row.group === group && row.round === 2)!;
    expect(of("minus").withheld ?? of("minus").n).not.toBeNull();
    expect(table.rows.filter((row) => row.group === "panel" && row.consensus === true)).toEqual([]);
    expect(table.rows.filter((row) => row.group === "alone" && row.withheld === null)).toEqual([]);
    expect(of("long").n).toBe(13);
  });

  test("its table comes back from CSV as it was, cell by cell", () => {
    const read = parse(csv, { bom: true, columns: true }) as Record<string, string>[];
    const back = read.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cellOf(name, cell)])),
    );
    expect(back).toEqual(table.rows);
  });

  test("its table comes back from XLSX as it was, no cell is a formula, and the same table gives the same bytes", async () => {
    const about = { title: HARD_TEXTS.control, creator: HARD_TEXTS.formula, day: "2027-05-03" };
    const sheets = [
      tableSheet("Data", table.columns, table.rows, {}),
      sheetOf(
        "Read me",
        [],
        Object.values(HARD_TEXTS).map((text) => [text]),
        [100],
      ),
    ];
    const bytes = await workbookOf(sheets, about);
    expect(await workbookOf(sheets, about)).toEqual(bytes);
    const [data, words] = (await readXlsx(bytes)).sheets;
    const [head, ...rows] = data!.rows;
    expect(head).toEqual(table.columns);
    const whole = rows.map((row) =>
      Object.fromEntries(
        table.columns.map((column, at) => [column, row[at] === "" ? null : (row[at] ?? null)]),
      ),
    );
    const held = (text: unknown) =>
      typeof text === "string" ? text.replaceAll("\u0001", "").replaceAll("\uFFFE", "") : text;
    expect(whole).toEqual(
      table.rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, held(cell)])),
      ),
    );
    expect(words!.rows.map(([text]) => text)).toEqual(Object.values(HARD_TEXTS).map(held));
    const xml = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes("worksheets/"));
    expect(xml.length).toBeGreaterThanOrEqual(2);
    for (const [, sheet] of xml) expect(strFromU8(sheet)).not.toMatch(/<f[ >]/);
  });

  test("its questions come back from items.csv as the command that analyses reads them", () => {
    const { columns, rows } = itemsTable(edition);
    expect(readItems(csvOf(columns, rows))).toEqual(edition.items);
  });

  test("questions of every kind come back from items.csv, as the command and the desk read them", () => {
    const around = {
      help: "Think of the river.",
      section: "crossings",
      until: "2030",
      resolvesIf: "It opens.",
    };
    const plain = (["stance", "scenario", "open", "confidence"] as const).map(
      (kind): Item => ({
        id: kind,
        kind,
        title: kind,
        text: "Two\nlines",
        sources: [],
        ...around,
        parts: [...partsFor(kind, [])],
      }),
    );
    const asOne = [
      aChoice("one"),
      aChoice("many", "any"),
      aRanking,
      anAllocation,
      anEstimate(),
      anEstimate(DAYS, "opening"),
    ];
    const items = withAboutExperts([...plain, ...asOne], {
      aboutExperts: { expertise: "study", interests: "texts" },
    });
    const { columns, rows } = itemsTable({ ...edition, items: [...items] });
    const file = csvOf(columns, rows);
    expect(readItems(file)).toEqual(items);
    expect(readDescription(file)).toEqual({ items, bad: [] });
  });

  test("the citation file is YAML of plain strings, with the title as it is", () => {
    const lines = citationFile(named).split("\n");
    const title = lines.find((line) => line.startsWith("title: "))!;
    expect(JSON.parse(title.slice("title: ".length))).toBe(`${HARD_TEXTS.quotes}, edition 1`);
    for (const line of lines)
      expect(line).toMatch(/^( {0,4}(- )?[a-z-]+:( "(\\.|[^"\\])*"| other)?| {2}- "(\\.|[^"\\])*"|)$/);
    expect(JSON.stringify(dataCite(named, ["results.csv"]))).toContain(
      JSON.stringify(HARD_TEXTS.arabic).slice(1, -1),
    );
  });

  test("a licence stands in every descriptor where one is granted, and in none where it is not", () => {
    const granted = {
      ...named,
      edition: { ...edition, study: { ...edition.study, licence: "CC-BY-4.0" as const } },
    };
    const files = [{ name: "results.csv", bytes: 1, sha256: digest }];
    const all = (one: typeof named) =>
      [
        citationFile(one),
        ...[dataCite(one, ["results.csv"]), dataPackage(one, files, columns), roCrate(one, files)].map(
          (made) => JSON.stringify(made),
        ),
      ] as const;
    expect(all(granted)[0]).toContain('license: "CC-BY-4.0"');
    for (const made of all(granted).slice(1))
      expect(made).toContain("https://creativecommons.org/licenses/by/4.0/");
    for (const made of all(named)) expect(made).not.toMatch(/licen[cs]e|creativecommons|rightsList/i);
  });

  test("the descriptors list every file once, with a digest, and each column with its type", () => {
    const files = ["results.csv", "items.csv", "pictures/stance.svg"].map((name, at) => ({
      name,
      bytes: at,
      sha256: digest,
    }));
    const described = dataPackage(named, files, columns) as { resources: Record<string, never>[] };
    expect(described.resources.map(({ path, hash }) => [path, hash])).toEqual(
      files.map(({ name }) => [name, `sha256:${digest}`]),
    );
    for (const resource of described.resources) expect(resource.name).toMatch(/^[-a-z0-9._/]+$/);
    const graph = (roCrate(named, files) as { "@graph": { "@id": string }[] })["@graph"];
    expect(graph.map((entity) => entity["@id"]).filter((id) => id.includes("."))).toEqual([
      "ro-crate-metadata.json",
      "./",
      ...files.map(({ name }) => name),
    ]);
  });

  test("every line of the SPSS syntax is short, and every text in it ends where it should", () => {
    const lines = spssSyntax(edition, columns).split("\n");
    expect(lines.filter((line) => Buffer.byteLength(line) > 250)).toEqual([]);
    for (const line of lines) expect((line.match(/'/g) ?? []).length % 2, line).toBe(0);
    expect(lines.join("\n")).toContain("'It''s about round.'");
  });

  test.skipIf(!has("pspp"))("PSPP reads the table by the syntax", () => {
    expect(spssSyntax(edition, columns)).toContain("has a line break in it");
    const items = edition.items.map((item) => ({ ...item, title: item.title.replaceAll("\n", " ") }));
    const whole = { ...edition, items };
    writeFileSync(place("results.csv"), csvOf(table.columns, resultsTable(whole).rows));
    writeFileSync(place("results.sps"), spssSyntax(whole, columns));
    const read = spawnSync("pspp", ["results.sps"], { cwd: folder, encoding: "utf8" });
    expect(read.stdout + read.stderr).not.toMatch(/error|warning/i);
    expect(read.stdout).toMatch(/\|hebrew *\|desirability\|13\|/);
    expect(read.status).toBe(0);
  });

  for (const { program, script } of programs)
    test.skipIf(!has(program))(`${script} finds every figure again, and finds one that was changed`, () => {
      writeFileSync(place("results.csv"), csv);
      copyFileSync(path.join("delphi/deposit", script), place(script));
      const good = spawnSync(program, [place(script)], { encoding: "utf8" });
      expect(good.stdout + good.stderr).toContain("Everything that can be computed matches.");
      expect(good.stdout).toContain("top_percent: ");
      expect(good.stderr).toBe("");
      expect(good.status).toBe(0);

      const [row] = table.rows.filter(
        ({ withheld, count_1: count }) => withheld === null && Number(count) > 0,
      );
      const changed = table.rows.map((one) =>
        one === row ? { ...one, median: Number(one.median) + 0.5 } : one,
      );
      writeFileSync(place("changed.csv"), csvOf(table.columns, changed));
      const bad = spawnSync(program, [place(script), place("changed.csv")], { encoding: "utf8" });
      expect(bad.stdout).toContain("1 figures differ.");
      expect(bad.stdout).toContain(`${row!.item}, desirability, panel: median is printed as`);
      expect(bad.status).toBe(1);
    });

  for (const { program, script } of programs)
    test.skipIf(!has(program))(
      `${script} weighs answers by confidence again, and finds a share that was changed`,
      () => {
        const seats = seatsSaying([...times(6, 2, 1), ...times(4, 4, 5), ...times(3, 4, 3)]);
        const files = aBundle({ protocol: aProtocol(), items: [anOption("visas"), sure], rounds: [seats] });
        const weighed = textOf(files, "results.csv");
        writeFileSync(place("results.csv"), weighed);
        copyFileSync(path.join("delphi/deposit", script), place(script));
        const good = spawnSync(program, [place(script)], { encoding: "utf8" });
        expect(good.stdout + good.stderr).toContain("weighted_percents: 1 match");
        expect(good.status).toBe(0);
        expect(weighed).toContain("2 = 17.14");
        writeFileSync(place("changed.csv"), weighed.replace("2 = 17.14", "2 = 27.14"));
        const bad = spawnSync(program, [place(script), place("changed.csv")], { encoding: "utf8" });
        expect(bad.stdout).toContain("visas, desirability, panel: weighted_percents is printed as");
        expect(bad.status).toBe(1);
      },
    );
});

function cellOf(name: string, cell: string): string | number | boolean | null {
  if (cell === "") return null;
  const type = columnType(name as ResultsColumn);
  if (type === "boolean") return cell === "true";
  return type === "string" ? unguarded(cell) : Number(cell);
}
