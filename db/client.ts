import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { environment } from "./environment";
import { refuseAfterLoss } from "./lost-transaction";
import { PlainError } from "./plain-error";
import { SteadySocket } from "./steady-socket";

export type Sql = postgres.Sql;
export type TransactionSql = postgres.TransactionSql;
export type Database = PostgresJsDatabase;

/** One pool: drizzle's query builder and the bare client beneath it share its connections. */
export interface Client {
  readonly url: string;
  readonly sql: Sql;
  readonly db: Database;
}

/** The bare client of this process: for LISTEN, job queues and statements that the builder can't say. */
export const sql = (): Sql => client().sql;

/** The query builder of this process. */
export const db = (): Database => client().db;

/** Closes the pool of this process; the next use opens a new one. */
export async function closeClient(): Promise<void> {
  const open = store[storeKey];
  store[storeKey] = undefined;
  await open?.sql.end({ timeout: 5 });
}

/**
 * Opens connections apart from the pool of this process: for locks, migrations and checks.
 * The caller ends them. Drizzle sets how its client writes JSON and dates, so both always come together.
 */
export function openClient(url: string, options: postgres.Options<Record<string, never>> = {}): Client {
  const opened = postgres(url, {
    max: 10,
    connect_timeout: 10,
    // Its own waits grow to 20 seconds, in which whoever was given that connection hears nothing.
    backoff: () => 0.2,
    onnotice: () => {},
    connection: { application_name: "tholos" },
    ...steadyConnections(url),
    ...options,
  });
  refuseAfterLoss(opened);
  return { url, sql: opened, db: drizzle(opened, { casing: "snake_case" }) };
}

/** An option of the client that its types don't name. TLS is the socket's then, not the client's. */
function steadyConnections(url: string): object {
  const security = securityOf(url);
  const socket = ({ host, port }: { readonly host: readonly string[]; readonly port: readonly number[] }) =>
    new SteadySocket({ host: host[0]!, port: port[0]! }, security);
  return { ssl: false, socket };
}

/** How the address asks for TLS, if it does. */
function securityOf(url: string): string | undefined {
  const { searchParams } = new URL(url);
  if (searchParams.get("sslrootcert") === "system") return "verify-full";
  const mode = searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "disable";
  return mode === "disable" || mode === "false" ? undefined : mode;
}

function client(): Client {
  store[storeKey] ??= openClient(databaseUrl(), { max: environment().databasePool });
  return store[storeKey];
}

function databaseUrl(): string {
  const { databaseUrl } = environment();
  if (databaseUrl === undefined)
    throw new PlainError("No database is open. Start Tholos with npm start, or set DATABASE_URL.");
  return databaseUrl;
}

// On globalThis: development reloads this file, and the pool must outlive it.
const storeKey = Symbol.for("tholos.client");
const store = globalThis as typeof globalThis & { [storeKey]?: Client };
