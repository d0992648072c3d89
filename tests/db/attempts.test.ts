import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { system, visitor } from "@/db/actor";
import { LIMITS } from "@/db/attempts";
import { openClient } from "@/db/client";
import { countAttempt } from "@/db/commands/count-attempt";
import { sweep } from "@/db/commands/sweep";
import { environment, setEnvironment } from "@/db/environment";
import { value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
// Attempts are counted in spans of the clock: here it stands still, so that none begins between two of them.
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  database = await freshDatabase();
});
afterAll(async () => {
  vi.useRealTimers();
  await database.close();
});
beforeEach(() => database.sql`delete from attempt`);

const tryOnce = (by: string, what: keyof typeof LIMITS = "wrong-link") => countAttempt(visitor, { what, by });

test("as many attempts as the limit says are let through, counted together when they come at once", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => tryOnce("192.0.2.1")));
  expect(answers.filter((one) => one.ok)).toHaveLength(LIMITS["wrong-link"].most);
  expect(answers.find((one) => !one.ok)).toMatchObject({
    refusal: "too-many-attempts",
    detail: { minutes: LIMITS["wrong-link"].minutes },
  });
});

test("nobody pays for somebody else's attempts, or for their own at something else", async () => {
  await Promise.all(Array.from({ length: 40 }, () => tryOnce("192.0.2.1")));
  expect(await tryOnce("192.0.2.2")).toMatchObject({ ok: true });
  expect(await tryOnce("192.0.2.1", "lost-link-from-sender")).toMatchObject({ ok: true });
});

test("a copy of the database tells neither who tried nor what, not even by trying every address", async () => {
  await tryOnce("192.0.2.1");
  await tryOnce("ada@town.example", "lost-link-to-address");
  const [before] =
    await database.sql`select encode(key, 'hex') as key from attempt order by count, key limit 1`;
  const stored = JSON.stringify(await database.sql`select encode(key, 'escape') as key, * from attempt`);
  for (const told of ["192.0.2.1", "ada@town.example", "wrong-link"]) expect(stored).not.toContain(told);
  // The same attempts under another secret have other keys: without the secret nobody can look an address up.
  setEnvironment({ ...environment(), nextAuthSecret: "another secret that only this test knows" });
  await tryOnce("192.0.2.1");
  await tryOnce("ada@town.example", "lost-link-to-address");
  expect(await database.sql`select 1 from attempt`).toHaveLength(4);
  expect(before!.key).toMatch(/^[0-9a-f]{32}$/);
});

test("counts are gone with the first night after their time is over", async () => {
  await tryOnce("192.0.2.1");
  value(await sweep(system, {}));
  expect(await database.sql`select 1 from attempt`).toHaveLength(1);
  await database.sql`update attempt set until = until - interval '1 hour'`;
  value(await sweep(system, {}));
  expect(await database.sql`select 1 from attempt`).toHaveLength(0);
});

test("what a process counted holds in every other process on the same database", async () => {
  await Promise.all(Array.from({ length: LIMITS["wrong-link"].most }, () => tryOnce("192.0.2.1")));
  const elsewhere = openClient(database.url, { max: 1 });
  expect(await elsewhere.sql`select count from attempt`).toEqual([{ count: LIMITS["wrong-link"].most }]);
  await elsewhere.sql.end();
  expect(await tryOnce("192.0.2.1")).toMatchObject({ ok: false });
});
