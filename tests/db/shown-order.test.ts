import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/db/actor";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { openRound } from "@/db/commands/open-round";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { environment, setEnvironment } from "@/db/environment";
import { questionnaire } from "@/db/queries/questionnaire";
import { ORDERS } from "@/delphi/item-order";
import { allRated, anExpert, answeredRound, aStudy, rating, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const shuffledPlan = { questionnaire: { sections: [], order: "shuffled" as const } };

const orderOf = async (expert: Actor) =>
  ((await questionnaire(expert, {}))?.items ?? [])
    .filter((item) => item.kind === "option")
    .map((item) => item.id);

test("experts are shown a few different orders, each keeps theirs, also in the next round", async () => {
  const study = await aStudy("orders", { experts: 16, protocol: shuffledPlan });
  const experts = await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  const first = await Promise.all(experts.map(orderOf));
  const different = new Set(first.map(String)).size;
  expect(different).toBeGreaterThan(1);
  expect(different).toBeLessThanOrEqual(ORDERS);
  expect(await Promise.all(experts.map(orderOf))).toEqual(first);
  await answeredRound(study, 1, 6);
  value(await openRound(system, { study: study.slug }));
  const again = await Promise.all(experts.map(orderOf));
  for (const [at, order] of again.entries())
    expect(order).toEqual(first[at]!.filter((id) => order.includes(id)));
});

test("nothing that is stored tells the order that a seat was shown", async () => {
  const study = await aStudy("order-unstored", { experts: 16, protocol: shuffledPlan });
  const given = [rating("bridge", "desirability", 5), rating("tunnel", "desirability", 1)];
  for (let at = 0; at < 16; at += 1) {
    const expert = await anExpert(study, at);
    const order = await orderOf(expert);
    // As the form does: one section after the other, each with its items as they are shown.
    const shown = given.toSorted((one, other) => order.indexOf(one.item) - order.indexOf(other.item));
    for (const answer of shown)
      value(await saveDraft(expert, { round: 1, answers: [answer], within: [answer.item] }));
    value(await saveDraft(expert, { round: 1, answers: [], within: order.filter((id) => id === "ferry") }));
  }
  const drafts = await sql()<{ draft: string }[]>`
    select distinct answers::text as draft from draft where study_id = ${study.id}`;
  expect(drafts).toHaveLength(1);
});

test("the order does not follow from the database without the key", async () => {
  const study = await aStudy("order-key", { experts: 24, protocol: shuffledPlan });
  const experts = await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  const before = await Promise.all(experts.map(orderOf));
  const kept = environment();
  setEnvironment({ ...kept, panelKey: Buffer.alloc(32, 7) });
  const after = await Promise.all(experts.map(orderOf));
  setEnvironment(kept);
  expect(after).not.toEqual(before);
});

test("answers in any order are the same submission", async () => {
  const study = await aStudy("order-same", { protocol: shuffledPlan });
  const expert = await anExpert(study);
  const answers = allRated(3);
  const one = value(await submitAnswers(expert, { round: 1, answers }));
  const other = value(await submitAnswers(expert, { round: 1, answers: answers.toReversed() }));
  expect(other.receipt).toBe(one.receipt);
});
