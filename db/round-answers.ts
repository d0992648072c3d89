import { and, asc, eq, inArray, max } from "drizzle-orm";
import { z } from "zod";
import type { RoundAnswers, SeatAnswers } from "@/delphi/analysis";
import { Item } from "@/delphi/item";
import type { Tx } from "./run";
import { answer, seat, submission } from "./schema/panel";
import { round } from "./schema/study";

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
  return asked.map(({ number, items: stored }) => {
    const items = z.array(Item).parse(stored);
    const those = [...seats.values()].filter((one) => one.round === number);
    return { round: number, items, seats: those.map((one) => seatIn(items, one)) };
  });
}

/** Of a round that was run elsewhere, not everybody has to have been asked everything. */
function seatIn(items: readonly Item[], { notAsked, ...seat }: Filling): SeatAnswers {
  if (notAsked.size === 0) return seat;
  const places = items.flatMap((item) => item.parts.map((part) => `${item.id}/${part.id}`));
  return { ...seat, asked: new Set(places.filter((place) => !notAsked.has(place))) };
}

type Filling = SeatAnswers & {
  readonly round: number;
  /** The seat's latest submission: the one that counts. */
  readonly revision: number;
  readonly values: Map<string, number | null>;
  /** Places that were not put to this expert. */
  readonly notAsked: Set<string>;
};

const keyOf = (round: number, seatId: Buffer): string => `${round}:${seatId.toString("hex")}`;

async function countedSeats(
  tx: Tx,
  studyId: string,
  rounds: readonly number[],
): Promise<Map<string, Filling>> {
  const rows = await tx
    .select({
      round: submission.round,
      seatId: submission.seatId,
      stratum: seat.stratum,
      revision: max(submission.revision),
    })
    .from(submission)
    .innerJoin(seat, and(eq(seat.studyId, submission.studyId), eq(seat.id, submission.seatId)))
    .where(and(eq(submission.studyId, studyId), inArray(submission.round, [...rounds])))
    .groupBy(submission.round, submission.seatId, seat.stratum);
  return new Map(
    rows.map(({ round, seatId, stratum, revision }) => [
      keyOf(round, seatId),
      {
        seat: seatId.toString("hex"),
        stratum,
        round,
        revision: revision!,
        values: new Map(),
        notAsked: new Set(),
      },
    ]),
  );
}

/** Without a join: the rows were written a moment ago, and a planner without statistics would pair all with all. */
async function fillIn(
  tx: Tx,
  studyId: string,
  rounds: readonly number[],
  seats: ReadonlyMap<string, Filling>,
): Promise<void> {
  const rows = await tx
    .select()
    .from(answer)
    .where(and(eq(answer.studyId, studyId), inArray(answer.round, [...rounds])));
  for (const row of rows) {
    const filling = seats.get(keyOf(row.round, row.seatId));
    if (filling?.revision !== row.revision) continue;
    const place = `${row.item}/${row.part}`;
    if (row.value === null && !row.abstained) filling.notAsked.add(place);
    else filling.values.set(place, row.value);
  }
}
