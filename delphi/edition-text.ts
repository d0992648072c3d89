import { z } from "zod";
import {
  Correction,
  DatedRound,
  type Edition,
  EditionHead,
  type PublishedRound,
  ReleasedText,
  type RemovedText,
} from "./publication";

/**
 * How an edition is stored. Its canonical text never changes and its digest covers all of it; released texts are
 * parts beside it, named by their own digests, so that one can be taken down and the digests still stand.
 */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/, "A digest is 64 characters from 0 to 9 and a to f.");

/** The place of a text and the digest of the part that holds it. */
export const TextEntry = ReleasedText.omit({ text: true }).extend({ digest: Digest });
export type TextEntry = z.infer<typeof TextEntry>;

/** The nonce keeps a short text from being guessed by its digest after it was taken down. */
export const TextPart = z.strictObject({
  format: z.literal("tholos-text/1"),
  nonce: z.string().min(32),
  text: z.string(),
});
export type TextPart = z.infer<typeof TextPart>;

/** What stands where a part was taken down. */
export const Tombstone = z.strictObject({
  format: z.literal("tholos-tombstone/1"),
  removes: Digest,
  removedOn: z.iso.date(),
  reason: z.string().min(1),
});

export const Part = z.discriminatedUnion("format", [TextPart, Tombstone]);
export type Part = z.infer<typeof Part>;

const HeldRound = DatedRound.extend({ texts: z.array(TextEntry) });
export type HeldRound = z.infer<typeof HeldRound>;

export const EditionText = EditionHead.extend({
  format: z.literal("tholos-edition/2"),
  rounds: z.array(HeldRound).min(1),
  correction: Correction.nullable(),
});
export type EditionText = z.infer<typeof EditionText>;

/** The first format: its texts stand in it, so none of them can be taken down. */
const FirstEditionText = EditionHead.extend({
  format: z.literal("tholos-edition/1"),
  rounds: z.array(DatedRound.extend({ texts: z.array(ReleasedText) })).min(1),
});

const StoredEdition = z.discriminatedUnion("format", [EditionText, FirstEditionText]);
export type StoredEdition = z.infer<typeof StoredEdition>;

/** Reads an edition's canonical text, of any format there has been. */
export const parseEdition = (text: string): StoredEdition => StoredEdition.parse(JSON.parse(text));

/** The texts that an edition holds as parts. */
export const textEntries = (stored: StoredEdition): readonly TextEntry[] =>
  stored.format === "tholos-edition/1" ? [] : stored.rounds.flatMap((round) => round.texts);

/** The edition as readers see it. Throws where a part is missing. */
export function editionWith(stored: StoredEdition, parts: ReadonlyMap<string, Part>): Edition {
  const { format, ...edition } = stored;
  if (format === "tholos-edition/1")
    return {
      ...edition,
      correction: null,
      rounds: stored.rounds.map((round) => ({ ...round, removed: [] })) as PublishedRound[],
    };
  const { rounds, correction } = stored as EditionText;
  return { ...edition, correction, rounds: rounds.map((round) => withTexts(round, parts)) };
}

function withTexts({ texts, ...round }: HeldRound, parts: ReadonlyMap<string, Part>): PublishedRound {
  const read = texts.map(({ digest, ...place }): ReleasedText | RemovedText => {
    const part = parts.get(digest);
    if (!part) throw new Error(`The part ${digest} of this edition is missing.`);
    if (part.format === "tholos-text/1") return { ...place, text: part.text };
    return { ...place, digest, removedOn: part.removedOn, reason: part.reason };
  });
  return {
    ...round,
    texts: read.filter((text): text is ReleasedText => "text" in text),
    removed: read.filter((text): text is RemovedText => "removedOn" in text),
  };
}
