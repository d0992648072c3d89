import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { concludeStudy } from "@/db/commands/conclude-study";
import { createStudy } from "@/db/commands/create-study";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { health } from "@/db/queries/health";
import { published } from "@/db/queries/published";
import { results } from "@/db/queries/results";
import { studyPage } from "@/db/queries/study-page";
import { NotFound } from "@/db/run";
import { policyDelphi } from "@/delphi/presets";
import { allRated, anExpert, answeredRound, aStudy, items, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const read = (study: string, edition?: string) => results(visitor, { study, edition });
const roundsOf = async (study: string, edition?: string) =>
  (await read(study, edition)).published?.edition.rounds.map((round) => round.round);

const reason = "The town needs to know.";

test("readers see the latest edition and nothing newer, whatever rounds do meanwhile", async () => {
  const study = await aStudy("bridges");
  await answeredRound(study, 1, 6, 4);
  expect((await read("bridges")).published).toBeNull();

  value(await publish(system, { study: "bridges", reason }));
  const first = await read("bridges");
  expect(first.published?.edition.rounds.map((round) => round.round)).toEqual([1]);

  value(await openRound(system, { study: "bridges" }));
  value(await submitAnswers(await anExpert(study, 0), { round: 2, answers: allRated(1) }));
  expect(await read("bridges")).toEqual(first);

  await answeredRound(study, 2, 6, 2);
  expect(await read("bridges")).toEqual(first);

  value(await publish(system, { study: "bridges", reason }));
  expect(await roundsOf("bridges")).toEqual([1, 2]);
  expect(await roundsOf("bridges", "1")).toEqual([1]);
  expect((await read("bridges", "1")).published).toEqual({ ...first.published, latest: 2 });
});

test("an edition that was never published is not found, and neither is a study nobody knows", async () => {
  for (const number of ["3", "9999", "0", "01", "0x1", "1e0", "one", ""])
    await expect(read("bridges", number)).rejects.toThrow(NotFound);
  for (const slug of ["nowhere", "Bridges", "bridges/../x", ""])
    await expect(read(slug)).rejects.toThrow(NotFound);
});

test("a study without an edition has a title and a question, and no figure", async () => {
  await aStudy("quiet");
  expect(await read("quiet")).toEqual({
    slug: "quiet",
    simulated: false,
    title: "The study quiet",
    question: "Should it be done?",
    published: null,
    editions: [],
  });
});

test("a draft that was not announced looks like no study at all", async () => {
  const content = {
    title: "Secret",
    question: "Really?",
    background: "",
    perspective: "",
    organiser: "",
    contact: "",
  };
  const design = {
    slug: "secret",
    content,
    sources: [],
    positions: [],
    items: [...items],
    protocol: policyDelphi,
  };
  value(await createStudy(system, { design, simulated: false, announced: false }));
  await expect(read("secret")).rejects.toThrow(NotFound);
  await expect(studyPage(visitor, { study: "secret" })).rejects.toThrow(NotFound);
  expect((await published(visitor, {})).map((study) => study.slug)).not.toContain("secret");
});

test("the study page tells nothing of answers, and no stance codes before the study is concluded", async () => {
  const study = await aStudy("codes", { protocol: { rounds: 1 } });
  const open = await studyPage(visitor, { study: "codes" });
  expect(open.positions).toEqual([
    expect.objectContaining({ author: "Ada Example", stance: null, for: [], against: [] }),
  ]);
  expect(JSON.stringify(open)).not.toMatch(/"submitted"|"figures"|"asked"|"snapshot"/);

  await answeredRound(study, 1, 6);
  expect((await studyPage(visitor, { study: "codes" })).codesShown).toBe(false);
  value(await concludeStudy(system, { study: "codes" }));
  const [ada] = (await studyPage(visitor, { study: "codes" })).positions;
  expect(ada).toMatchObject({ stance: 5, for: ["bridge"], against: ["ferry"] });
});

test("the list of studies shows the headline of the latest edition, and none of an unpublished round", async () => {
  const studies = await published(visitor, {});
  const bridges = studies.find((study) => study.slug === "bridges");
  expect(bridges?.edition).toMatchObject({
    number: 2,
    rounds: 2,
    headline: { figure: { round: 2, median: 2 } },
  });
  expect(studies.find((study) => study.slug === "codes")?.edition).toBeNull();
});

test("health is answered by the database itself", async () => {
  expect(await health(visitor, {})).toEqual({ database: "answers" });
});
