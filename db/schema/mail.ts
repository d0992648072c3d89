import { sql } from "drizzle-orm";
import {
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { study } from "./study";

const ofStudy = () =>
  uuid()
    .notNull()
    .references(() => study.id, { onDelete: "cascade" });

/** As in delphi/letter.ts. */
const LETTERS = ["invitation", "round-open", "reminder", "closing-soon", "results"] as const;

/** A letter in a study's own words; where there is none, the usual ones hold. */
export const mailTemplate = pgTable(
  "mail_template",
  {
    studyId: ofStudy(),
    letter: text({ enum: LETTERS }).notNull(),
    subject: text().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.letter] })],
);

/** When reminders leave by themselves. */
export const reminderPlan = pgTable("reminder_plan", {
  studyId: ofStudy().primaryKey(),
  plan: jsonb().notNull(),
});

/** One letter sent to the panel, or to those it concerns. */
export const mailing = pgTable(
  "mailing",
  {
    id: uuid().primaryKey().defaultRandom(),
    studyId: ofStudy(),
    letter: text({ enum: LETTERS }).notNull(),
    /** The round it is about, or the edition; 0 before the first. */
    number: integer().notNull(),
    /** Sent by the clock, not by somebody at the desk. */
    planned: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex("mailing_once")
      .on(table.studyId, table.letter, table.number)
      .where(sql`${table.letter} in ('round-open', 'closing-soon', 'results')`),
  ],
);

/**
 * What became of a mailing for one person: the one place that knows. It holds no time, and no letter that somebody
 * asked for themselves. No foreign key to the roll, whose rows are rewritten.
 */
export const delivery = pgTable(
  "delivery",
  {
    mailingId: uuid()
      .notNull()
      .references(() => mailing.id, { onDelete: "cascade" }),
    invitationId: uuid().notNull(),
    /**
     * waiting and put-off are tried (again); sending is under way, or was when the program ended. sent, refused (for
     * good), unclear (it may have arrived, so it is not tried again), failed (given up) and dropped (nobody wanted it
     * any more) are ends.
     */
    state: text({
      enum: ["waiting", "sending", "put-off", "sent", "refused", "unclear", "failed", "dropped"],
    })
      .notNull()
      .default("waiting"),
    /** What the mail server answered, as its codes alone: "550 5.1.1". */
    code: text(),
  },
  (table) => [primaryKey({ columns: [table.mailingId, table.invitationId] })],
);

/** A round that opens by the clock, as the sheet was left. */
export const scheduledOpening = pgTable("scheduled_opening", {
  studyId: ofStudy().primaryKey(),
  opensAt: timestamp({ withTimezone: true }).notNull(),
  closesAt: timestamp({ withTimezone: true }),
  zone: text().notNull(),
  choice: jsonb().notNull(),
});

/** Something that could not happen on time, until somebody has seen to it. */
export const deskTrouble = pgTable(
  "desk_trouble",
  {
    studyId: ofStudy(),
    about: text({ enum: ["opening", "closing"] }).notNull(),
    refusal: text().notNull(),
    detail: jsonb().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.studyId, table.about] })],
);
