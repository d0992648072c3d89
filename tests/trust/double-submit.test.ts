import { afterAll, beforeAll, expect, test } from "vitest";
import { closeClient, openClient, sql } from "@/db/client";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { environment, setEnvironment } from "@/db/environment";
import { allRated, anExpert, aStudy, rating, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { submitUnlocked } from "./broken-submissions";
import { type LossyWire, lossyWire } from "./lossy-wire";

let database: TestDatabase;
let wire: LossyWire;

beforeAll(async () => {
  database = await freshDatabase();
  await closeClient();
  wire = await lossyWire(database.url);
  setEnvironment({ ...environment(), databaseUrl: wire.url });
});
afterAll(async () => {
  await closeClient();
  await wire.close();
  await database.close();
});

/** Nobody can write until so many want to: what would be a rare moment comes every time. */
async function fiftyTimes(writers: number, submit: () => ReturnType<typeof submitAnswers>) {
  const { sql: holder } = openClient(database.url, { max: 1 });
  const { settled } = await holder.begin(async (tx) => {
    await tx`lock table submission in exclusive mode`;
    const sent = Promise.allSettled(Array.from({ length: 50 }, submit));
    const waiting = () => tx`
      select 1 from pg_locks where relation = 'submission'::regclass and not granted`;
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(writers);
    return { settled: sent };
  });
  await holder.end();
  return settled;
}

const stored = (seatId: Buffer) => sql()<{ revision: number; receipt: string }[]>`
  select revision, receipt from submission where seat_id = ${seatId} order by revision`;

test("double submit, lost answer: fifty identical submissions are one, and fifty times the same receipt", async () => {
  const study = await aStudy("clicks");
  const body = { round: 1, answers: allRated(4) };
  const hasty = await anExpert(study, 0);
  const broken = await fiftyTimes(10, () => submitUnlocked(hasty, body));
  const refused = broken.filter((one) => one.status === "rejected");
  expect(refused.length, "without its locks, clicks get in each other's way").toBeGreaterThan(0);

  const expert = await anExpert(study, 1);
  const answered = await fiftyTimes(1, () => submitAnswers(expert, body));
  const receipts = answered.map((one) => one.status === "fulfilled" && value(one.value).receipt);
  expect(new Set(receipts).size).toBe(1);
  expect([...(await stored(expert.seatId))]).toEqual([{ revision: 1, receipt: receipts[0] }]);
  const answers = await sql()`select 1 from answer where seat_id = ${expert.seatId}`;
  expect(answers).toHaveLength(body.answers.length);
});

test("double submit, lost answer: an expert whose receipt was lost on the way sends again and gets that receipt", async () => {
  const expert = await anExpert(await aStudy("lost-receipt"));
  const body = { round: 1, answers: allRated(2) };
  wire.loseNextCommit();
  await expect(submitAnswers(expert, body), "nobody may say that it failed or worked").rejects.toThrow();
  const [kept] = await stored(expert.seatId);
  expect(kept, "it was done").toBeDefined();
  expect(value(await submitAnswers(expert, body))).toMatchObject({ receipt: kept!.receipt, revision: 1 });
  expect(await stored(expert.seatId)).toHaveLength(1);
});

test("double submit, lost answer: a draft whose answer was lost is saved once and submitted once", async () => {
  const expert = await anExpert(await aStudy("lost-draft"));
  const draft = { round: 1, answers: [rating("bridge", "feasibility", 3)], within: ["bridge"] };
  wire.loseNextCommit();
  await expect(saveDraft(expert, draft)).rejects.toThrow();
  expect(value(await saveDraft(expert, draft))).toEqual({ saved: 1 });
  wire.loseNextCommit();
  await expect(submitAnswers(expert, { round: 1 })).rejects.toThrow();
  expect(value(await submitAnswers(expert, { round: 1 }))).toMatchObject({ revision: 1, counted: 1 });
  expect(await stored(expert.seatId)).toHaveLength(1);
  expect(await sql()`select 1 from draft where seat_id = ${expert.seatId}`).toHaveLength(0);
});

test("double submit, lost answer: an expert who goes from A to B and back to A has three revisions, the last counts", async () => {
  const expert = await anExpert(await aStudy("to-and-fro"));
  const receipts: string[] = [];
  for (const point of [2, 5, 2])
    receipts.push(value(await submitAnswers(expert, { round: 1, answers: allRated(point) })).receipt);
  expect(new Set(receipts).size).toBe(3);
  expect((await stored(expert.seatId)).map((one) => one.revision)).toEqual([1, 2, 3]);
});

test("double submit, lost answer: different submissions of one expert at once are revisions in a row", async () => {
  const expert = await anExpert(await aStudy("minds"));
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map((point) => submitAnswers(expert, { round: 1, answers: allRated(point) })),
  );
  expect(results.map((result) => value(result).revision).sort()).toEqual([1, 2, 3, 4, 5]);
});
