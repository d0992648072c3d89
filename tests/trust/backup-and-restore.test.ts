import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { system } from "@/db/actor";
import { writeBackup } from "@/db/backup";
import { type Client, openClient, sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { restoreBackup } from "@/db/restore";
import { allRated, anExpert, aStudy, type TestStudy, text, value } from "../db/a-study";
import { templateName, withName } from "../db/cluster";
import { dropDatabase, freshDatabase, type TestDatabase } from "../db/database";
import { soakLength } from "./soak-length";

let database: TestDatabase;
let study: TestStudy;
const folder = mkdtempSync(path.join(tmpdir(), "tholos-backup-"));
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  database = await freshDatabase();
  study = await aStudy("kept", { experts: 24 });
  for (let at = 0; at < 8; at += 1) {
    const odd = text("bridge", "rationale", `Tab\t, line\n, backslash \\. and \u2028 of expert ${at}`);
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: [...allRated(4), odd] }));
  }
  value(await closeRound(system, { study: study.slug }));
  value(await publish(system, { study: study.slug, reason: "The town asked for it." }));
  value(await openRound(system, { study: study.slug }));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A migrated database without a row, beside the one of this file. */
async function emptyDatabase(
  name: string,
  template = templateName,
): Promise<Client & { drop: () => Promise<void> }> {
  const cluster = openClient(inject("clusterUrl"), { max: 1 });
  await cluster.sql.unsafe(`create database ${name} template ${template} strategy file_copy`);
  const client = openClient(withName(inject("clusterUrl"), name), { max: 1 });
  const drop = async () => {
    await client.sql.end();
    await cluster.sql.end();
    await dropDatabase(name);
  };
  return { ...client, drop };
}

