import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea } from "./identity";
import { study } from "./study";

/**
 * A pseudonymous seat: its id derives from the link's token alone. The seat side holds no time finer than
 * the round, and nothing from the invitation but the stratum (docs/decisions/002).
 */
export const seat = pgTable(
  "seat",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    id: bytea().notNull(),
    stratum: text(),
    /** The round in which the expert consented; null before. */
    consentedInRound: integer(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.id] })],
);

/** Unsubmitted answers. A draft never counts and is deleted at the close. */
export const draft = pgTable(
  "draft",
  {
    studyId: uuid().notNull(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    answers: jsonb().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.round, table.seatId] }),
    foreignKey({ columns: [table.studyId, table.seatId], foreignColumns: [seat.studyId, seat.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** Append-only while a round is open: the latest revision counts. */
export const submission = pgTable(
  "submission",
  {
    studyId: uuid().notNull(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    revision: integer().notNull(),
    /** Empty in a round that was run elsewhere. */
    receipt: text().notNull(),
    /** SHA-256 of the canonical answers: the same body again is this submission. Empty where the receipt is. */
    digest: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.round, table.seatId, table.revision] }),
    foreignKey({ columns: [table.studyId, table.seatId], foreignColumns: [seat.studyId, seat.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * The tidy shape of every item kind: (item, part, value, abstained). Without a value and no abstention: not put to
 * this expert, which happens only in rounds that were run elsewhere.
 */
export const answer = pgTable(
  "answer",
  {
    studyId: uuid().notNull(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    revision: integer().notNull(),
    item: text().notNull(),
    part: text().notNull(),
    value: doublePrecision(),
    abstained: boolean().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.studyId, table.round, table.seatId, table.revision, table.item, table.part],
    }),
  ],
);

/** A name under which a moderator groups answers to one open question. */
export const theme = pgTable(
  "theme",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    id: uuid().notNull().defaultRandom(),
    item: text().notNull(),
    name: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.id] })],
);

/** Rationales and open answers, moderated after the close; `released` is what others read. */
export const answerText = pgTable(
  "answer_text",
  {
    studyId: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    revision: integer().notNull(),
    item: text().notNull(),
    part: text().notNull(),
    text: text().notNull(),
    state: text({ enum: ["waiting", "released", "held-back", "merged"] })
      .notNull()
      .default("waiting"),
    released: text(),
    /** Counts what was decided about it, so that two moderators never overwrite each other. */
    decision: integer().notNull().default(0),
    /** Why it was held back; for the desk alone. */
    heldReason: text(),
    /** The moderator's choice: among the first that other experts read. */
    showFirst: boolean().notNull().default(false),
    /** The text in whose released wording this one is contained. */
    mergedInto: uuid(),
    themeId: uuid(),
    /** Which side of the scale its author stood on when the round closed. */
    side: text({ enum: ["lower", "middle", "higher"] }),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.id] }),
    index("answer_text_of_seat").on(table.studyId, table.round, table.seatId),
  ],
);

/** "This changed my mind": an expert's mark on another expert's reason, in the round in which it was read. */
export const mindMark = pgTable(
  "mind_mark",
  {
    studyId: uuid().notNull(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    textId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.round, table.seatId, table.textId] }),
    foreignKey({ columns: [table.studyId, table.seatId], foreignColumns: [seat.studyId, seat.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * A submitted answer to words whose meaning was changed since, until its expert confirms or changes it. Gone at the
 * close: what stays is how many there were.
 */
export const formerWording = pgTable(
  "former_wording",
  {
    studyId: uuid().notNull(),
    round: integer().notNull(),
    seatId: bytea().notNull(),
    item: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.studyId, table.round, table.seatId, table.item] }),
    foreignKey({ columns: [table.studyId, table.seatId], foreignColumns: [seat.studyId, seat.id] }).onDelete(
      "cascade",
    ),
  ],
);

/**
 * A question to the facilitators. Its seat is kept so that an answer can be shown to the asker alone; the desk never
 * reads it. No reference: a seat that is rewritten is gone for a moment.
 */
export const panelQuestion = pgTable(
  "panel_question",
  {
    studyId: uuid()
      .notNull()
      .references(() => study.id, { onDelete: "cascade" }),
    id: uuid().notNull().defaultRandom(),
    /** Null once its asker has withdrawn and the panel has read it. */
    seatId: bytea(),
    text: text().notNull(),
    /** As the desk worded it for the panel. */
    shown: text(),
    answer: text(),
    audience: text({ enum: ["panel", "asker"] }),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.id] })],
);
