import { randomBytes } from "node:crypto";
import type { OutsideRound } from "@/delphi/elsewhere";
import { strataToHold } from "@/delphi/strata";
import { connectionOf } from "./connection";
import type { Tx } from "./run";
import { answerText, seat, submission } from "./schema/panel";

/** As long as a seat that derives from a link; no link derives one of these. */
const SEAT_BYTES = 32;
const ROWS_A_STATEMENT = 1000;

type Seats = ReadonlyMap<string, Buffer>;

/**
 * A random seat for everybody who answered a round elsewhere. What they are called in the file joins their rounds
 * here, and is nowhere stored. A group of fewer than k people is held by no seat.
 */
export async function makeSeats(
  tx: Tx,
  studyId: string,
  k: number,
  rounds: readonly OutsideRound[],
): Promise<Seats> {
  const strata = new Map(rounds.flatMap(({ seats }) => seats.map((one) => [one.seat, one.stratum] as const)));
  const people = new Map<string | null, number>();
  for (const stratum of strata.values()) people.set(stratum, (people.get(stratum) ?? 0) + 1);
  const held = strataToHold(k, people);
  const seats = new Map([...strata.keys()].map((name) => [name, randomBytes(SEAT_BYTES)] as const));
  const rows = [...strata].map(([name, stratum]) => ({
    studyId,
    id: seats.get(name)!,
    stratum: stratum !== null && held.has(stratum) ? stratum : null,
  }));
  for (const some of inChunks(shuffled(rows))) await tx.insert(seat).values([...some]);
  return seats;
}

/** One submission for each of a round's seats, without a receipt, with its answers and texts. */
export async function storeAnswers(
  tx: Tx,
  studyId: string,
  { round, items, seats: answered, texts }: OutsideRound,
  seats: Seats,
): Promise<void> {
  const revision = 1;
  const those = answered.map((one) => ({ ...one, id: seats.get(one.seat)! }));
  const submissions = those.map(({ id: seatId }) => ({
    studyId,
    round,
    seatId,
    revision,
    receipt: "",
    digest: "",
  }));
  for (const some of inChunks(shuffled(submissions))) await tx.insert(submission).values([...some]);

  const places = items.flatMap((item) =>
    item.parts
      .filter(({ scale }) => scale.kind !== "text")
      .map((part) => ({ item: item.id, part: part.id, place: `${item.id}/${part.id}` })),
  );
  const rows = those.flatMap(({ id, values, asked }) =>
    places.flatMap(({ item, part, place }) => {
      const value = values.get(place);
      if (value !== undefined) return [{ id, item, part, value, abstained: value === null }];
      // Kept, since it is not the same as an answer that was left out.
      return asked && !asked.has(place) ? [{ id, item, part, value: null, abstained: false }] : [];
    }),
  );
  for (const some of inChunks(shuffled(rows)))
    await connectionOf(tx)`
      insert into answer (study_id, round, seat_id, revision, item, part, value, abstained)
      select ${studyId}::uuid, ${round}::int, decode(given.seat, 'hex'), ${revision}::int,
        given.item, given.part, given.value, given.abstained = 1
      from unnest(
        ${some.map(({ id }) => id.toString("hex"))}::text[],
        ${some.map((one) => one.item)}::text[],
        ${some.map((one) => one.part)}::text[],
        ${some.map((one) => one.value)}::float8[],
        ${some.map((one) => Number(one.abstained))}::int[]) as given (seat, item, part, value, abstained)`;

  const written = texts.map(({ seat: name, item, part, text }) => {
    return { studyId, round, seatId: seats.get(name)!, revision, item, part, text };
  });
  for (const some of inChunks(shuffled(written))) await tx.insert(answerText).values([...some]);
}

function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT)
    yield rows.slice(from, from + ROWS_A_STATEMENT);
}

/** In an order that tells nothing of the file's. */
const shuffled = <T>(rows: readonly T[]): readonly T[] =>
  rows
    .map((row) => ({ row, lot: randomBytes(8) }))
    .sort((a, b) => a.lot.compare(b.lot))
    .map(({ row }) => row);