/** One digest for each table that a backup keeps, whatever the order of its rows. */
async function digests({ sql }: Pick<Client, "sql">): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`;
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const rows = sql`select to_jsonb(one) - 'sealed_token' - 'sealed_person' as kept from ${sql(name)} one`;
    const [row] = await sql<{ digest: string }[]>`
      select count(*) || ' ' || coalesce(md5(string_agg(kept::text, '' order by kept::text)), '') as digest
      from (${rows}) rows`;
    found[name] = row!.digest;
  }
  const { outbox, sign_in_link, installation, ...kept } = found;
  return kept;
}

/** Experts of round 2 who submit without a pause until they are told to stop. */
async function underLoad(): Promise<{ stop: () => Promise<number> }> {
  let ending = false;
  let all = 0;
  const expert = async (at: number) => {
    const seat = await anExpert(study, at);
    let done = 0;
    for (; !ending; done += 1, all += 1)
      value(
        await submitAnswers(seat, { round: 2, answers: [{ ...allRated(1)[0]!, value: (done % 5) + 1 }] }),
      );
    return done;
  };
  const experts = Promise.all(Array.from({ length: 12 }, (_, at) => expert(at)));
  await expect.poll(() => all, { timeout: 60_000 }).toBeGreaterThan(20);
  return {
    stop: async () => {
      ending = true;
      return (await experts).reduce((sum, one) => sum + one, 0);
    },
  };
}

/** Each submission is there with its answers, and each edition's digest and place in the chain are right. */
async function isSound({ sql }: Pick<Client, "sql">): Promise<void> {
  const partial = await sql`
    select 1 from submission where not exists (
      select 1 from answer where (answer.study_id, answer.round, answer.seat_id, answer.revision)
        = (submission.study_id, submission.round, submission.seat_id, submission.revision))`;
  expect(partial).toHaveLength(0);
  const editions = await sql<{ right: boolean }[]>`
    select digest = encode(sha256(convert_to(canonical, 'UTF8')), 'hex') as right from edition`;
  expect(editions.map((edition) => edition.right)).toEqual([true]);
}

test("backup and restore: a backup made while experts submit is of one moment, and comes back row for row", async () => {
  const load = await underLoad();
  await writeBackup(database, file("under-load"), false);
  expect(await load.stop()).toBeGreaterThan(12);
  const first = await emptyDatabase("restored_under_load");
  await restoreBackup(first, file("under-load"));
  await isSound(first);
  const [{ count }] = (await first.sql`select count(*)::int as count from submission where round = 2`) as [
    { count: number },
  ];
  expect(count).toBeGreaterThan(0);

  await writeBackup(first, file("again"), false);
  const second = await emptyDatabase("restored_again");
  await restoreBackup(second, file("again"));
  expect(await digests(second)).toEqual(await digests(first));
  const receipts = (client: Pick<Client, "sql">) =>
    client.sql`select receipt from submission where round = 1 order by 1`;
  expect([...(await receipts(second))]).toEqual([...(await receipts(database))]);
  await expect(second.sql`delete from edition`, "the guards stand again").rejects.toThrow(
    /cannot be changed/,
  );
  await first.drop();
  await second.drop();
});

test("backup and restore: without links a backup holds nothing that PANEL_KEY opens, and the link still leads to its seat", async () => {
  await writeBackup(database, file("without"), false);
  await writeBackup(database, file("with"), true);
  const rows = await sql()<{ sealed: string; print: string | null }[]>`
    select encode(sealed_token, 'hex') as sealed, (select panel_key_print from installation) as print
    from invitation where sealed_token is not null`;
  const [without, with_] = ["without", "with"].map((name) =>
    gunzipSync(readFileSync(file(name))).toString("utf8"),
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { sealed } of rows) {
    expect(with_).toContain(sealed);
    expect(without).not.toContain(sealed);
  }
  for (const link of study.links) expect(with_).not.toContain(link.replaceAll("-", ""));
});

test("backup and restore: a backup that breaks off, another file, and a database in use are refused with a sentence", async () => {
  await writeBackup(database, file("whole"), false);
  const bytes = readFileSync(file("whole"));
  writeFileSync(file("half"), bytes.subarray(0, bytes.length / 2));
  writeFileSync(file("other"), "name,address\n");
  const empty = await emptyDatabase("restored_broken");
  await expect(restoreBackup(empty, file("half"))).rejects.toThrow("The backup is not whole");
  await expect(restoreBackup(empty, file("other"))).rejects.toThrow();
  expect(await empty.sql`select 1 from study`, "all of it or nothing").toHaveLength(0);
  await expect(restoreBackup(database, file("whole"))).rejects.toThrow("The database is not empty");
  await empty.drop();
});

test("backup and restore: PostgreSQL's own tools, where they are, do the same while experts submit", async () => {
  const run = promisify(execFile);
  const found = await run("pg_dump", ["--version"]).catch(() => null);
  if (!found) return expect(found, "no pg_dump on this machine; the backups above need none").toBeNull();
  const load = await underLoad();
  await run("pg_dump", ["--format=custom", "--no-owner", `--file=${file("dump")}`, database.url]);
  await load.stop();
  const empty = await emptyDatabase("restored_dump", "template0");
  await run("pg_restore", ["--no-owner", "--exit-on-error", `--dbname=${empty.url}`, file("dump")]);
  await isSound(empty);
  await empty.drop();
});

test("backup and restore: 10,000 responses come back in under a minute", async () => {
  const each = soakLength.answersEach;
  const many = await aStudy("many", { experts: 1 });
  await sql()`
    insert into seat (study_id, id, consented_in_round)
    select ${many.id}, sha256(n::text::bytea), 1 from generate_series(1, 10000) n`;
  await sql()`
    insert into submission (study_id, round, seat_id, revision, receipt, digest)
    select study_id, 1, id, 1, encode(id, 'hex'), encode(id, 'hex') from seat where study_id = ${many.id}`;
  await sql()`
    insert into answer (study_id, round, seat_id, revision, item, part, value, abstained)
    select study_id, 1, id, 1, 'item ' || n, 'desirability', 1 + n % 5, false
    from seat, generate_series(1, ${each}::int) n where study_id = ${many.id}`;
  const begun = performance.now();
  await writeBackup(database, file("many"), false);
  const written = performance.now();
  const empty = await emptyDatabase("restored_many");
  await restoreBackup(empty, file("many"));
  const seconds = (performance.now() - written) / 1000;
  console.log(
    `10,000 responses of ${each} answers: backup ${((written - begun) / 1000).toFixed(1)} s, restore ${seconds.toFixed(1)} s`,
  );
  const [row] = await empty.sql<
    { count: number }[]
  >`select count(*)::int as count from answer where study_id = ${many.id}`;
  expect(row!.count).toBe(10_000 * each);
  expect(seconds).toBeLessThan(60);
  await empty.drop();
});
