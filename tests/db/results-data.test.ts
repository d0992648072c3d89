import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import messages from "@/app/_messages/en/public.json";
import { resultsCsv } from "@/app/(public)/_data/results-csv";
import { system, visitor } from "@/db/actor";
import { createStudy } from "@/db/commands/create-study";
import { editStudy } from "@/db/commands/edit-study";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { results } from "@/db/queries/results";
import { csvOf } from "@/delphi/csv";
import { figureOf } from "@/delphi/figure";
import { policyDelphi } from "@/delphi/presets";
import { resultsDocument } from "@/delphi/results-document";
import { resultsTable } from "@/delphi/results-table";
import { answeredRound, aStudy, items, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const reason = "The town needs to know.";
const strata = [
  { id: "east", title: "East bank" },
  { id: "west", title: "West bank" },
];

const get = (slug: string, number?: string) =>
  resultsCsv(new Request("http://localhost"), { params: Promise.resolve({ slug, number }) });
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });
const editionOf = async (study: string) => (await results(visitor, { study })).published!;

/** Twenty on the roll, ten from each bank in turn; the first `answers` of them answer. */
async function publishedRound(slug: string, answers: number): Promise<void> {
  const study = await aStudy(slug, { experts: 20, strata: ["east", "west"], protocol: { strata } });
  await answeredRound(study, 1, answers);
  value(await publish(system, { study: slug, reason }));
}

test("the table agrees with the edition, cell by cell, in CSV as in JSON", async () => {
  await publishedRound("tables", 14);
  const published = await editionOf("tables");
  const columns = resultsTable(published.edition).columns.map((column) => ({ column, description: "" }));
  const { rows } = JSON.parse(JSON.stringify(resultsDocument(published, columns)));
  const response = await get("tables");
  const lines = rowsOf(await response.text());

  expect(lines).toEqual(
    rows.map((row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [name, cell === null ? "" : String(cell)]),
      ),
    ),
  );
  expect(lines).toHaveLength(published.edition.rounds[0]!.figures.length);
  for (const line of lines) {
    const { figures } = published.edition.rounds[0]!;
    const figure = figureOf(figures, line.item!, line.part!, line.group === "panel" ? null : line.group!)!;
    expect(line.withheld).toBe(figure.withheld ?? "");
    if (figure.withheld !== null) continue;
    expect(Number(line.n)).toBe(figure.n);
    expect(Number(line.median)).toBe(figure.median);
    if (figure.counts)
      expect([1, 2, 3, 4, 5].map((point) => Number(line[`count_${point}`]))).toEqual(figure.counts);
  }
});

test("a withheld row has its reason and no number, and neither file gives it away", async () => {
  await publishedRound("few", 9);
  const lines = rowsOf(await (await get("few")).text());
  const withheld = lines.filter((line) => line.withheld !== "");
  expect(new Set(withheld.map((line) => line.withheld))).toEqual(
    new Set(["fewer-than-k", "would-reveal-a-smaller-group"]),
  );
  const about = [
    "study",
    "simulated",
    "edition",
    "round",
    "imported",
    "item",
    "item_kind",
    "item_title",
    "part",
  ];
  const described = [
    ...about,
    "scale",
    "scale_min",
    "scale_max",
    "scale_labels",
    "group",
    "group_title",
    "withheld",
  ];
  for (const line of withheld)
    for (const [name, cell] of Object.entries(line)) if (!described.includes(name)) expect(cell).toBe("");
});

test("every column is described, and no description is left over", async () => {
  const { columns } = resultsTable((await editionOf("tables")).edition);
  const names = columns.map((column) => (/^count_\d+$/.test(column) ? "count" : column));
  expect(new Set(names)).toEqual(new Set(Object.keys(messages.columns)));
});

test("a title that begins like a formula is a text in a spreadsheet and comes back as it was", async () => {
  const titles = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\tTab", 'Say "no", twice\nor more'];
  const study = await aStudy("formulas", { experts: 6, open: false });
  const options = items.filter((item) => item.kind === "option");
  const renamed = items.map((item) =>
    item.kind === "option" ? { ...item, title: titles[options.indexOf(item)]! } : item,
  );
  value(await editStudy(system, { study: "formulas", version: 1, items: renamed }));
  value(await openRound(system, { study: "formulas" }));
  await answeredRound(study, 1, 6);
  value(await publish(system, { study: "formulas", reason }));
  const lines = rowsOf(await (await get("formulas")).text());
  expect(lines.filter((line) => line.item_kind === "option").map((line) => line.item_title)).toEqual(
    titles.slice(0, 3).flatMap((title) => [`'${title}`, `'${title}`]),
  );

  const csv = csvOf(
    ["text", "number"],
    titles.map((text) => ({ text, number: -2.5 })),
  );
  for (const line of rowsOf(csv)) {
    expect(line.text).not.toMatch(/^[=+\-@\t]/);
    expect(line.number).toBe("-2.5");
  }
  expect(rowsOf(csv).map((line) => line.text!.replace(/^'/, ""))).toEqual(titles);
});

test("a file of the latest edition is kept by nobody, one of a numbered edition may be", async () => {
  const latest = await get("tables");
  expect(latest.headers.get("cache-control")).toBe("private, no-store");
  expect(latest.headers.get("content-type")).toContain("text/csv");
  expect(latest.headers.get("content-disposition")).toBe(
    'attachment; filename="tables-edition-1-results.csv"',
  );
  const numbered = await get("tables", "1");
  expect(numbered.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(await numbered.text()).toBe(await latest.text());
});

test("a file that does not exist is a plain sentence, whatever the address asks for", async () => {
  await aStudy("empty");
  for (const [slug, number] of [
    ["empty"],
    ["nowhere"],
    ["tables", "2"],
    ["tables", "one"],
    ["tables", "0x1"],
  ] as const) {
    const response = await get(slug, number);
    expect([slug, number, response.status]).toEqual([slug, number, 404]);
    expect(await response.text()).toBe("Nothing has been published here.\n");
  }
});

test("files of a simulated panel say so in every row and in their name, and nobody may keep them", async () => {
  const content = {
    title: "Played",
    question: "And?",
    background: "",
    perspective: "",
    organiser: "",
    contact: "",
  };
  const design = {
    slug: "played",
    content,
    sources: [],
    positions: [],
    items: [...items],
    protocol: policyDelphi,
  };
  value(await createStudy(system, { design, simulated: true }));
  await database.sql`
    insert into edition (study_id, number, canonical, digest, previous_digest, published_at)
    select played.id, 1, replace(replace(canonical, '"simulated":false', '"simulated":true'), '"slug":"tables"', '"slug":"played"'),
      'digest of played', null, published_at
    from edition join study on study.id = study_id and study.slug = 'tables', study played where played.slug = 'played'`;
  const response = await get("played", "1");
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("content-disposition")).toContain(
    "played-edition-1-simulated-panel-results.csv",
  );
  const lines = rowsOf(await response.text());
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((line) => line.simulated === "true")).toBe(true);
});
