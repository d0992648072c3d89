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
  /** Sessions of the desk that were begun under an earlier one are over. */
  sessionEpoch: integer().notNull().default(0),
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
    /** What the desk keeps in mind about a person; nobody else reads it. */
    note: text().notNull().default(""),
    /** SHA-256("invitation" ‖ T), or null while no T was drawn, as in a strict study before the mail. */
    tokenHash: bytea().unique(),
    /** T under PANEL_KEY, or null in a strict study. */
    sealedToken: bytea(),
    /** Hash of P, the second token: for acts about the person, on pages that never touch a seat. */
    personHash: bytea().unique(),
    /** P under PANEL_KEY. It leads to no seat, so it is sealed in strict studies too. */
    sealedPerson: bytea(),
    invitedAt: timestamp({ withTimezone: true }),
    /** The link was handed out in a file, so it leaves no second time. */
    linkInFile: boolean().notNull().default(false),
    revokedAt: timestamp({ withTimezone: true }),
    /** The person's own decisions. Without a time: a time could be set beside those of answers. */
    declined: boolean().notNull().default(false),
    declineReason: text().notNull().default(""),
    reminders: boolean().notNull().default(true),
    /** The desk's decision: no mail, and from this round on not counted as invited, until it is taken back. */
    pausedFrom: integer(),
    /** What a mail server said that refused their address for good; empty where none did. */
    bounced: text().notNull().default(""),
    /** The seat that a newcomer to the demo may try. */
    newcomer: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.id] }),
    unique("invitation_address_once").on(table.studyId, table.address),
  ],
);

/**
 * Hashes of links that open nothing any more, without a name. It outlives the roll: after severing, a link is
 * known by its seat alone, and one that was revoked must stay so.
 */
export const revokedLink = pgTable(
  "revoked_link",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    tokenHash: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.tokenHash] })],
);

/** Who agreed to be named or asked again. It never holds a token or a stratum, and outlives the roll. */
export const agreement = pgTable(
  "agreement",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    address: text().notNull(),
    agreedTo: text({ enum: ["be-named", "be-asked-again"] }).notNull(),
    name: text().notNull(),
    /** Of those who may be named: whether the facilitators list the name beside the results. */
    listed: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.address, table.agreedTo] })],
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

/** How many people were put on the roll while a round was open and had an answer already; "" is no stratum. */
export const lateAddition = pgTable(
  "late_addition",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    round: integer().notNull(),
    stratum: text().notNull(),
    people: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.round, table.stratum] })],
);

/** How many people the desk wants of a stratum. A plan of recruiting, no part of the protocol. */
export const stratumTarget = pgTable(
  "stratum_target",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    stratum: text().notNull(),
    people: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.stratum] })],
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
