import { readFileSync, realpathSync } from "node:fs";
import { openClient, type Sql } from "./client";
import { passwordFile } from "./cluster-folder";
import { type Server, stopServer } from "./cluster-server";
import { errorCode } from "./plain-error";

/** One process's share in a running server: a connection that says "in use" for as long as it is open. */
export interface Membership {
  readonly server: Server;
  readonly sql: Sql;
  /** Resolves when the connection ends, whoever ended it. */
  readonly closed: Promise<void>;
}

/** Joins a server, unless it isn't ready or about to stop, or has another folder than this one. */
export async function enter(
  folder: string,
  server: Server,
): Promise<Membership | "not-ready" | "another-folder"> {
  let close = () => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const { sql } = openClient(address(folder, server.port, "postgres"), {
    max: 1,
    fetch_types: false,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onclose: close,
  });
  try {
    const [answer] = await sql<{ folder: string; entered: boolean }[]>`
      select current_setting('data_directory') as folder, pg_try_advisory_lock_shared(${inUse}) as entered`;
    const own = answer?.folder === realpathSync(folder);
    if (own && answer.entered) return { server, sql, closed };
    await sql.end({ timeout: 0 });
    // A copied folder brings along a file that points at the original's server.
    return own ? "not-ready" : "another-folder";
  } catch (error) {
    if (!notReady.has(errorCode(error) ?? "")) throw error;
  }
  await sql.end({ timeout: 0 });
  return "not-ready";
}

/** Leaves a server; whoever finds nobody else on it stops it. A crash leaves too, since its connection ends. */
export async function leave({ server, sql }: Membership): Promise<void> {
  try {
    await sql`select pg_advisory_unlock_shared(${inUse})`;
    const [answer] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${inUse}) as alone`;
    if (answer?.alone) await stopServer(server);
  } catch (error) {
    // The server is gone already: nothing is left to stop.
    if (!gone.has(errorCode(error) ?? "")) throw error;
  } finally {
    await sql.end({ timeout: 0 });
  }
}

/** Makes the database and its role, once. The role is an ordinary one, as it is in production. */
export async function addDatabase(sql: Sql, folder: string): Promise<void> {
  const [found] = await sql`select from pg_database where datname = 'tholos'`;
  if (found) return;
  await unlessThere(sql.unsafe(`create role tholos login createdb password '${password(folder)}'`));
  await unlessThere(sql.unsafe("create database tholos owner tholos"));
}

export const address = (folder: string, port: number, name: "tholos" | "postgres") =>
  `postgres://${name}:${password(folder)}@127.0.0.1:${port}/${name}`;

const password = (folder: string) => readFileSync(passwordFile(folder), "utf8").trim();

/** Another process may be making the same at the same moment. */
async function unlessThere(made: Promise<unknown>): Promise<void> {
  try {
    await made;
  } catch (error) {
    if (!alreadyThere.has(errorCode(error) ?? "")) throw error;
  }
}

const inUse = 7_480_133;
const alreadyThere = new Set(["42710", "42P04", "23505"]);
const gone = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "57P01",
  "57P02",
  "57P03",
]);
// Starting, stopping, or a port that meanwhile belongs to another server (which refuses our password).
const notReady = new Set([...gone, "CONNECT_TIMEOUT", "28P01", "3D000"]);
