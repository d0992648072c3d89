import {
  boolean,
  customType,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { study } from "./study";

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A person on the facilitators' roll. */
export const facilitator = pgTable("facilitator", {
  id: uuid().primaryKey().defaultRandom(),
  address: text().notNull().unique(),
  name: text().notNull(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});

export const membership = pgTable(
  "membership",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    facilitatorId: uuid()
      .notNull()
      .references(() => facilitator.id, { onDelete: "cascade" }),
    role: text({ enum: ["owner", "facilitator", "moderator", "observer"] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.facilitatorId] })],
);

/** A one-time link for the desk; only its hash is kept. */
export const signInLink = pgTable("sign_in_link", {
  hash: bytea().primaryKey(),
  facilitatorId: uuid()
    .notNull()
    .references(() => facilitator.id, { onDelete: "cascade" }),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
});

/**
 * A person on a study's roll. Nothing here points to a seat: the two share no column, and no act of an
 * expert writes to this table (docs/decisions/002).
 */
export const invitation = pgTable(
  "invitation",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    id: uuid().notNull().defaultRandom(),
    name: text().notNull(),
    address: text().notNull(),
    stratum: text(),
    language: text().notNull().default("en"),
    /** SHA-256("invitation" ‖ T). */
    tokenHash: bytea().notNull().unique(),
    /** T under PANEL_KEY, or null in a strict study. */
    sealedToken: bytea(),
    invitedAt: timestamp({ withTimezone: true }),
    revokedAt: timestamp({ withTimezone: true }),
    /** The seat that a newcomer to the demo may try. */
    newcomer: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.id] }),
    unique("invitation_address_once").on(table.studyId, table.address),
  ],
);

/** Written by the nightly job only: who had finished a round by then. No day is stored. */
export const finishedMark = pgTable(
  "finished_mark",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    invitationId: uuid().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.round, table.invitationId] })],
);

/** What a person did at the desk; written in the act's own transaction. */
export const audit = pgTable("audit", {
  id: uuid().primaryKey().defaultRandom(),
  studyId: uuid().references(() => study.id, { onDelete: "cascade" }),
  facilitatorId: uuid(),
  act: text().notNull(),
  detail: text().notNull().default(""),
  at: timestamp({ withTimezone: true }).notNull(),
});

/** Mails of the demo, sealed under PANEL_KEY; no other mode writes here. */
export const outbox = pgTable("outbox", {
  id: uuid().primaryKey().defaultRandom(),
  sealed: bytea().notNull(),
  at: timestamp({ withTimezone: true }).notNull(),
});
