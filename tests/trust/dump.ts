import type { Sql } from "@/db/client";

/** A row of a dump: every column of every kind as text, with the columns that PostgreSQL keeps for itself. */
export type DumpedRow = { readonly table: string; readonly columns: Readonly<Record<string, string | null>> };

/** Every row of every table, those of the job queue and of the migrations too, as somebody with a copy reads them. */
export async function dumpedRows(sql: Sql): Promise<readonly DumpedRow[]> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'truth')`;
  const rows: DumpedRow[] = [];
  for (const { name } of tables) {
    const found = await sql.unsafe(
      `select ctid::text as ctid, xmin::text as xmin, xmax::text as xmax, to_jsonb(t) as row from ${name} t`,
    );
    for (const { ctid, xmin, xmax, row } of found) {
      const columns: Record<string, string | null> = { ctid, xmin, xmax };
      for (const [column, value] of Object.entries(row as object)) columns[column] = asText(value);
      rows.push({ table: name, columns });
    }
  }
  return rows;
}

/** bytea comes as \x and hexadecimal digits, so everything binary can be searched for as text. */
const asText = (value: unknown): string | null =>
  value === null ? null : typeof value === "string" ? value : JSON.stringify(value);

export const dumpOf = async (sql: Sql): Promise<string> =>
  (await dumpedRows(sql)).map(({ table, columns }) => JSON.stringify({ table, columns })).join("\n");
