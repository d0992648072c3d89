import { integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea, facilitator } from "./identity";

/** A facilitator's second factor. */
export const secondFactor = pgTable("second_factor", {
  /** The facilitator's. */
  id: uuid()
    .primaryKey()
    .references(() => facilitator.id, { onDelete: "cascade" }),
  /** Under PANEL_KEY. */
  sealedSecret: bytea().notNull(),
  /** Null until a first code has shown that the device holds the secret: so long nobody is asked for one. */
  confirmedAt: timestamp({ withTimezone: true }),
  /** The latest half minute whose code was used; no code is good twice. */
  usedStep: integer().notNull().default(0),
});

/** A code for the day the device is lost; deleted when it is used. */
export const recoveryCode = pgTable("recovery_code", {
  hash: bytea().primaryKey(),
  facilitatorId: uuid()
    .notNull()
    .references(() => secondFactor.id, { onDelete: "cascade" }),
});

/** How often somebody tried something in one span of time. The key tells neither who nor what (db/attempts). */
export const attempt = pgTable("attempt", {
  key: bytea().primaryKey(),
  count: integer().notNull(),
  until: timestamp({ withTimezone: true }).notNull(),
});
