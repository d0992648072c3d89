import { openClient } from "@/db/client";
import { startCluster } from "@/db/cluster";
import type { Environment } from "@/db/environment";
import { migrate } from "@/db/migrate";
import { errorCode, PlainError } from "@/db/plain-error";

export interface OpenDatabase {
  /** The given environment, now with the address of the database. */
  readonly environment: Environment;
  readonly url: string;
  /** The folder of the private database, or undefined where DATABASE_URL leads elsewhere. */
  readonly home: string | undefined;
  readonly release: () => Promise<void>;
}

/**
 * Opens the database for a command: the private one, started if it doesn't run, or the one at DATABASE_URL.
 * Either is migrated. The private one stops when the last process that uses it releases it.
 */
export async function openDatabase(
  environment: Environment,
  onLost?: (reason: unknown) => void,
): Promise<OpenDatabase> {
  if (environment.databaseUrl !== undefined) {
    await requireAnswer(environment.databaseUrl);
    await migrate(environment.databaseUrl);
    return { environment, url: environment.databaseUrl, home: undefined, release: async () => {} };
  }
  const { url, home, release } = await startCluster(environment.dataFolder, { onLost });
  try {
    await migrate(url);
  } catch (error) {
    await release();
    throw error;
  }
  return { environment: Object.freeze({ ...environment, databaseUrl: url }), url, home, release };
}

async function requireAnswer(url: string): Promise<void> {
  const { sql } = openClient(url, { max: 1, connect_timeout: 5, fetch_types: false });
  try {
    await sql`select 1`;
  } catch (error) {
    throw new PlainError(refusal(errorCode(error) ?? String(error), new URL(url)));
  } finally {
    await sql.end({ timeout: 0 });
  }
}

function refusal(code: string, { host, pathname }: URL): string {
  if (code === "28P01" || code === "28000")
    return `The database at ${host} refuses the user or the password in DATABASE_URL.`;
  if (code === "3D000")
    return `The database at ${host} has no database named ${pathname.slice(1)}: create it, or correct DATABASE_URL.`;
  return `The database at ${host} can't be reached (${code}): check that it runs, and that DATABASE_URL is right.`;
}
