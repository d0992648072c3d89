import { afterAll, expect, test } from "vitest";
import { environment } from "@/db/environment";
import { migrate } from "@/db/migrate";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

test("several servers may migrate the same database at once, and again", async () => {
  const before = await database.sql`select * from drizzle.__drizzle_migrations order by id`;
  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  expect(await database.sql`select * from drizzle.__drizzle_migrations order by id`).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
});

test("the job queue has its tables before any process starts one", async () => {
  const [queue] = await database.sql`select count(*)::int as versions from pgboss.version`;
  expect(queue).toEqual({ versions: 1 });
});

test("each test file works on a database of its own, as an ordinary role", async () => {
  const [role] = await database.sql`
    select current_database() as name, rolsuper as "mayDoAnything" from pg_roles where rolname = current_user`;
  expect(database.url.endsWith(`/${role?.name}`)).toBe(true);
  expect(environment().databaseUrl).toBe(database.url);
  expect(role?.mayDoAnything).toBe(false);
});
