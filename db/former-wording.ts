import { and, count, eq, sql } from "drizzle-orm";
import type { RoundAnswers } from "@/delphi/analysis";
import { type Answer, placeOf } from "@/delphi/answer";
import { type Wordings, wordingsToTell } from "@/delphi/corrected-words";
import { ratedParts } from "@/delphi/item";
import type { Desk } from "./access/desk";
import { connectionOf } from "./connection";
import { ownRound } from "./own-answers";
import type { Tx } from "./run";
import { formerWording } from "./schema/panel";
import { studyLineage } from "./study-rows";

type SeatKey = { readonly studyId: string; readonly seatId: Buffer };

/** From now on these answers of the open round were given to words that meant something else. */
export async function keepAsFormer(tx: Tx, studyId: string, round: number, item: string): Promise<void> {
  await tx.execute(sql`
    insert into former_wording (study_id, round, seat_id, item)
    select distinct study_id, round, seat_id, item from (
      select study_id, round, seat_id, revision, item from answer
      union all select study_id, round, seat_id, revision, item from answer_text) given
    where study_id = ${studyId} and round = ${round} and item = ${item} and revision = (
      select max(revision) from submission where submission.study_id = given.study_id
        and submission.round = given.round and submission.seat_id = given.seat_id)
    on conflict do nothing`);
}

/** The items to whose former words this expert's submitted answers were given. */
export async function formerItems(tx: Tx, { studyId, seatId }: SeatKey, round: number): Promise<string[]> {
  const rows = await tx
    .select({ item: formerWording.item })
    .from(formerWording)
    .where(
      and(
        eq(formerWording.studyId, studyId),
        eq(formerWording.round, round),
        eq(formerWording.seatId, seatId),
      ),
    );
  return rows.map(({ item }) => item);
}

/** The expert has read the present words, and their answers to these items hold for them. */
export async function confirmWords(
  tx: Tx,
  { studyId, seatId }: SeatKey,
  round: number,
  items: readonly string[],
): Promise<void> {
  await connectionOf(tx)`
    delete from former_wording where study_id = ${studyId} and round = ${round} and seat_id = ${seatId}
      and item = any(${[...items]}::text[])`;
}

/** An answer that is submitted otherwise than before is one to the present words. */
export async function answeredAnew(
  tx: Tx,
  seat: SeatKey,
  round: number,
  answers: readonly Answer[],
): Promise<void> {
  const former = await formerItems(tx, seat, round);
  if (former.length === 0) return;
  const { submitted } = await ownRound(tx, seat, round);
  const said = (given: readonly Answer[], item: string): string =>
    given
      .filter((one) => one.item === item)
      .map((one) => `${placeOf(one)} ${one.abstained} ${one.value}`)
      .sort()
      .join("\n");
  const anew = former.filter((item) => said(submitted, item) !== said(answers, item));
  await confirmWords(tx, seat, round, anew);
}

/** At the close: how many answered which words, of items whose meaning changed meanwhile. The rows go. */
export async function wordingsOf(
  tx: Tx,
  desk: Pick<Desk, "studyId" | "protocol">,
  { round, items, seats }: RoundAnswers,
): Promise<{ wordings?: Wordings[] }> {
  const changed = (await studyLineage(tx, desk.studyId))
    .filter((change) => change.during && change.substance && change.round === round)
    .flatMap(({ into }) => into);
  if (changed.length === 0) return {};
  const rows = await tx
    .select({ item: formerWording.item, seats: count() })
    .from(formerWording)
    .where(and(eq(formerWording.studyId, desk.studyId), eq(formerWording.round, round)))
    .groupBy(formerWording.item);
  await tx.delete(formerWording).where(eq(formerWording.studyId, desk.studyId));
  const wordings = items
    .filter(({ id }) => changed.includes(id))
    .map((item) => {
      const places = ratedParts(item).map(({ id }) => `${item.id}/${id}`);
      const answered = seats.filter(({ values }) => places.some((place) => values.has(place))).length;
      const former = rows.find((row) => row.item === item.id)?.seats ?? 0;
      return wordingsToTell(item.id, Math.max(answered, former), former, desk.protocol.minimumGroup);
    });
  return { wordings };
}
