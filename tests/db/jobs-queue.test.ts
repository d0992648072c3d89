import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { enqueue, type Jobs } from "@/db/queue";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);
beforeEach(() => database.sql`delete from pgboss.job`);

const study = randomUUID();
const letters = (count: number): Jobs["mail-panel"][] =>
  Array.from({ length: count }, () => ({ study, invitation: randomUUID(), letter: "invitation" }));

const waiting = () => database.sql`select data from pgboss.job where state = 'created'`;

test("a letter is queued if and only if the transaction that causes it is committed", async () => {
  const committed = letters(2);
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", committed));
  const failing = database.db.transaction(async (tx) => {
    await enqueue(tx, "mail-panel", letters(3));
    throw new Error("the act failed");
  });
  await expect(failing).rejects.toThrow("the act failed");
  const jobs = (await waiting()).map((job) => job.data);
  expect(jobs).toHaveLength(2);
  expect(jobs).toEqual(expect.arrayContaining(committed));
});

test("5,000 letters are queued at once, and none is queued twice while it waits", async () => {
  const all = letters(5000);
  expect(await database.db.transaction((tx) => enqueue(tx, "mail-panel", all))).toBe(5000);
  expect(await database.db.transaction((tx) => enqueue(tx, "mail-panel", all.slice(0, 10)))).toBe(0);
  expect(await database.db.transaction((tx) => enqueue(tx, "mail-panel", []))).toBe(0);
  expect(await waiting()).toHaveLength(5000);
});

test("asking for a lost link again and again queues one letter, even after it was sent", async () => {
  const lost: Jobs["mail-panel"] = { study, invitation: randomUUID(), letter: "lost-link" };
  // The window is a slot of the database's clock, which stands still within a transaction.
  const ask = () =>
    database.db.transaction(async (tx) => {
      const [now] = await tx.execute(sql`select floor(extract(epoch from now()) / 300)::int as slot`);
      return { queued: await enqueue(tx, "mail-panel", [lost]), slot: now!.slot };
    });
  const first = await ask();
  expect(first.queued).toBe(1);
  await database.sql`update pgboss.job set state = 'completed', completed_on = now()`;
  const second = await ask();
  expect(second.queued).toBe(second.slot === first.slot ? 0 : 1);
});

test("a letter waits for its time", async () => {
  const startAfter = new Date(Date.now() + 60_000);
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", letters(1), { startAfter }));
  const [job] =
    await database.sql`select start_after > now() + interval '50 seconds' as later from pgboss.job`;
  expect(job?.later).toBe(true);
});

test("a letter is tried for less than three quarters of an hour", async () => {
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", letters(1)));
  // Each distance is at most the delay times two to the number of tries before it.
  const [job] = await database.sql`
    select retry_backoff as growing, retry_delay * (2 ^ (retry_limit + 1) - 2) as seconds from pgboss.job`;
  expect(job?.growing).toBe(true);
  expect(job?.seconds).toBeLessThan(45 * 60);
  expect(job?.seconds).toBeGreaterThan(20 * 60);
});

test("a job names rows and nothing else", async () => {
  await database.db.transaction(async (tx) => {
    await enqueue(tx, "mail-panel", letters(1));
    await enqueue(tx, "mail-sign-in", [{ facilitator: randomUUID() }]);
  });
  const rows =
    await database.sql`select name, array(select jsonb_object_keys(data) order by 1) as keys from pgboss.job order by name`;
  expect([...rows]).toEqual([
    { name: "mail-panel", keys: ["invitation", "letter", "study"] },
    { name: "mail-sign-in", keys: ["facilitator"] },
  ]);
});
