import postgres from "postgres";
import { openClient } from "@/db/client";
import { surviveLostConnections } from "@/db/lost-connection";

/** What came of thirty users' transactions while their connections were killed again and again. */
export interface Outcome {
  /** Errors that nobody could catch; each would have ended the process. */
  readonly uncaught: number;
  /** Transactions without any answer after half a minute. */
  readonly unanswered: number;
  /** Kills after which transactions were done again within half a minute; on a machine at rest it takes a quarter second. */
  readonly recovered: number;
  readonly acknowledged: number;
  /** Acknowledged, but not in the table; or in the table in part only. */
  readonly lost: number;
  readonly half: number;
}

/** Run in a process of its own: `dying-connections.ts bare|ours`, with DATABASE_URL and KILLS. */
async function main(): Promise<void> {
  const url = process.env.DATABASE_URL ?? "";
  const count = { uncaught: 0, unanswered: 0, recovered: 0 };
  surviveLostConnections();
  process.on("uncaughtException", () => {
    count.uncaught += 1;
  });
  // The driver would print what a server says as it ends; only the outcome belongs into the output.
  const sql =
    process.argv[2] === "bare" ? postgres(url, { max: 10, onnotice: () => {} }) : openClient(url).sql;
  const name = `written_${process.argv[2]}_${process.pid}`;
  await sql`create table ${sql(name)} (a int primary key, done boolean)`;
  const acknowledged: number[] = [];
  let next = 0;
  let ending = false;

  const write = async (a: number) => {
    await sql.begin(async (tx) => {
      await tx`insert into ${tx(name)} values (${a}, false)`;
      // Some are thinking, not asking, when their connection dies.
      if (a % 3 === 0) await pause(15);
      await tx`update ${tx(name)} set done = true where a = ${a}`;
    });
    acknowledged.push(a);
  };
  const user = async () => {
    while (!ending) {
      const late = pause(PATIENCE).then(() => "late");
      const answer = await Promise.race([write(next++).catch(() => pause(10)), late]);
      if (answer === "late") count.unanswered += 1;
    }
  };
  const users = Array.from({ length: 30 }, user);

  for (let kills = Number(process.env.KILLS); kills > 0; kills -= 1) {
    await pause(250);
    await killOthers(url);
    const before = acknowledged.length;
    const patience = Date.now() + PATIENCE;
    while (acknowledged.length < before + 50 && Date.now() < patience) await pause(10);
    if (acknowledged.length >= before + 50) count.recovered += 1;
  }
  ending = true;
  await Promise.race([Promise.all(users), pause(PATIENCE + 1000)]);

  const reader = openClient(url, { max: 1 }).sql;
  const rows = await reader<{ a: number; done: boolean }[]>`select a, done from ${reader(name)}`;
  const stored = new Set(rows.map((row) => row.a));
  const outcome: Outcome = {
    ...count,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((a) => !stored.has(a)).length,
    half: rows.filter((row) => !row.done).length,
  };
  process.stdout.write(JSON.stringify(outcome), () => process.exit(0));
}

async function killOthers(url: string): Promise<void> {
  const { sql } = openClient(url, { max: 1 });
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await sql.end();
}

/** Milliseconds: far more than a busy machine takes. For what the bare driver forgot nobody waits as long. */
const PATIENCE = process.argv[2] === "bare" ? 3000 : 30_000;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

await main();
