import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openClient } from "@/db/client";
import { submitAnswers } from "@/db/commands/submit-answers";
import { retried } from "@/db/retried";
import { allRated, anExpert, aStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import type { Outcome } from "./dying-connections";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function underKills(driver: "bare" | "ours", kills: number): Promise<Outcome> {
  const script = path.join(import.meta.dirname, "dying-connections.ts");
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script, driver], {
    env: { ...process.env, DATABASE_URL: database.url, KILLS: String(kills) },
  });
  return JSON.parse(stdout) as Outcome;
}

test("connections that die inside transactions end nothing, and every later transaction finds a connection", async () => {
  // It takes a kill at an unlucky moment, so a few runs are allowed to meet one.
  let bare = await underKills("bare", 3);
  for (let runs = 1; bare.uncaught === 0 && runs < 4; runs += 1) bare = await underKills("bare", 3);
  expect(bare.uncaught, "without our socket, the driver ends the process").toBeGreaterThan(0);

  const ours = await underKills("ours", 5);
  expect(ours).toMatchObject({ uncaught: 0, unanswered: 0, recovered: 5, lost: 0, half: 0 });
  expect(ours.acknowledged).toBeGreaterThan(200);
});

test("what a transaction does after its connection died is refused, and lands in nobody else's transaction", async () => {
  const { sql } = openClient(database.url, { max: 1 });
  await sql`create table late (word text)`;
  let speak = () => {};
  const silence = new Promise<void>((resolve) => {
    speak = resolve;
  });
  let late: Promise<unknown> = Promise.resolve();
  const dying = sql.begin(async (tx) => {
    const [own] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await database.sql`select pg_terminate_backend(${own!.pid})`;
    late = silence.then(() => tx`insert into late values (${"mine"})`);
    await late;
  });
  await expect(dying).rejects.toThrow();
  await retried(() =>
    sql.begin(async (tx) => {
      await tx`insert into late values (${"theirs"})`;
      speak();
      await expect(late).rejects.toThrow("The transaction is over.");
    }),
  );
  expect((await sql`select word from late`).map((row) => row.word)).toEqual(["theirs"]);
  await sql.end();
});

test("experts who submit while every connection dies get one submission each", async () => {
  const study = await aStudy("dying", { experts: 12 });
  const experts = await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  const killer = openClient(database.url, { max: 1 });
  const submit = (at: number) => submitAnswers(experts[at]!, { round: 1, answers: allRated(4) });
  const submitting = experts.map((_, at) => submit(at));
  for (let kills = 0; kills < 3; kills += 1)
    await killer.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
  const settled = await Promise.allSettled(submitting);
  for (const [at, one] of settled.entries()) {
    // A commit whose answer was lost is the one thing that an expert's page has to send again.
    value(one.status === "fulfilled" ? one.value : await submit(at));
  }
  const stored = await killer.sql`select revision from submission where study_id = ${study.id}`;
  expect(stored.map((row) => row.revision)).toEqual(Array(12).fill(1));
  await killer.sql.end();
});
