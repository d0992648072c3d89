import { and, asc, desc, eq, lte } from "drizzle-orm";
import { Deviation } from "@/delphi/protocol";
import { type DatedRound, Snapshot } from "@/delphi/publication";
import type { Tx } from "./run";
import { submission } from "./schema/panel";
import { deviation, round } from "./schema/study";

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The snapshots of a study's closed rounds with their dates. */
export async function closedRounds(tx: Tx, studyId: string): Promise<readonly DatedRound[]> {
  const rows = await tx
    .select()
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.state, "closed")))
    .orderBy(asc(round.number));
  return rows.map((row) => ({
    ...Snapshot.parse(row.snapshot),
    openedOn: day(row.openedAt),
    closedOn: day(row.closedAt!),
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
