import { and, asc, desc, eq, lte, sql } from "drizzle-orm";
import { Deviation } from "@/delphi/protocol";
import { type PublishedRound, type ReleasedText, Snapshot } from "@/delphi/publication";
import type { Tx } from "./run";
import { answerText, submission } from "./schema/panel";
import { deviation, round } from "./schema/study";

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** A study's closed rounds as readers may see them: the snapshots and the texts that were released. */
export async function closedRounds(tx: Tx, studyId: string): Promise<readonly PublishedRound[]> {
  const rows = await tx
    .select()
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.state, "closed")))
    .orderBy(asc(round.number));
  const texts = await releasedTexts(tx, studyId);
  return rows.map((row) => ({
    ...Snapshot.parse(row.snapshot),
    openedOn: day(row.openedAt),
    closedOn: day(row.closedAt!),
    texts: texts.filter((text) => text.round === row.number),
  }));
}

/** Ordered by their own words: no order of arrival, of seats or of moderation shows through. */
export async function releasedTexts(tx: Tx, studyId: string): Promise<readonly ReleasedText[]> {
  const rows = await tx
    .select()
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .where(and(eq(answerText.studyId, studyId), eq(answerText.state, "released"), eq(round.state, "closed")))
    .orderBy(asc(answerText.round), asc(answerText.item), sql`md5(${answerText.released})`);
  return rows.map(({ answer_text: text }) => ({
    round: text.round,
    item: text.item,
    part: text.part,
    side: text.side,
    text: text.released ?? text.text,
    edited: text.released !== null && text.released !== text.text,
  }));
}

export async function deviationsOf(tx: Tx, studyId: string): Promise<readonly Deviation[]> {
  const rows = await tx
    .select({ body: deviation.body })
    .from(deviation)
    .where(eq(deviation.studyId, studyId))
    .orderBy(asc(deviation.number));
  return rows.map((row) => Deviation.parse(row.body));
}

/** The receipts of the counted submissions of rounds 1 to `last`, sorted, so that anybody can look theirs up. */
export async function receiptsOf(
  tx: Tx,
  studyId: string,
  last: number,
): Promise<{ round: number; counted: string[] }[]> {
  const rows = await tx
    .selectDistinctOn([submission.round, submission.seatId], {
      round: submission.round,
      receipt: submission.receipt,
    })
    .from(submission)
    .where(and(eq(submission.studyId, studyId), lte(submission.round, last)))
    .orderBy(submission.round, submission.seatId, desc(submission.revision));
  return Array.from({ length: last }, (_, at) => ({
    round: at + 1,
    counted: rows
      .filter((row) => row.round === at + 1)
      .map((row) => row.receipt)
      .sort(),
  }));
}
