import { type MarkCount, marksToTell } from "@/delphi/mind-mark";
import { RATIONALE } from "@/delphi/rationale";
import { connectionOf } from "./connection";
import type { Tx } from "./run";

type SeatKey = { readonly studyId: string; readonly seatId: Buffer };

/**
 * Replaces an expert's marks of this round on reasons about the given items. Only what they can read can be marked:
 * a released reason of somebody else in a closed round. One that was taken back meanwhile is passed over.
 */
export async function markMinds(
  tx: Tx,
  { studyId, seatId }: SeatKey,
  round: number,
  items: readonly string[],
  marks: readonly string[],
): Promise<void> {
  const sql = connectionOf(tx);
  await sql`
    delete from mind_mark using answer_text
    where mind_mark.study_id = ${studyId} and mind_mark.round = ${round} and mind_mark.seat_id = ${seatId}
      and answer_text.study_id = ${studyId} and answer_text.id = mind_mark.text_id
      and answer_text.item = any(${[...items]}::text[]) and not answer_text.id = any(${[...marks]}::uuid[])`;
  if (marks.length === 0) return;
  await sql`
    insert into mind_mark (study_id, round, seat_id, text_id)
    select ${studyId}::uuid, ${round}::int, ${seatId}::bytea, id from answer_text
    where study_id = ${studyId} and id = any(${[...marks]}::uuid[]) and item = any(${[...items]}::text[])
      and part = ${RATIONALE} and state = 'released' and seat_id <> ${seatId} and round < ${round}
    on conflict do nothing`;
}

/** The reasons that an expert has marked, with the latest round in which they did. */
export async function ownMarks(tx: Tx, { studyId, seatId }: SeatKey): Promise<ReadonlyMap<string, number>> {
  const rows = await connectionOf(tx)<{ text: string; round: number }[]>`
    select text_id as text, max(round)::int as round from mind_mark
    where study_id = ${studyId} and seat_id = ${seatId} group by text_id`;
  return new Map(rows.map(({ text, round }) => [text, round]));
}

/** By text, how often it was marked in each closed round, as it may be told. While a round is open nothing is. */
export async function marksOf(
  tx: Tx,
  studyId: string,
  k: number,
): Promise<ReadonlyMap<string, readonly MarkCount[]>> {
  const rows = await connectionOf(tx)<{ text: string; round: number; marks: number }[]>`
    select text_id as text, mind_mark.round, count(*)::int as marks
    from mind_mark join round on round.study_id = ${studyId} and round.number = mind_mark.round
    where mind_mark.study_id = ${studyId} and round.state = 'closed'
    group by text_id, mind_mark.round`;
  const texts = new Set(rows.map(({ text }) => text));
  return new Map(
    [...texts].map((text) => [
      text,
      marksToTell(
        k,
        rows.filter((row) => row.text === text),
      ),
    ]),
  );
}
