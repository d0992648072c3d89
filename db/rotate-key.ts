import type { Sql, TransactionSql } from "./client";
import { panelKeyPrint, printOf } from "./panel-key";
import { PlainError } from "./plain-error";
import { sealWith, unsealWith } from "./sealing";

/**
 * Seals everything anew under another key, all of it or nothing: broken off anywhere, the old key still counts.
 * @returns how many seals were renewed; null when the other key counts already
 * @throws PlainError while other processes use the database, since they would go on sealing under the old key
 */
export async function rotateKey(sql: Sql, from: Buffer, to: Buffer): Promise<number | null> {
  await refuseWhileInUse(sql);
  const print = await panelKeyPrint(sql);
  if (print === printOf(to)) return null;
  if (print !== null && print !== printOf(from))
    throw new PlainError(
      "PANEL_KEY is not the key under which this database is sealed. Nothing was changed.",
    );
  return sql.begin(async (tx) => {
    let renewed = 0;
    for (const one of SEALED) renewed += await renew(tx, one, from, to);
    await keep(tx, to);
    return renewed;
  });
}

/**
 * Goes on without the lost key: what it sealed can't be read any more and goes. Links that were sent still work.
 * Whoever was not invited yet gets a new one with the invitation; facilitators set up their second factor anew.
 */
export async function forgetLostKey(sql: Sql, to: Buffer): Promise<void> {
  await refuseWhileInUse(sql);
  if ((await panelKeyPrint(sql)) === printOf(to))
    throw new PlainError("This database is sealed under PANEL_KEY, so nothing is lost. Nothing was changed.");
  await sql.begin(async (tx) => {
    await tx`update invitation set token_hash = null
      where invited_at is null and revoked_at is null and sealed_token is not null
        and study_id in (select id from study where not links_file_made)`;
    await tx`update invitation set sealed_token = null, sealed_person = null`;
    await tx`delete from outbox`;
    await tx`delete from second_factor`;
    await keep(tx, to);
  });
}

/** Every column that PANEL_KEY seals, and what is bound into each seal. */
const SEALED = [
  { table: "invitation", column: "sealed_token", purpose: "'invitation:' || study_id" },
  { table: "invitation", column: "sealed_person", purpose: "'person:' || study_id" },
  { table: "outbox", column: "sealed", purpose: "'outbox'" },
  { table: "second_factor", column: "sealed_secret", purpose: "'second-factor:' || id" },
] as const;

async function renew(
  tx: TransactionSql,
  { table, column, purpose }: (typeof SEALED)[number],
  from: Buffer,
  to: Buffer,
): Promise<number> {
  const rows = await tx<{ id: string; sealed: Buffer; purpose: string }[]>`
    select id, ${tx(column)} as sealed, ${tx.unsafe(purpose)} as purpose from ${tx(table)}
    where ${tx(column)} is not null for update`;
  if (rows.length === 0) return 0;
  const renewed = rows.map((row) => sealWith(to, unsealWith(from, row.sealed, row.purpose), row.purpose));
  await tx`update ${tx(table)} set ${tx(column)} = decode(given.sealed, 'hex')
    from unnest(${rows.map((row) => row.id)}::uuid[], ${renewed.map((one) => one.toString("hex"))}::text[])
      as given(id, sealed) where ${tx(table)}.id = given.id`;
  return rows.length;
}

const keep = (tx: TransactionSql, key: Buffer) =>
  tx`insert into installation (panel_key_print) values (${printOf(key)})
    on conflict (id) do update set panel_key_print = excluded.panel_key_print`;

async function refuseWhileInUse(sql: Sql): Promise<void> {
  const [others] = await sql<{ connections: number }[]>`
    select count(*)::int as connections from pg_stat_activity
    where datname = current_database() and application_name = 'tholos' and pid <> pg_backend_pid()`;
  if (others?.connections !== 0)
    throw new PlainError(
      "Tholos is running on this database. Stop it, then change the key. Nothing was changed.",
    );
}
