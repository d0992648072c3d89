import { z } from "zod";
import { CarryForward } from "./carry-forward";
import { Figure } from "./figure";
import { Item } from "./item";
import { Position, Source } from "./position";
import { Deviation, Protocol } from "./protocol";
import { StudyContent } from "./study";

/** An anonymous text that was released: its side is that of its author's own answer to the item. */
export const ReleasedText = z.strictObject({
  round: z.int(),
  item: z.string(),
  part: z.string(),
  side: z.enum(["lower", "middle", "higher"]).nullable(),
  text: z.string(),
  edited: z.boolean(),
});
export type ReleasedText = z.infer<typeof ReleasedText>;

/** The immutable result of a closed round: what disclosure control released, and nothing else. */
export const Snapshot = z.strictObject({
  round: z.int().min(1),
  asked: z.array(z.string()),
  /** How many were on the roll, and how many submitted; null where it would reveal a group under k. */
  invited: z.int(),
  submitted: z.int(),
  figures: z.array(Figure),
  carryForward: z.array(CarryForward),
  stop: z.boolean(),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const PublishedRound = Snapshot.extend({
  openedOn: z.iso.date(),
  closedOn: z.iso.date(),
  texts: z.array(ReleasedText),
});
export type PublishedRound = z.infer<typeof PublishedRound>;

/** A frozen, numbered edition of a study's results. It holds closed rounds only. */
export const Edition = z.strictObject({
  format: z.literal("tholos-edition/1"),
  study: StudyContent.extend({ slug: z.string(), simulated: z.boolean() }),
  number: z.int().min(1),
  publishedOn: z.iso.date(),
  previous: z.string().nullable(),
  protocol: Protocol,
  protocolDigest: z.string(),
  items: z.array(Item),
  positions: z.array(Position),
  sources: z.array(Source),
  rounds: z.array(PublishedRound).min(1),
  deviations: z.array(Deviation),
  /** Sorted receipts of the counted submissions, by round. */
  receipts: z.array(z.strictObject({ round: z.int(), counted: z.array(z.string()) })),
});
export type Edition = z.infer<typeof Edition>;

/** The last published round that asked an item: where its standing figures are. */
export const lastAsked = (rounds: readonly PublishedRound[], item: string): PublishedRound | undefined =>
  rounds.filter((round) => round.asked.includes(item)).at(-1);
