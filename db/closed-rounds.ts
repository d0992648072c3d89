import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { Deviation } from "@/delphi/protocol";
import { type DatedRound, Snapshot } from "@/delphi/publication";
import type { Tx } from "./run";
import { submission } from "./schema/panel";
import { deviation, round } from "./schema/study";

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** The snapshots of a study's closed rounds with their dates: of one that was run elsewhere, those of then. */
export async function closedRounds(tx: Tx, studyId: string): Promise<readonly DatedRound[]> {
  const rows = await tx
    .select()
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.state, "closed")))
    .orderBy(asc(round.number));
  return rows.map((row) => {
    const snapshot = Snapshot.parse(row.snapshot);
    const { from = day(row.openedAt), to = day(row.closedAt!) } = snapshot.imported ?? {};
    return { ...snapshot, openedOn: from, closedOn: to };
  });
}

export async function deviationsOf(tx: Tx, studyId: string): Promise<readonly Deviation[]> {
  const rows = await tx
    .select({ body: deviation.body })
    .from(deviation)
    .where(eq(deviation.studyId, studyId))
    .orderBy(asc(deviation.number));
  return rows.map((row) => Deviation.parse(row.body));
}

/**
 * The receipts of the counted submissions of these rounds, sorted, so that anybody can look theirs up. Nobody has one
 * for a round that was run elsewhere.
 */
export async function receiptsOf(
  tx: Tx,
  studyId: string,
  rounds: readonly Pick<DatedRound, "round" | "imported">[],
): Promise<{ round: number; counted: string[] }[]> {
  const own = rounds.flatMap(({ round, imported }) => (imported ? [] : [round]));
  const rows = await tx
    .selectDistinctOn([submission.round, submission.seatId], {
      round: submission.round,
      receipt: submission.receipt,
    })
    .from(submission)
    .where(and(eq(submission.studyId, studyId), inArray(submission.round, own)))
    .orderBy(submission.round, submission.seatId, desc(submission.revision));
  return own.map((round) => ({
    round,
    counted: rows
      .filter((row) => row.round === round)
      .map((row) => row.receipt)
      .sort(),
  }));
}
