import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/** A consultation on one question. `version` guards against two facilitators editing the same thing. */
export const study = pgTable("study", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  version: integer().notNull().default(1),
  /** Set when the study is made; a trigger refuses any change. */
  simulated: boolean().notNull(),
  /** Shown on the landing page before its first edition. */
  announced: boolean().notNull().default(true),
  content: jsonb().notNull(),
  sources: jsonb().notNull(),
  positions: jsonb().notNull(),
  protocol: jsonb().notNull(),
  protocolDigest: text(),
  /** The canonical text that the digest is of; triggers keep both from the lock on. */
  protocolText: text(),
  lockedAt: timestamp({ withTimezone: true }),
  /** What the facilitators wrote for the report; it joins the next edition. */
  reporting: jsonb().notNull().default({}),
  /** How its first rounds were brought in from elsewhere, and its design before; null where none was (db/outside-import). */
  imported: jsonb(),
  concludedAt: timestamp({ withTimezone: true }),
  /** Why the study ended before its time; null where it did not. */
  cancelReason: text(),
  /** Put away from its owners' lists. */
  archivedAt: timestamp({ withTimezone: true }),
  /** Raised when a link is revoked: every panel session of the study ends. */
  sessionEpoch: integer().notNull().default(1),
  /** Links replaced since round 1 opened: each may have given one person a second, empty seat. */
  replacedLinks: integer().notNull().default(0),
  /** When the roll and its sealed links were deleted for good; a trigger keeps it so. */
  severedAt: timestamp({ withTimezone: true }),
  /** A file with personal links was written, so somebody else could open them. */
  linksFileMade: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true }).notNull(),
});

export const item = pgTable(
  "item",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    id: text().notNull(),
    place: integer().notNull(),
    revision: integer().notNull().default(1),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.id] })],
);

export const round = pgTable(
  "round",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    state: text({ enum: ["open", "closed"] }).notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    closesAt: timestamp({ withTimezone: true }),
    /** The time zone in which its times were set; null where none was named. */
    zone: text(),
    closedAt: timestamp({ withTimezone: true }),
    /** The items as they were asked, wording included. */
    items: jsonb().notNull(),
    /** Goes up when words are corrected while it is open; what is kept of its items knows by it that it is old. */
    revision: integer().notNull().default(0),
    /** What disclosure control released at the close. */
    snapshot: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.number] }),
    check("round_closed_has_snapshot", sql`(${table.state} = 'closed') = (${table.snapshot} is not null)`),
  ],
);

export const deviation = pgTable(
  "deviation",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.number] })],
);

/** What was changed in the items between rounds: reworded, split, merged, retired, added. Rows are only added. */
export const lineage = pgTable(
  "lineage",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    number: integer().notNull(),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.number] })],
);

/** A frozen publication: the canonical text that its digest covers. The database refuses to change it. */
export const edition = pgTable(
  "edition",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id),
    number: integer().notNull(),
    canonical: text().notNull(),
    digest: text().notNull(),
    previousDigest: text(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.number] })],
);

/**
 * A part of a study's editions, named by the SHA-256 of its body. Taking it down leaves a dated tombstone with a
 * reason; a trigger refuses every other change.
 */
export const editionPart = pgTable(
  "edition_part",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id),
    digest: text().notNull(),
    body: text(),
    removedOn: date(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.digest] }),
    check(
      "edition_part_is_whole_or_removed",
      sql`(${table.body} is not null and ${table.removedOn} is null and ${table.reason} is null)
        or (${table.body} is null and ${table.removedOn} is not null and ${table.reason} is not null)`,
    ),
  ],
);
