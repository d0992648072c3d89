import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/client";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { allRated, anExpert, aStudy, rating, seatBehind, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("sections saved at once all stay in the draft", async () => {
  const expert = await anExpert(await aStudy("sections"));
  const ids = ["bridge", "ferry", "tunnel"];
  await Promise.all(
    ids.map((id) => saveDraft(expert, { round: 1, answers: [rating(id, "feasibility", 2)], within: [id] })),
  );
  expect(value(await submitAnswers(expert, { round: 1 })).counted).toBe(3);
});

test("a link opened by twenty at once is one seat", async () => {
  const study = await aStudy("openings");
  const seats = await Promise.all(Array.from({ length: 20 }, () => seatBehind(study.links[0]!)));
  expect(new Set(seats.map((seat) => seat.seatId.toString("hex"))).size).toBe(1);
  expect(await sql()`select 1 from seat where study_id = ${study.id}`).toHaveLength(1);
});

test("more experts than connections submit at once, and all are stored", async () => {
  const study = await aStudy("crowd", { experts: 60 });
  const experts = await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  const results = await Promise.all(
    experts.map(async (seat) => {
      value(await saveDraft(seat, { round: 1, answers: allRated(2) }));
      return submitAnswers(seat, { round: 1 });
    }),
  );
  expect(results.every((result) => result.ok)).toBe(true);
  expect(await sql()`select 1 from submission where study_id = ${study.id}`).toHaveLength(60);
});
