import { z } from "zod";
import { type Answer, Answers, placeOf } from "@/delphi/answer";
import { canonical } from "@/delphi/canonical";
import { done, refused } from "@/delphi/result";
import { lockedSeatInRound, type Seat } from "../access/seat";
import { fitting, whyNot } from "../answering";
import { askedItems } from "../asked-round";
import { connectionOf } from "../connection";
import { markMinds } from "../mind-marks";
import { type Draft, type OwnRound, ownRound, presentAnswers } from "../own-answers";
import { command, type Tx } from "../run";
import { hashOf } from "../sealing";

/**
 * Keeps answers that are not submitted yet; they never count. With `within`, as the form of one section sends
 * it, only what was drafted about these items is replaced; without it, the whole draft.
 */
export const saveDraft = command({
  name: "save-draft",
  input: z.strictObject({
    round: z.int(),
    answers: Answers,
    within: z.array(z.string().max(80)).max(200).optional(),
    /** Reasons on these items that changed one's mind; left out, the marks stay as they are. */
    marks: z.array(z.uuid()).max(1000).optional(),
  }),
  access: lockedSeatInRound,
  run: async (tx, seat, { round, answers: given, within, marks }) => {
    const no = whyNot(seat, round);
    if (no) return no;
    const items = await askedItems(tx, seat.studyId, round, seat.roundRevision);
    const fit = fitting(within ? items.filter((item) => within.includes(item.id)) : items, given, "draft");
    if (!fit.ok) return fit;
    const unknown = within?.find((id) => items.every((item) => item.id !== id));
    if (unknown !== undefined)
      return refused("answers-refused", undefined, [
        { path: "within", message: `This round does not ask about “${unknown}”.` },
      ]);
    const own = await ownRound(tx, seat, round);
    const redone = { ...own, draft: redraft(own.draft, fit.answers, within) };
    const present = presentAnswers(redone);
    if (isSubmitted(own, present)) await dropDraft(tx, seat, round);
    else await storeDraft(tx, seat, round, redone.draft);
    if (marks) await markMinds(tx, seat, round, within ?? items.map((item) => item.id), marks);
    return done({ saved: present.length });
  },
});

function redraft(
  before: Draft | null,
  answers: readonly Answer[],
  within: readonly string[] | undefined,
): Draft {
  if (!within)
    return inFixedOrder(
      answers.map((answer) => answer.item),
      answers,
    );
  return inFixedOrder(
    [...(before?.items ?? []), ...within],
    [...(before?.answers ?? []).filter((answer) => !within.includes(answer.item)), ...answers],
  );
}

/** Never as they came: that could tell in which order this expert is shown the items. */
const inFixedOrder = (items: readonly string[], answers: readonly Answer[]): Draft => ({
  items: [...new Set(items)].sort(),
  answers: answers.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)),
});

/** Leafing through a submitted questionnaire leaves nothing unsubmitted behind. */
const isSubmitted = (own: OwnRound, present: readonly Answer[]): boolean =>
  own.submission !== null && own.submission.digest === hashOf(canonical(present));

async function storeDraft(tx: Tx, { studyId, seatId }: Seat, round: number, draft: Draft): Promise<void> {
  await connectionOf(tx)`
    insert into draft (study_id, round, seat_id, answers)
    values (${studyId}, ${round}, ${seatId}, ${JSON.stringify(draft)}::jsonb)
    on conflict (study_id, round, seat_id) do update set answers = excluded.answers`;
}

async function dropDraft(tx: Tx, { studyId, seatId }: Seat, round: number): Promise<void> {
  await connectionOf(tx)`
    delete from draft where study_id = ${studyId} and round = ${round} and seat_id = ${seatId}`;
}
