import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/db/actor";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { giveConsent } from "@/db/commands/give-consent";
import { openRound } from "@/db/commands/open-round";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { NotFound } from "@/db/run";
import {
  abstention,
  allRated,
  anExpert,
  answeredRound,
  aStudy,
  rating,
  seatBehind,
  type TestStudy,
  text,
  value,
} from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
let river: TestStudy;

beforeAll(async () => {
  database = await freshDatabase();
  river = await aStudy("river");
});
afterAll(() => database.close());

test("an expert's answers are stored as they were given, texts apart", async () => {
  const expert = await anExpert(river, 0);
  const answers = [
    rating("stance", "stance", 4),
    abstention("bridge", "desirability"),
    text("bridge", "rationale", 'It says "no", \\ and {braces}, NULL, \n two lines'),
    text("missing", "text", "  A cable car.  "),
  ];
  const submitted = value(await submitAnswers(expert, { round: 1, answers }));
  expect(submitted).toMatchObject({ revision: 1, counted: 4, open: 5 });
  expect(submitted.receipt).toMatch(/^[0-9a-f]{64}$/);
  const rows = await sql()`
    select item, part, value, abstained from answer where seat_id = ${expert.seatId} order by item`;
  expect([...rows]).toEqual([
    { item: "bridge", part: "desirability", value: null, abstained: true },
    { item: "stance", part: "stance", value: 4, abstained: false },
  ]);
  const texts =
    await sql()`select item, text from answer_text where seat_id = ${expert.seatId} order by item`;
  expect([...texts]).toEqual([
    { item: "bridge", text: 'It says "no", \\ and {braces}, NULL, \n two lines' },
    { item: "missing", text: "A cable car." },
  ]);
});

test("the same answers again, in another order, are the same submission", async () => {
  const expert = await anExpert(river, 1);
  const first = value(await submitAnswers(expert, { round: 1, answers: allRated(4) }));
  const again = value(await submitAnswers(expert, { round: 1, answers: allRated(4).reverse() }));
  expect(again).toEqual(first);
});

test("answers, others, and the first ones again are three revisions with three receipts", async () => {
  const expert = await anExpert(river, 2);
  const given = [allRated(1), allRated(2), allRated(1)];
  const receipts = new Set<string>();
  for (const [at, answers] of given.entries()) {
    const { revision, receipt } = value(await submitAnswers(expert, { round: 1, answers }));
    expect(revision).toBe(at + 1);
    receipts.add(receipt);
  }
  expect(receipts.size).toBe(3);
});

test("two experts who answer alike hold different receipts", async () => {
  const [one, other] = [await anExpert(river, 3), await anExpert(river, 4)];
  const first = value(await submitAnswers(one, { round: 1, answers: allRated(5) }));
  const second = value(await submitAnswers(other, { round: 1, answers: allRated(5) }));
  expect(second.receipt).not.toBe(first.receipt);
});

test("a submission without answers takes the draft, laid over what was submitted before", async () => {
  const expert = await anExpert(river, 5);
  value(await submitAnswers(expert, { round: 1, answers: allRated(3) }));
  value(
    await saveDraft(expert, { round: 1, answers: [rating("bridge", "desirability", 5)], within: ["bridge"] }),
  );
  const submitted = value(await submitAnswers(expert, { round: 1 }));
  expect(submitted).toMatchObject({ revision: 2, counted: allRated(3).length - 1, open: 1 });
  const drafts = await sql()`select 1 from draft where seat_id = ${expert.seatId}`;
  expect(drafts).toHaveLength(0);
  const again = value(await submitAnswers(expert, { round: 1 }));
  expect(again).toEqual(submitted);
});

