import { and, eq, inArray } from "drizzle-orm";
import { canonical } from "@/delphi/canonical";
import { Part, type TextEntry, type TextPart } from "@/delphi/edition-text";
import type { Tx } from "./run";
import { answerText, theme } from "./schema/panel";
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
    .select({ text: answerText, theme: theme.name })
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .leftJoin(theme, and(eq(theme.studyId, answerText.studyId), eq(theme.id, answerText.themeId)))
    .where(
      and(
        eq(answerText.studyId, studyId),
        inArray(answerText.state, ["released", "merged"]),
        eq(round.state, "closed"),
      ),
    );
  const containedIn = (carrier: string): readonly Row[] =>
    rows.flatMap(({ text }) => (text.mergedInto === carrier ? [text] : []));
  return rows
    .filter(({ text }) => text.state === "released")
    .map(({ text, theme }) => partOf(studyId, text, theme, containedIn(text.id)))
    .sort((a, b) => (a.entry.digest < b.entry.digest ? -1 : 1));
}

type Row = typeof answerText.$inferSelect;

function partOf(studyId: string, row: Row, theme: string | null, contained: readonly Row[]): ReleasedPart {
  const { id, round, item, part } = row;
  // A merged text stands on a side only where all its authors do.
  const side = contained.every((other) => other.side === row.side) ? row.side : null;
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
    entry: {
      round,
      item,
      part,
      side,
      edited: text !== row.text || contained.length > 0,
      ...(contained.length > 0 && { merged: true }),
      ...(theme !== null && { theme }),
      digest: hashOf(body),
    },
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
