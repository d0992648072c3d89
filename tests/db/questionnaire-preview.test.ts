import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { openRound } from "@/db/commands/open-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import { questionnaire } from "@/db/queries/questionnaire";
import { questionnairePreview } from "@/db/queries/questionnaire-preview";
import { allRated, anExpert, answeredRound, aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const preview = (study: { slug: string }) => questionnairePreview(system, { study: study.slug });

test("before round 1 the preview is what the panel will be asked", async () => {
  const study = await aStudy("before-one", { open: false });
  const form = await preview(study);
  expect(form.round).toEqual({ number: 1, of: 3, state: "next" });
  value(await openRound(system, { study: study.slug }));
  const asked = await questionnaire(await anExpert(study), {});
  expect(asked!.items).toEqual(form.items);
  expect((await preview(study)).round.state).toBe("open");
});

test("while a round is open the preview tells nothing of what was answered", async () => {
  const study = await aStudy("while-open");
  const before = await preview(study);
  value(await submitAnswers(await anExpert(study), { round: 1, answers: allRated(5) }));
  expect(await preview(study)).toEqual(before);
});

test("between rounds it is the next round that the rules propose, with the feedback that experts will see", async () => {
  const study = await aStudy("between", { protocol: { rounds: 2 } });
  await answeredRound(study, 1, 6);
  const form = await preview(study);
  expect(form).toMatchObject({ round: { number: 2, state: "next" }, answers: [], earlier: [] });
  value(await openRound(system, { study: study.slug }));
  // Somebody who missed round 1 has nothing of their own in it either.
  const asked = await questionnaire(await anExpert(study, 7), {});
  expect(form.items).toEqual(asked!.items);
  expect(form.feedback).toEqual(asked!.feedback);
  expect(form.settled).toEqual(asked!.settled);
});
