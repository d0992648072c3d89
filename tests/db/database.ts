import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { type Client, closeClient, db, openClient, sql } from "@/db/client";
import { readEnvironment, setEnvironment } from "@/db/environment";
import { errorCode } from "@/db/plain-error";
import { templateName, withName } from "./cluster";

export interface TestDatabase extends Client {
  /** Closes the connections and drops the database: for afterAll. */
  readonly close: () => Promise<void>;
}

/**
 * An empty, migrated database of its own for one test file. From then on every operation in this file works on it:
 * `sql()` and `db()` of db/client lead there, and `environment()` is a production one that sends no mail.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onCluster(`create database ${name} template ${templateName} strategy file_copy`);
  const url = withName(inject("clusterUrl"), name);
  await closeClient();
  setEnvironment(readEnvironment({ ...testVariables, DATABASE_URL: url }));
  const close = async () => {
    await closeClient();
    await dropDatabase(name);
  };
  return { url, sql: sql(), db: db(), close };
}

/**
 * Drops a database whoever is still connected. With force, PostgreSQL refuses this to all but superusers while
 * autovacuum happens to be at work there; without, it asks autovacuum to leave and waits for that.
 */
export async function dropDatabase(name: string): Promise<void> {
  try {
    await onCluster(`drop database ${name} with (force)`);
  } catch (error) {
    if (errorCode(error) !== INSUFFICIENT_PRIVILEGE) throw error;
    await onCluster(`drop database ${name}`);
  }
}

const INSUFFICIENT_PRIVILEGE = "42501";

async function onCluster(statement: string): Promise<void> {
  const cluster = openClient(inject("clusterUrl"), { max: 1 });
  try {
    await cluster.sql.unsafe(statement);
  } finally {
    await cluster.sql.end();
  }
}

const testVariables = {
  MAIL: "none",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "a secret that only the tests know, long enough",
  PANEL_KEY: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
};
