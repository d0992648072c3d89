import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { allRated, anExpert, aStudy, rating, seatBehind, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("fifty identical submissions at once are one submission and fifty times the same receipt", async () => {
  const expert = await anExpert(await aStudy("clicks"));
  const body = { round: 1, answers: allRated(4) };
  const results = await Promise.all(Array.from({ length: 50 }, () => submitAnswers(expert, body)));
  const receipts = new Set(results.map((result) => value(result).receipt));
  expect(receipts.size).toBe(1);
  const stored = await sql()`select revision, receipt from submission where seat_id = ${expert.seatId}`;
  expect([...stored]).toEqual([{ revision: 1, receipt: [...receipts][0] }]);
  const answers = await sql()`select 1 from answer where seat_id = ${expert.seatId}`;
  expect(answers).toHaveLength(body.answers.length);
});

test("different submissions of one expert at once are revisions in a row", async () => {
  const expert = await anExpert(await aStudy("minds"));
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map((point) => submitAnswers(expert, { round: 1, answers: allRated(point) })),
  );
  const revisions = results.map((result) => value(result).revision).sort();
  expect(revisions).toEqual([1, 2, 3, 4, 5]);
});

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

test("whatever was acknowledged while a round closed is in the round, and nothing else", async () => {
  for (let time = 0; time < 12; time += 1) {
    const study = await aStudy(`close-${time}`, { experts: 22 });
    const early = [];
    for (let at = 16; at < 22; at += 1) early.push(await anExpert(study, at));
    for (const seat of early) value(await submitAnswers(seat, { round: 1, answers: allRated(3) }));
    const experts = await Promise.all(Array.from({ length: 16 }, (_, at) => anExpert(study, at)));
    const closing = async () => {
      await new Promise((resolve) => setTimeout(resolve, time));
      return value(await closeRound(system, { study: study.slug }));
    };
    const [results] = await Promise.all([
      Promise.all(experts.map((seat) => submitAnswers(seat, { round: 1, answers: allRated(4) }))),
      closing(),
    ]);
    const acknowledged = results.filter((result) => result.ok).length;
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
    expect(new Set(refusals).size).toBeLessThanOrEqual(1);
    expect(refusals[0] ?? "round-not-open").toBe("round-not-open");
    const [row] = await sql()<{ stored: number; counted: number }[]>`
      select (select count(*)::int from submission where study_id = ${study.id}) as stored,
             (snapshot->>'submitted')::int as counted from round where study_id = ${study.id}`;
    expect(row).toEqual({ stored: acknowledged + 6, counted: acknowledged + 6 });
    value(await openRound(system, { study: study.slug }));
    expect(
      await submitAnswers(experts[0]!, { round: 2, answers: [rating("stance", "stance", 4)] }),
    ).toMatchObject({ ok: true });
  }
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