test.each([
  ["a rating off the scale", rating("stance", "stance", 6), "6 is not on the scale"],
  ["a rating between two points", rating("stance", "stance", 2.5), "2.5 is not on the scale"],
  ["a probability off the grid", rating("flood", "probability", 33), "33 is not on the scale"],
  ["an item that the round does not ask", rating("airship", "desirability", 3), "does not ask about"],
  ["a part that the item does not have", rating("stance", "desirability", 3), "has no part called"],
  ["a word instead of a rating", text("stance", "stance", "yes"), "takes a number"],
  ["a text that is too long", text("missing", "text", "x".repeat(501)), "at most 500 fit"],
  ["a value with an abstention", { ...rating("stance", "stance", 3), abstained: true }, "not both"],
])("%s refuses the whole submission with a sentence", async (_what, wrong, sentence) => {
  const expert = await anExpert(river, 6);
  const result = await submitAnswers(expert, {
    round: 1,
    answers: [rating("bridge", "feasibility", 3), wrong],
  });
  expect(result).toMatchObject({ ok: false, refusal: "answers-refused", problems: [{ path: "answers.1" }] });
  expect(result.ok === false && result.problems?.[0]?.message).toContain(sentence);
  const stored = await sql()`select 1 from submission where seat_id = ${expert.seatId}`;
  expect(stored).toHaveLength(0);
});

test("nothing answered is nothing to submit", async () => {
  const expert = await anExpert(river, 6);
  expect(await submitAnswers(expert, { round: 1, answers: [] })).toMatchObject({
    refusal: "nothing-answered",
  });
  expect(await submitAnswers(expert, { round: 1 })).toMatchObject({ refusal: "nothing-answered" });
});

test("answers need consent first", async () => {
  const seat = await seatBehind(river.links[7]!);
  expect(await submitAnswers(seat, { round: 1, answers: allRated(3) })).toMatchObject({
    refusal: "no-consent",
  });
  value(await giveConsent(seat, {}));
  value(await giveConsent(seat, {}));
  expect(await submitAnswers(seat, { round: 1, answers: allRated(3) })).toMatchObject({ ok: true });
});

test("a study that has not begun takes neither consent nor answers", async () => {
  const early = await aStudy("early", { open: false });
  const seat = await seatBehind(early.links[0]!);
  expect(await giveConsent(seat, {})).toMatchObject({ refusal: "not-begun" });
  expect(await submitAnswers(seat, { round: 1, answers: allRated(3) })).toMatchObject({
    refusal: "round-not-open",
  });
});

test("after the close nothing is taken, and a page of an earlier round is told so", async () => {
  const closing = await aStudy("closing");
  await answeredRound(closing, 1, 5);
  const late = await anExpert(closing, 0);
  expect(await submitAnswers(late, { round: 1, answers: allRated(1) })).toMatchObject({
    refusal: "round-not-open",
  });
  expect(await saveDraft(late, { round: 1, answers: allRated(1) })).toMatchObject({
    refusal: "round-not-open",
  });
  value(await openRound(system, { study: "closing" }));
  expect(await submitAnswers(late, { round: 1, answers: allRated(1) })).toMatchObject({
    refusal: "other-round",
  });
  const fromRoundOne = await submitAnswers(late, { round: 2, answers: [text("missing", "text", "A raft")] });
  expect(fromRoundOne).toMatchObject({ refusal: "answers-refused" });
});

test("who has no seat in the study is told nothing", async () => {
  const stranger: Actor = { kind: "seat", studyId: river.id, seatId: Buffer.alloc(16, 7), epoch: 1 };
  const elsewhere = { ...(await anExpert(await aStudy("elsewhere"))), studyId: river.id };
  for (const actor of [stranger, elsewhere, system, { kind: "visitor" } as const])
    await expect(submitAnswers(actor, { round: 1, answers: allRated(3) })).rejects.toThrow(NotFound);
});

test("an answer that breaks in half a character is stored as it was hashed", async () => {
  const expert = await anExpert(await aStudy("halves"));
  const answers = [text("missing", "text", "half \ud83d a smile, \0 and a whole one 😀")];
  value(await saveDraft(expert, { round: 1, answers }));
  const first = value(await submitAnswers(expert, { round: 1 }));
  expect(value(await submitAnswers(expert, { round: 1, answers }))).toEqual(first);
  expect(value(await submitAnswers(expert, { round: 1 }))).toEqual(first);
});

test("closing with a draft left behind counts the submission and not the draft", async () => {
  const left = await aStudy("left");
  const expert = await anExpert(left, 7);
  value(await saveDraft(expert, { round: 1, answers: allRated(1) }));
  await answeredRound(left, 1, 5);
  expect(await sql()`select 1 from draft where study_id = ${left.id}`).toHaveLength(0);
  expect(await closeRound(system, { study: "left" })).toMatchObject({ refusal: "no-open-round" });
});
