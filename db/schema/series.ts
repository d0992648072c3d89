import { boolean, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { study } from "./study";

/** The same question asked again later: studies that readers may follow from one to the next. */
export const series = pgTable("series", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  /** From how many percent of the same people on two panels are set side by side. */
  panelShare: integer().notNull(),
  /** When that share was last set. */
  declaredAt: timestamp({ withTimezone: true }).notNull(),
});

/** A study as one wave of a series. Waves have no number of their own: their order is that of their first rounds. */
export const wave = pgTable("wave", {
  studyId: uuid()
    .primaryKey()
    .references(() => study.id, { onDelete: "cascade" }),
  seriesId: uuid()
    .notNull()
    .references(() => series.id, { onDelete: "cascade" }),
  /** The published wave before, as it was when its roll was set beside this one's. */
  againstId: uuid(),
  /** How many people were invited to this wave, and how many of them to the one before. Numbers, and no names. */
  people: integer(),
  same: integer(),
  /** The roll of the wave before was deleted by then: some more may have been on it. */
  atLeast: boolean().notNull().default(false),
  /** Taken out after it was published: its place stays, with the day and the reason. */
  removedOn: date(),
  removedReason: text(),
});
