import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { anyone } from "@/db/access/anyone";
import { system, visitor } from "@/db/actor";
import { closeClient, sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { concludeStudy } from "@/db/commands/conclude-study";
import { markFinished } from "@/db/commands/mark-finished";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { saveDraft } from "@/db/commands/save-draft";
import { sendInvitations } from "@/db/commands/send-invitations";
import { severStudy } from "@/db/commands/sever-study";
import { submitAnswers } from "@/db/commands/submit-answers";
import { environment, setEnvironment } from "@/db/environment";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { query } from "@/db/run";
import { allRated, anExpert, aStudy, rating, value } from "../db/a-study";
import { type AccessScene, accessScene, actorOf } from "../db/access-scene";
import { freshDatabase, type TestDatabase } from "../db/database";
import { mailingBy } from "../db/desk-people";
import { exportedOperations } from "../db/operations";
import { whoMayWhat } from "../db/who-may-what";

let database: TestDatabase;
let scene: AccessScene;
const operations = await exportedOperations();

/** A pool of one from here on: whoever wants a second connection inside a transaction waits for themselves. */
beforeAll(async () => {
  database = await freshDatabase();
  await closeClient();
  setEnvironment({ ...environment(), databasePool: 1 });
  scene = await accessScene();
});
afterAll(() => database.close());

/** Far more than any operation takes on a busy machine, far less than for ever. */
const LONG = 60_000;

async function inTime<T>(what: string, work: Promise<T>, limit = LONG): Promise<T> {
  const late = new AbortController();
  const tooLong = pause(limit, undefined, late).then(() => {
    throw new Error(`${what} waits for a second connection.`);
  });
  tooLong.catch(() => {});
  return Promise.race([work, tooLong]).finally(() => late.abort());
}

test("an operation that asks past its own transaction is noticed", async () => {
  const nested = query({
    input: z.strictObject({}),
    access: anyone,
    run: async () => inTime("It", Promise.resolve(sql()`select 1 as one`), 500),
  });
  await expect(nested(visitor, {})).rejects.toThrow("It waits for a second connection.");
});

test("no second connection is ever taken inside a transaction: a study lives from its invitations until it is severed", async () => {
  const study = await aStudy("one-connection", { experts: 8 });
  mailingBy("smtp");
  value(await inTime("sending invitations", sendInvitations(system, { study: study.slug })));
  const experts = await Promise.all(study.links.slice(0, 7).map((_, at) => anExpert(study, at)));
  const answering = experts.map(async (expert) => {
    const draft = { round: 1, answers: [rating("bridge", "feasibility", 2)], within: ["bridge"] };
    value(await saveDraft(expert, draft));
    await questionnaire(expert, {});
    value(await submitAnswers(expert, { round: 1, answers: allRated(4) }));
  });
  await inTime("answering", Promise.all(answering));
  value(await inTime("marking", markFinished(system, {})));
  value(await inTime("closing", closeRound(system, { study: study.slug })));
  const published = publish(system, { study: study.slug, reason: "The town needs to know." });
  value(await inTime("publishing", published));
  value(await inTime("opening", openRound(system, { study: study.slug })));
  const form = await inTime("the questionnaire", questionnaire(experts[0]!, {}));
  expect(form?.round.number).toBe(2);
  value(await inTime("closing again", closeRound(system, { study: study.slug, withNothingShown: true })));
  value(await inTime("concluding", concludeStudy(system, { study: study.slug })));
  value(await inTime("severing", severStudy(system, { study: study.slug, early: true })));
  expect((await results(visitor, { study: study.slug })).published?.edition.number).toBe(1);
});

describe("no second connection is ever taken inside a transaction:", () => {
  for (const [name, { may, demo, input }] of Object.entries(whoMayWhat))
    test(name, async () => {
      mailingBy(demo ? "outbox" : "smtp");
      const actor = await actorOf(scene, may[0]!);
      const given = await input(scene, 0);
      const answer = await inTime(name, operations.get(name)!(actor, given));
      expect(answer).not.toMatchObject({ refusal: "invalid-input" });
    });
});
