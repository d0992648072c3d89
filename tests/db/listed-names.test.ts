import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { giveAgreement } from "@/db/commands/give-agreement";
import { listNames } from "@/db/commands/list-names";
import { publish } from "@/db/commands/publish";
import { writeLetter } from "@/db/commands/write-letter";
import { editionTexts } from "@/db/queries/edition-texts";
import { results } from "@/db/queries/results";
import { roll } from "@/db/queries/roll";
import { answeredRound, aStudy, type TestStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { mailingBy } from "./desk-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => mailingBy("smtp"));

async function personOf(study: TestStudy, at: number): Promise<string> {
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = ${`e${at}@${study.slug}.example`}`;
  return value(await writeLetter(system, { study: study.id, invitation: row!.id, letter: "invitation" }))
    .person;
}

const agree = async (study: TestStudy, at: number, name: string, agreed = true) =>
  value(await giveAgreement(visitor, { person: await personOf(study, at), to: "be-named", agreed, name }));

const named = async (study: TestStudy, edition?: string) =>
  (await results(visitor, { study: study.slug, edition })).published!.named;

const list = (study: TestStudy, listed: boolean) => listNames(system, { study: study.slug, listed });

test("a name stands beside the results once its bearer agreed and the facilitators listed it, and goes with either", async () => {
  const study = await aStudy("named", { experts: 8 });
  await answeredRound(study, 1, 8);
  value(await publish(system, { study: study.slug, reason: "The town needs to know." }));
  expect(await list(study, true)).toMatchObject({ ok: false, refusal: "nobody-agreed" });

  await agree(study, 3, "Zoë Last");
  await agree(study, 5, "ada first");
  expect(await named(study)).toEqual([]);
  value(await list(study, true));
  expect(await named(study)).toEqual(["ada first", "Zoë Last"]);
  expect(await named(study, "1")).toEqual(["ada first", "Zoë Last"]);

  // Whoever agrees later, or under another name, waits until the facilitators have seen it.
  await agree(study, 1, "Late Comer");
  await agree(study, 3, "Visit https://spam.example");
  expect(await named(study)).toEqual(["ada first"]);
  const { agreements } = await roll(system, { study: study.slug });
  expect(agreements.filter(({ listed }) => listed).map(({ name }) => name)).toEqual(["ada first"]);

  await agree(study, 5, "", false);
  expect(await named(study)).toEqual([]);
  value(await list(study, true));
  expect(await named(study)).toEqual(["Late Comer", "Visit https://spam.example"]);
  value(await list(study, false));
  expect(await named(study)).toEqual([]);
});

test("no edition holds a name: its text is the same before and after", async () => {
  const study = await aStudy("nameless", { experts: 8 });
  await answeredRound(study, 1, 8);
  value(await publish(system, { study: study.slug, reason: "The town needs to know." }));
  const before = await editionTexts(visitor, { study: study.slug, edition: 1 });
  await agree(study, 0, "Nora Named");
  value(await list(study, true));
  expect(await editionTexts(visitor, { study: study.slug, edition: 1 })).toEqual(before);
  expect(await publish(system, { study: study.slug, reason: "Again." })).toMatchObject({
    ok: false,
    refusal: "nothing-new",
  });
});
