import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client, TransactionSql } from "./client";

/** The first line of a backup. */
export interface BackupHead {
  readonly tholos: "backup";
  /** The last migration of the schema that its tables have. */
  readonly migration: string;
  readonly tables: readonly BackupTable[];
}

export interface BackupTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Never kept: links that sign in once, and the mails of a demonstration. */
const LEFT_OUT = ["outbox", "sign_in_link"];

/** What PANEL_KEY opens, and the print by which it is known again. With both, whoever holds the key joins the sides. */
const SEALED: readonly string[] = ["invitation.sealed_token", "invitation.sealed_person"];
const KEY_PRINT = "installation";

/** What ends a table, in PostgreSQL's text format and here. */
export const END_OF_TABLE = "\\.";

/**
 * Writes every table as it was at one moment, while others go on writing: a line with the tables, then each
 * table's rows in PostgreSQL's text format, compressed. Rows come in random order, so a backup tells nothing of
 * who came first. Waiting jobs are not kept.
 */
export async function writeBackup({ sql }: Client, file: string, withLinks: boolean): Promise<void> {
  const zip = createGzip();
  const written = pipeline(zip, createWriteStream(file, { mode: 0o600, flags: "wx" }));
  const reading = sql.begin("isolation level repeatable read read only", async (tx) => {
    const head = await headOf(tx, withLinks);
    await write(zip, `${JSON.stringify(head)}\n`);
    for (const table of head.tables) {
      await copyOut(tx, table, zip);
      await write(zip, `${END_OF_TABLE}\n`);
    }
    zip.end();
  });
  reading.catch(() => zip.destroy());
  await Promise.all([reading, written]);
}

export async function lastMigration(tx: TransactionSql): Promise<string> {
  const [last] = await tx<{ hash: string }[]>`
    select hash from drizzle.__drizzle_migrations order by created_at desc limit 1`;
  return last!.hash;
}

/** The tables in an order in which each comes after those it refers to. */
async function headOf(tx: TransactionSql, withLinks: boolean): Promise<BackupHead> {
  const found = await tx<{ name: string; columns: string[]; refers: string[] }[]>`
    select relname as name,
      (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped) as columns,
      (select coalesce(json_agg(confrelid::regclass::text), '[]') from pg_constraint
        where conrelid = pg_class.oid and contype = 'f' and confrelid <> conrelid) as refers
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  const left = new Set([...LEFT_OUT, ...(withLinks ? [] : [KEY_PRINT])]);
  const waiting = found.filter((table) => !left.has(table.name));
  const tables: BackupTable[] = [];
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ refers }) =>
      refers.every((name) => tables.some((one) => one.name === name)),
    );
    if (at < 0) throw new Error("The tables refer to each other in a circle.");
    const [{ name, columns }] = waiting.splice(at, 1) as [(typeof found)[number]];
    const kept = columns.filter((column) => withLinks || !SEALED.includes(`${name}.${column}`));
    tables.push({ name, columns: kept });
  }
  return { tholos: "backup", migration: await lastMigration(tx), tables };
}

async function copyOut(tx: TransactionSql, { name, columns }: BackupTable, to: Writable): Promise<void> {
  const rows = await tx`copy (select ${tx(columns)} from ${tx(name)} order by random()) to stdout`.readable();
  for await (const chunk of rows) await write(to, chunk);
}

function write(to: Writable, words: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    to.write(words, (error) => (error ? reject(error) : resolve()));
  });
}
