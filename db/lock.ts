import { openClient, type Sql } from "./client";

/**
 * Runs something that only one process may do at a time, such as migrating. Others wait.
 * The lock is a session's, so it needs a connection of its own, and a process that dies gives it back.
 */
export async function withLock<T>(
  url: string,
  name: string,
  run: (connection: ReturnType<typeof openClient>) => Promise<T>,
): Promise<T> {
  const connection = openClient(url, { max: 1, idle_timeout: 0, max_lifetime: null });
  try {
    await takeLock(connection.sql, name);
    return await run(connection);
  } finally {
    await connection.sql.end({ timeout: 5 });
  }
}

async function takeLock(sql: Sql, name: string): Promise<void> {
  await sql`select pg_advisory_lock(hashtextextended(${`tholos ${name}`}, 0))`;
}
