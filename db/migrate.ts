import path from "node:path";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import PgBoss from "pg-boss";
import type { Client, Sql } from "./client";
import { withLock } from "./lock";
import { PlainError } from "./plain-error";
import { createQueues } from "./queue";

/**
 * Brings a database to the present schema: the migrations in drizzle/, then the job queue's own tables.
 * Several processes may call it at once. Doing it again changes nothing.
 * @throws PlainError when the server is unfit to keep answers apart from names
 */
export async function migrate(url: string): Promise<void> {
  await withLock(url, "migration", async (connection) => {
    await refuseUnfitServer(connection.sql);
    await runMigrations(connection.db, { migrationsFolder });
    await addJobQueue(connection);
  });
}

async function refuseUnfitServer(sql: Sql): Promise<void> {
  const [server] = await sql<{ version: number; commitTimes: string }[]>`
    select current_setting('server_version_num')::int as version,
           current_setting('track_commit_timestamp') as "commitTimes"`;
  if (server && server.version < 150_000)
    throw new PlainError("Tholos needs PostgreSQL 15 or newer; DATABASE_URL leads to an older one.");
  // Commit times would tell when each expert answered.
  if (server?.commitTimes === "on")
    throw new PlainError(
      "This PostgreSQL records the time of every commit, which could tie answers to people: set track_commit_timestamp = off, restart it, then start Tholos again.",
    );
}

async function addJobQueue(connection: Client): Promise<void> {
  const { sql } = connection;
  const [found] = await sql<{ there: boolean }[]>`select to_regclass('pgboss.version') is not null as there`;
  if (!found?.there) await sql.unsafe(PgBoss.getConstructionPlans());
  await createQueues(connection);
}

const migrationsFolder = path.join(process.cwd(), "drizzle");
