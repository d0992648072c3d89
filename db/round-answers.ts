import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { RoundAnswers, SeatAnswers } from "@/delphi/analysis";
import { Item } from "@/delphi/item";
import type { Tx } from "./run";
import { answer, seat, submission } from "./schema/panel";
import { round } from "./schema/study";

/** The latest revision of a seat in a round: only that one counts. */
export const latestRevision = sql<number>`(
  select max(latest.revision) from submission latest
  where latest.study_id = submission.study_id and latest.round = submission.round
    and latest.seat_id = submission.seat_id)`;

/** Every counted answer of the given rounds, ready for the method. For the close of a round only. */
export async function roundAnswers(
  tx: Tx,
  studyId: string,
  rounds: readonly number[],
): Promise<readonly RoundAnswers[]> {
  if (rounds.length === 0) return [];
  const asked = await tx
    .select({ number: round.number, items: round.items })
    .from(round)
    .where(and(eq(round.studyId, studyId), inArray(round.number, [...rounds])))
    .orderBy(asc(round.number));
  const seats = await countedSeats(tx, studyId, rounds);
  await fillIn(tx, studyId, rounds, seats);
  return asked.map(({ number, items }) => ({
    round: number,
    items: z.array(Item).parse(items),
    seats: [...seats.values()].filter((one) => one.round === number),
  }));
}

type Filling = SeatAnswers & { readonly round: number; readonly values: Map<string, number | null> };

const keyOf = (round: number, seatId: Buffer): string => `${round}:${seatId.toString("hex")}`;

async function countedSeats(
  tx: Tx,
  studyId: string,
  rounds: readonly number[],
): Promise<Map<string, Filling>> {
  const rows = await tx
    .selectDistinct({ round: submission.round, seatId: submission.seatId, stratum: seat.stratum })
    .from(submission)
    .innerJoin(seat, and(eq(seat.studyId, submission.studyId), eq(seat.id, submission.seatId)))
    .where(and(eq(submission.studyId, studyId), inArray(submission.round, [...rounds])));
  return new Map(
    rows.map((row) => [
      keyOf(row.round, row.seatId),
      { seat: row.seatId.toString("hex"), stratum: row.stratum, round: row.round, values: new Map() },
    ]),
  );
}

async function fillIn(
  tx: Tx,
  studyId: string,
  rounds: readonly number[],
  seats: ReadonlyMap<string, Filling>,
): Promise<void> {
  const rows = await tx
    .select({
      round: answer.round,
      seatId: answer.seatId,
      item: answer.item,
      part: answer.part,
      value: answer.value,
    })
    .from(answer)
    .innerJoin(
      submission,
      and(
        eq(submission.studyId, answer.studyId),
        eq(submission.round, answer.round),
        eq(submission.seatId, answer.seatId),
        eq(submission.revision, answer.revision),
      ),
    )
    .where(
      and(
        eq(answer.studyId, studyId),
        inArray(answer.round, [...rounds]),
        eq(answer.revision, latestRevision),
      ),
    );
  for (const row of rows)
    seats.get(keyOf(row.round, row.seatId))?.values.set(`${row.item}/${row.part}`, row.value);
}
