import { randomUUID } from "node:crypto";
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
  const ask = () => database.db.transaction((tx) => enqueue(tx, "mail-panel", [lost]));
  // The window is a slot of the clock: an attempt that straddles two slots is made again.
  const slot = () => Math.floor(Date.now() / 300_000);
  const before = slot();
  expect(await ask()).toBe(1);
  await database.sql`update pgboss.job set state = 'completed', completed_on = now()`;
  expect(await ask()).toBe(slot() === before ? 0 : 1);
});

test("a letter waits for its time", async () => {
  const startAfter = new Date(Date.now() + 60_000);
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", letters(1), { startAfter }));
  const [job] =
    await database.sql`select start_after > now() + interval '50 seconds' as later from pgboss.job`;
  expect(job?.later).toBe(true);
});

test("no job is kept longer than an hour, delivered or not", async () => {
  await database.db.transaction((tx) => enqueue(tx, "mail-panel", letters(1)));
  const [job] = await database.sql`select keep_until < now() + interval '1 hour' as soon from pgboss.job`;
  expect(job?.soon).toBe(true);
});
