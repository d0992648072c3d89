import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { publish } from "@/db/commands/publish";
import { writeReportTexts } from "@/db/commands/write-report-texts";
import { deskStudy } from "@/db/queries/desk-study";
import { results } from "@/db/queries/results";
import { ReportTextName } from "@/delphi/reporting/report-texts";
import { HARD_TEXTS } from "@/tests/delphi/a-hard-edition";
import { answeredRound, aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const reason = "The town needs to know.";
const editionOf = async (study: string, edition?: string) =>
  (await results(visitor, { study, edition })).published!.edition;
const versionOf = async (study: string) => (await deskStudy(system, { study })).version;

test("what facilitators write for the report stands in the next edition, and in none before", async () => {
  const study = await aStudy("written", { experts: 8 });
  await answeredRound(study, 1, 8);
  value(await publish(system, { study: study.slug, reason }));
  expect(await editionOf(study.slug)).not.toHaveProperty("reporting");

  const texts = { funding: HARD_TEXTS.arabic, ethics: HARD_TEXTS.quotes };
  value(await writeReportTexts(system, { study: study.slug, version: await versionOf(study.slug), texts }));
  expect((await deskStudy(system, { study: study.slug })).reporting).toEqual(texts);
  expect(await publish(system, { study: study.slug })).toMatchObject({ ok: false, refusal: "needs-reason" });
  value(await publish(system, { study: study.slug, reason: "The funder is named." }));
  const second = await editionOf(study.slug, "2");
  expect(second.reporting).toEqual(texts);
  expect(second.correction).toEqual({
    reason: "The funder is named.",
    changes: [{ what: "reporting", round: null, item: null }],
  });
  expect(await editionOf(study.slug, "1")).not.toHaveProperty("reporting");
  expect(await publish(system, { study: study.slug, reason })).toMatchObject({
    ok: false,
    refusal: "nothing-new",
  });
});

test("texts that were written before the first edition correct nothing", async () => {
  const study = await aStudy("beforehand", { experts: 8 });
  const texts = Object.fromEntries(ReportTextName.options.map((name) => [name, `About ${name}.`]));
  value(await writeReportTexts(system, { study: study.slug, version: await versionOf(study.slug), texts }));
  await answeredRound(study, 1, 8);
  value(await publish(system, { study: study.slug, reason }));
  const { reporting, correction } = await editionOf(study.slug);
  expect(reporting).toEqual(texts);
  expect(correction).toBeNull();
});

test("a form made from an older version overwrites nothing, and a text that is too long is named", async () => {
  const study = await aStudy("twice", { experts: 8 });
  const version = await versionOf(study.slug);
  value(await writeReportTexts(system, { study: study.slug, version, texts: { funding: "The town." } }));
  expect(
    await writeReportTexts(system, { study: study.slug, version, texts: { funding: "Nobody." } }),
  ).toMatchObject({ ok: false, refusal: "changed-meanwhile" });
  const long = await writeReportTexts(system, {
    study: study.slug,
    version: version + 1,
    texts: { funding: "x".repeat(4001) },
  });
  expect(long).toMatchObject({ ok: false, refusal: "invalid-input", problems: [{ path: "texts.funding" }] });
  expect((await deskStudy(system, { study: study.slug })).reporting).toEqual({ funding: "The town." });
});
