import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import { allRated, anExpert, aStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { submitUnlocked } from "./broken-submissions";
import { soakLength } from "./soak-length";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const ROUNDS = soakLength.rounds;

/** Six have answered; then sixteen submit: some before the round begins to close, most meanwhile, one after it. */
async function race(slug: string, submit: typeof submitAnswers, delay: number) {
  const study = await aStudy(slug, { experts: 22 });
  const experts = await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  for (const early of experts.slice(16))
    value(await submitAnswers(early, { round: 1, answers: allRated(3) }));
  const sent = (at: number) => submit(experts[at]!, { round: 1, answers: allRated(4) });
  const first = Array.from({ length: 8 }, (_, at) => sent(at));
  await Promise.race(first);
  const closing = closeRound(system, { study: study.slug });
  const during = Array.from({ length: 7 }, async (_, at) => {
    await pause(at * delay);
    return sent(8 + at);
  });
  const late = closing.then(() => sent(15));
  value(await closing);
  const results = await Promise.allSettled([...first, ...during, late]);
  const [row] = await sql()<{ stored: number; counted: number }[]>`
    select (select count(*)::int from submission where study_id = ${study.id}) as stored,
           (snapshot->>'submitted')::int as counted from round where study_id = ${study.id}`;
  const answers = results.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  return {
    ...row!,
    acknowledged: answers.filter((answer) => answer.ok).length + 6,
    refusals: answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal])),
    failed: results.length - answers.length,
  };
}

test("close against submit: without the locks, a submission is acknowledged that the snapshot lacks", async () => {
  let wrong = 0;
  for (let time = 0; time < 12 && wrong === 0; time += 1) {
    const { acknowledged, counted } = await race(`broken-${time}`, submitUnlocked, 1 + time);
    if (acknowledged !== counted) wrong += 1;
  }
  expect(wrong).toBe(1);
});

test(`close against submit: in ${ROUNDS} rounds, whatever was acknowledged is in the snapshot, and nothing else`, async () => {
  for (let time = 0; time < ROUNDS; time += 1) {
    const { acknowledged, refusals, ...rest } = await race(`close-${time}`, submitAnswers, time % 12);
    expect(rest).toEqual({ stored: acknowledged, counted: acknowledged, failed: 0 });
    expect([...new Set(refusals)]).toEqual(["round-not-open"]);
  }
}, 600_000);
