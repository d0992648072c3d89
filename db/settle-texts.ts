import { and, eq, inArray, sql } from "drizzle-orm";
import { isForTheDesk } from "@/delphi/about-expert";
import type { RoundAnswers } from "@/delphi/analysis";
import type { Figure } from "@/delphi/figure";
import type { Protocol } from "@/delphi/protocol";
import { sideOf, sidesMayShow } from "@/delphi/side";
import type { Tx } from "./run";
import { answerText } from "./schema/panel";

/**
 * At the close, texts of replaced submissions and marks of those who submitted nothing go, and each rationale on an item whose figure is shown learns on which
 * side of the scale its author stood, so that readers see reasons for both sides without anything that leads to a seat.
 */
export async function settleTexts(
  tx: Tx,
  studyId: string,
  round: RoundAnswers,
  shown: readonly Figure[],
  protocol: Protocol,
): Promise<void> {
  await tx.execute(sql`
    delete from answer_text using (
      select seat_id, max(revision) as revision from submission
      where study_id = ${studyId} and round = ${round.round} group by seat_id) latest
    where answer_text.study_id = ${studyId} and answer_text.round = ${round.round}
      and answer_text.seat_id = latest.seat_id and answer_text.revision < latest.revision`);
  // As a draft does, a mark without a submission never counts.
  await tx.execute(sql`
    delete from mind_mark where study_id = ${studyId} and round = ${round.round} and not exists (
      select 1 from submission where submission.study_id = ${studyId} and submission.round = ${round.round}
        and submission.seat_id = mind_mark.seat_id)`);
  const kept = round.items.filter(({ id }) => isForTheDesk(protocol, id)).map(({ id }) => id);
  if (kept.length > 0)
    await tx
      .update(answerText)
      .set({ state: "held-back" })
      .where(
        and(
          eq(answerText.studyId, studyId),
          eq(answerText.round, round.round),
          inArray(answerText.item, kept),
        ),
      );
  const items = round.items.filter((item) => sidesMayShow(item, shown));
  const sides = round.seats.flatMap((seat) =>
    items.flatMap((item) => {
      const side = sideOf(item, (place) => seat.values.get(place));
      return side ? [{ seat: seat.seat, item: item.id, side }] : [];
    }),
  );
  if (sides.length === 0) return;
  await tx.execute(sql`
    update answer_text set side = given.side
    from unnest(
      ${sql.param(sides.map((one) => one.seat))}::text[],
      ${sql.param(sides.map((one) => one.item))}::text[],
      ${sql.param(sides.map((one) => one.side))}::text[]) as given(seat, item, side)
    where ${and(eq(answerText.studyId, studyId), eq(answerText.round, round.round))}
      and answer_text.seat_id = decode(given.seat, 'hex') and answer_text.item = given.item`);
}
