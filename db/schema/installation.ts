import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

/** What is true of the whole installation: one row. */
export const installation = pgTable(
  "installation",
  {
    id: integer().primaryKey().default(1),
    /** Fingerprint of the PANEL_KEY that sealed this database's links. */
    panelKeyPrint: text().notNull(),
  },
  (table) => [check("installation_once", sql`${table.id} = 1`)],
);
