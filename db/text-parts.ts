import { and, eq } from "drizzle-orm";
import { canonical } from "@/delphi/canonical";
import { Part, type TextEntry, type TextPart } from "@/delphi/edition-text";
import type { Tx } from "./run";
import { answerText } from "./schema/panel";
import { editionPart, round } from "./schema/study";
import { hashOf, textNonce } from "./sealing";

/** A released text as an edition holds it: its place with a digest, and the body that the digest is of. */
export type ReleasedPart = {
  readonly id: string;
  readonly text: string;
  readonly entry: TextEntry;
  readonly body: string;
};

/**
 * The released texts of a study's closed rounds as parts. A text that is released unchanged has the same part in
 * every edition. They are ordered by digest: no order of arrival, of seats or of moderation shows through.
 */
export async function releasedParts(tx: Tx, studyId: string): Promise<readonly ReleasedPart[]> {
  const rows = await tx
    .select({ text: answerText })
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .where(and(eq(answerText.studyId, studyId), eq(answerText.state, "released"), eq(round.state, "closed")));
  return rows
    .map(({ text }) => partOf(studyId, text))
    .sort((a, b) => (a.entry.digest < b.entry.digest ? -1 : 1));
}

function partOf(studyId: string, row: typeof answerText.$inferSelect): ReleasedPart {
  const { id, round, item, part, side } = row;
  const text = row.released ?? row.text;
  const body = canonical({
    format: "tholos-text/1",
    nonce: textNonce(studyId, id, text),
    text,
  } satisfies TextPart);
  return {
    id,
    text,
    body,
    entry: { round, item, part, side, edited: text !== row.text, digest: hashOf(body) },
  };
}

/** Every part of a study's editions as it stands now, by digest. */
export async function partsOf(tx: Tx, studyId: string): Promise<ReadonlyMap<string, Part>> {
  const bodies = await partBodies(tx, studyId);
  return new Map([...bodies].map(([digest, body]) => [digest, Part.parse(JSON.parse(body))]));
}

/** The same as the canonical texts that a bundle carries. */
export async function partBodies(tx: Tx, studyId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.select().from(editionPart).where(eq(editionPart.studyId, studyId));
  return new Map(rows.map((row) => [row.digest, row.body ?? tombstoneOf(row)]));
}

const tombstoneOf = ({ digest, removedOn, reason }: typeof editionPart.$inferSelect): string =>
  canonical(
    Part.parse({
      format: "tholos-tombstone/1",
      removes: digest,
      removedOn: removedOn!,
      reason: reason!,
    }),
  );
