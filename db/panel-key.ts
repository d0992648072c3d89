import { createHash } from "node:crypto";
import { openClient, type Sql } from "./client";
import { PlainError } from "./plain-error";
import { unsealWith } from "./sealing";

/** What tells one PANEL_KEY from another. The key has 256 random bits, so this gives nothing of it away. */
export const printOf = (key: Buffer): string =>
  createHash("sha256").update("tholos panel key").update(key).digest("hex");

/**
 * Knows the key of this database again; a database that has none yet takes this one, if its links open with it.
 * @throws PlainError when the links were sealed under another key
 */
export async function recognisePanelKey(url: string, key: Buffer): Promise<void> {
  const { sql } = openClient(url, { max: 1 });
  try {
    const print = await panelKeyPrint(sql);
    if (print === null && (await opensLinks(sql, key))) await keepPrint(sql, key);
    else if (print !== printOf(key)) throw new PlainError(anotherKey);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export async function panelKeyPrint(sql: Sql): Promise<string | null> {
  const [row] = await sql<{ print: string }[]>`select panel_key_print as print from installation`;
  return row?.print ?? null;
}

/** Two first starts at once: the first one counts, as it does for the key's file. */
async function keepPrint(sql: Sql, key: Buffer): Promise<void> {
  await sql`insert into installation (panel_key_print) values (${printOf(key)}) on conflict do nothing`;
  if ((await panelKeyPrint(sql)) !== printOf(key)) throw new PlainError(anotherKey);
}

/** A database of before fingerprints were kept: one of its links says whether the key is right. */
async function opensLinks(sql: Sql, key: Buffer): Promise<boolean> {
  const [link] = await sql<{ study: string; sealed: Buffer }[]>`
    select study_id as study, sealed_token as sealed from invitation where sealed_token is not null limit 1`;
  if (!link) return true;
  try {
    unsealWith(key, link.sealed, `invitation:${link.study}`);
    return true;
  } catch {
    return false;
  }
}

const anotherKey =
  "PANEL_KEY is not the key under which this database's personal links are sealed. Set the one it was used with. If that one is lost, links that were sent still work, but none can be sent again: npm run -s rotate-key -- --lost goes on with the present key (docs/operating.md).";
