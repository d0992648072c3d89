import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { system } from "@/db/actor";
import { openRound } from "@/db/commands/open-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import { enqueue } from "@/db/queue";
import { closeDueRounds } from "@/jobs/close-due-rounds";
import { jobQueue } from "@/jobs/job-queue";
import { nightly } from "@/jobs/nightly";
import { startWorker, type Worker } from "@/jobs/worker";
import { allRated, anExpert, aStudy, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { until } from "./mail-server";

const database = await freshDatabase();
let workers: Worker[] = [];
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await database.sql`delete from pgboss.job`;
});
afterAll(database.close);

/** A study whose round is due, with so many answers. */
async function aDueRound(
  slug: string,
  experts: number,
  closing: "by-hand" | "on-schedule" = "on-schedule",
): Promise<TestStudy> {
  const study = await aStudy(slug, { open: false, protocol: { closing } });
  value(await openRound(system, { study: slug, closesAt: new Date(Date.now() + 3_600_000).toISOString() }));
  for (let at = 0; at < experts; at += 1)
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
  await database.sql`update round set closes_at = now() - interval '1 second' where study_id = ${study.id}`;
  return study;
}

const stateOf = async ({ id }: TestStudy) =>
  (await database.sql`select state from round where study_id = ${id}`)[0]?.state;

test("a round closes at its time where the protocol says so, and by hand where it does not", async () => {
  const due = await aDueRound("due", 5);
  const byHand = await aDueRound("by-hand", 5, "by-hand");
  const later = await aStudy("later", { protocol: { closing: "on-schedule" } });
  await closeDueRounds();
  expect([await stateOf(due), await stateOf(byHand), await stateOf(later)]).toEqual([
    "closed",
    "open",
    "open",
  ]);
});

test("a round with too few answers stays open past its time, and keeps no other round waiting", async () => {
  const few = await aDueRound("a-few", 4);
  const enough = await aDueRound("b-enough", 5);
  await closeDueRounds();
  expect([await stateOf(few), await stateOf(enough)]).toEqual(["open", "closed"]);
});

test("a worker closes a due round when the clock says so, also where two workers run", async () => {
  const study = await aDueRound("watched", 5);
  await database.db.transaction((tx) => enqueue(tx, "close-due-rounds", [{}]));
  workers = await Promise.all([startWorker(), startWorker()]);
  await until(async () => (await stateOf(study)) === "closed");
});

test("a worker keeps the installation's timetable in the database, whatever the number of workers", async () => {
  workers = await Promise.all([startWorker(), startWorker()]);
  const timetable = await database.sql`select name, cron, timezone from pgboss.schedule order by name`;
  expect([...timetable]).toEqual([
    { name: "close-due-rounds", cron: "* * * * *", timezone: "UTC" },
    { name: "mark-rehearsals", cron: "* * * * *", timezone: "UTC" },
    { name: "nightly", cron: "0 3 * * *", timezone: "UTC" },
    { name: "open-due-rounds", cron: "* * * * *", timezone: "UTC" },
    { name: "send-planned-mail", cron: "* * * * *", timezone: "UTC" },
  ]);
});

test("the night's work marks who has finished, and what was rewritten leaves no former place behind", async () => {
  const study = await aStudy("night");
  for (const at of [0, 1, 2])
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(2) }));
  await nightly();
  expect(await database.sql`select 1 from finished_mark where study_id = ${study.id}`).toHaveLength(3);
  // Servers before PostgreSQL 15 tell of it a moment later.
  const vacuums = () =>
    database.sql`select vacuum_count::int as count from pg_stat_user_tables where relname = 'answer'`;
  await expect.poll(async () => (await vacuums())[0]?.count, { timeout: 60_000 }).toBeGreaterThan(0);
});

test("what was settled goes from the database within a quarter of an hour, also what failed", async () => {
  const letter = { study: randomUUID(), letter: "invitation" } as const;
  const jobs = [1, 2, 3].map(() => ({ ...letter, invitation: randomUUID() }));
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", jobs));
  await database.sql`update pgboss.job set state = 'completed', completed_on = now() - interval '5 minutes'`;
  await database.sql`
    update pgboss.job set state = 'failed' where id = (select id from pgboss.job where name = 'mail-panel' limit 1)`;
  const queue = jobQueue(new AbortController().signal) as unknown as { maintain: () => Promise<void> };
  await queue.maintain();
  expect(await database.sql`select 1 from pgboss.job`).toHaveLength(0);
  await database.sql`update pgboss.archive set archived_on = now() - interval '5 minutes'`;
  await queue.maintain();
  expect(await database.sql`select 1 from pgboss.archive`).toHaveLength(0);
});
