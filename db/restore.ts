import { createReadStream } from "node:fs";
import type { Writable } from "node:stream";
import { finished, pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { type BackupTable, END_OF_TABLE, lastMigration } from "./backup";
import type { Client, TransactionSql } from "./client";
import { PlainError } from "./plain-error";

const Head = z.object({
  tholos: z.literal("backup"),
  migration: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});

/**
 * Puts a backup into an empty database of the same schema, all of it or nothing.
 * @throws PlainError when the file is no whole backup, or the database isn't fit for it
 */
export async function restoreBackup({ sql }: Client, file: string): Promise<void> {
  const lines = linesOf(file);
  const head = readHead((await lines.next()).value);
  await sql.begin(async (tx) => {
    await refuseUnfit(tx, head.migration);
    for (const table of head.tables) await copyIn(tx, table, lines);
  });
}

/** Lines end with a line feed and nothing else, which the text format escapes everywhere else. */
async function* linesOf(file: string): AsyncGenerator<string, undefined> {
  const unzipped = createGunzip();
  const read = pipeline(createReadStream(file), unzipped).catch(() => {});
  let rest = "";
  try {
    for await (const words of unzipped.setEncoding("utf8")) {
      const lines = `${rest}${words}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    await read;
  } catch {
    throw new PlainError(BROKEN);
  }
}

function readHead(line: string | undefined): z.infer<typeof Head> {
  try {
    return Head.parse(JSON.parse(line ?? ""));
  } catch {
    throw new PlainError("This file is not a backup that npm run -s backup has written.");
  }
}

async function refuseUnfit(tx: TransactionSql, migration: string): Promise<void> {
  if ((await lastMigration(tx)) !== migration)
    throw new PlainError(
      "The backup was made by another version of Tholos: restore it with that one, then start the newer.",
    );
  const [used] = await tx`select 1 from study union all select 1 from facilitator limit 1`;
  if (used)
    throw new PlainError(
      "The database is not empty: restore into a new one, as with THOLOS_DATA=a-new-folder.",
    );
}

/** What guards rows against later changes rests meanwhile: a text that was taken down comes back as taken down. */
async function copyIn(
  tx: TransactionSql,
  { name, columns }: BackupTable,
  lines: AsyncGenerator<string>,
): Promise<void> {
  await tx`alter table ${tx(name)} disable trigger user`;
  const rows = await tx`copy ${tx(name)} (${tx(columns)}) from stdin`.writable();
  try {
    await fill(rows, lines);
  } catch (error) {
    // Without this the server waits for more rows, and the transaction for the server.
    rows.destroy();
    throw error;
  }
  await tx`alter table ${tx(name)} enable trigger user`;
}

async function fill(rows: Writable, lines: AsyncGenerator<string, undefined>): Promise<void> {
  let batch = "";
  for (let next = await lines.next(); next.value !== END_OF_TABLE; next = await lines.next()) {
    if (next.done) throw new PlainError(BROKEN);
    batch += `${next.value}\n`;
    if (batch.length < BATCH) continue;
    await write(rows, batch);
    batch = "";
  }
  rows.end(batch);
  await finished(rows);
}

async function write(to: Writable, words: string): Promise<void> {
  if (to.write(words)) return;
  await new Promise((resolve) => to.once("drain", resolve));
}

const BROKEN = "The backup is not whole: it breaks off, or was changed.";
const BATCH = 64 * 1024;
