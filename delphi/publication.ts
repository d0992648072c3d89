import { z } from "zod";
import { Attrition } from "./attrition";
import { CarryForward } from "./carry-forward";
import { Figure } from "./figure";
import { Imported } from "./imported";
import { Item } from "./item";
import { ItemChange } from "./lineage";
import { Position, Source } from "./position";
import { Deviation, Protocol } from "./protocol";
import { ReportTexts } from "./reporting/report-texts";
import { StudyContent } from "./study";
import { Theme } from "./theme";

/** An anonymous text that was released: its side is that of its author's own answer to the item. */
export const ReleasedText = z.strictObject({
  round: z.int(),
  item: z.string(),
  part: z.string(),
  side: z.enum(["lower", "middle", "higher"]).nullable(),
  text: z.string(),
  edited: z.boolean(),
  /** Where a moderator made one text of several; it is edited then, and its side that of all their authors or none. */
  merged: z.literal(true).optional(),
  /** The theme under which a moderator placed an answer to an open question. */
  theme: z.string().optional(),
});
export type ReleasedText = z.infer<typeof ReleasedText>;

/** The immutable result of a closed round: what disclosure control released, and nothing else. */
export const Snapshot = z.strictObject({
  round: z.int().min(1),
  asked: z.array(z.string()),
  /** How many were on the roll, and how many submitted. */
  invited: z.int(),
  submitted: z.int(),
  /** Links replaced since round 1 opened: each may have given one person a second seat. Absent where none was. */
  replacedLinks: z.int().min(1).optional(),
  /** Of the roll, those who were added while the round was open and had an answer already: not counted towards k. */
  addedLater: z.int().default(0),
  figures: z.array(Figure),
  /**
   * Of items whose meaning was changed while the round was open: how many of those who answered had the former words
   * and did not confirm their answer. Null where that would describe too few.
   */
  wordings: z
    .array(z.strictObject({ item: z.string(), former: z.int().nullable(), present: z.int().nullable() }))
    .optional(),
  carryForward: z.array(CarryForward),
  stop: z.boolean(),
  /** Absent where the round was run here. */
  imported: Imported.optional(),
  /** Left out where nobody can have left: for the first round, and for the first one here after imported ones. */
  attrition: Attrition.optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A text that was published and taken down since: its place stays, with the day and the reason. */
export const RemovedText = ReleasedText.omit({ text: true }).extend({
  digest: z.string(),
  removedOn: z.iso.date(),
  reason: z.string(),
});
export type RemovedText = z.infer<typeof RemovedText>;

export const DatedRound = Snapshot.extend({
  openedOn: z.iso.date(),
  closedOn: z.iso.date(),
  /** The themes of its open answers; absent where nobody grouped them. */
  themes: z.array(Theme).optional(),
});
export type DatedRound = z.infer<typeof DatedRound>;

export type PublishedRound = DatedRound & {
  readonly texts: readonly ReleasedText[];
  readonly removed: readonly RemovedText[];
};

/** One thing in which an edition differs from the one before about the rounds that both hold. */
export const Change = z.strictObject({
  what: z.enum(["text-added", "text-left-out", "figure", "round", "receipts", "study", "reporting"]),
  round: z.int().nullable(),
  item: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

/** Why an edition corrects the one before, and in what. */
export const Correction = z.strictObject({ reason: z.string(), changes: z.array(Change).min(1) });
export type Correction = z.infer<typeof Correction>;

/** What every edition says beside its rounds, in whichever format it is stored. */
export const EditionHead = z.strictObject({
  study: StudyContent.extend({ slug: z.string(), simulated: z.boolean() }),
  number: z.int().min(1),
  publishedOn: z.iso.date(),
  previous: z.string().nullable(),
  protocol: Protocol,
  protocolDigest: z.string(),
  /** As they were worded in the last of these rounds; `lineage` holds the wordings and items before. */
  items: z.array(Item),
  lineage: z.array(ItemChange).optional(),
  positions: z.array(Position),
  sources: z.array(Source),
  deviations: z.array(Deviation),
  /** What the facilitators wrote for the report; absent where they wrote nothing. */
  reporting: ReportTexts.optional(),
  /** Sorted receipts of the counted submissions, by round; an imported round has none. */
  receipts: z.array(z.strictObject({ round: z.int(), counted: z.array(z.string()) })),
});
export type EditionHead = z.infer<typeof EditionHead>;

/** A frozen, numbered edition as it is read: its stored text with its parts put in. It holds closed rounds only. */
export type Edition = EditionHead & {
  readonly rounds: readonly PublishedRound[];
  /** Null unless it corrects the edition before. */
  readonly correction: Correction | null;
};

/** The last published round that asked an item: where its standing figures are. */
export const lastAsked = (rounds: readonly PublishedRound[], item: string): PublishedRound | undefined =>
  rounds.filter((round) => round.asked.includes(item)).at(-1);
