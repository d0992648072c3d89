import { z } from "zod";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { ORDERS } from "@/delphi/item-order";
import { itemsShown, sectionsOf } from "@/delphi/questionnaire";
import type { QuestionnairePlan } from "@/delphi/questionnaire-plan";
import type { StudyContent } from "@/delphi/study";
import { ownSeat } from "../access/seat";
import { type Argued, arguedOn } from "../argued";
import { answersInTheirWords, historiesOf, type ItemHistory } from "../asked-before";
import { askedItems } from "../asked-round";
import { feedbackOn, type ItemFeedback, roundsBefore, type SettledItem, settledItems } from "../feedback";
import { formerItems } from "../former-wording";
import { type EarlierAnswer, ownEarlierAnswers, ownRound, presentAnswers } from "../own-answers";
import { type PanelRound, panelStudy } from "../panel-study";
import { query } from "../run";
import { orderOf } from "../sealing";

export type Questionnaire = {
  readonly study: Pick<StudyContent, "title" | "question"> & {
    readonly slug: string;
    readonly simulated: boolean;
    readonly positions: number;
    /** No figure describes fewer experts than this. */
    readonly minimumGroup: number;
  };
  readonly round: PanelRound & { readonly of: number };
  readonly consented: boolean;
  /** As they are asked in this round, in the order that this seat is shown. */
  readonly items: readonly Item[];
  readonly plan: QuestionnairePlan | undefined;
  /** How the form stands: the draft laid over the latest submission. */
  readonly answers: readonly Answer[];
  /** Whether something in `answers` is not submitted. */
  readonly unsubmitted: boolean;
  readonly submission: { readonly revision: number; readonly receipt: string } | null;
  /** One's own latest answer at each place in the rounds before, where the item meant the same. */
  readonly earlier: readonly EarlierAnswer[];
  /** What was reworded, split, merged or added, of the section's items. */
  readonly histories: readonly ItemHistory[];
  /** Items whose meaning was changed after this expert had submitted an answer to them. */
  readonly toConfirm: readonly string[];
  readonly feedback: readonly ItemFeedback[];
  readonly settled: readonly SettledItem[];
  /** How the positions stand to an option, as the protocol shows it; null before one's own first submission. */
  readonly argued: readonly Argued[] | null;
};

/**
 * An expert's questionnaire of the latest round, or null before the first. With `section` it holds the feedback
 * on that section alone.
 */
export const questionnaire = query({
  input: z.strictObject({ section: z.string().max(80).optional() }),
  access: ownSeat,
  run: async (tx, seat, { section }): Promise<Questionnaire | null> => {
    if (seat.round === null) return null;
    const study = await panelStudy(tx, seat.studyId);
    const round = study.rounds.find((one) => one.number === seat.round)!;
    const plan = study.protocol.questionnaire;
    const asked = await askedItems(tx, seat.studyId, round.number, seat.roundRevision);
    const items = itemsShown(asked, plan, orderOf(seat.studyId, seat.seatId, ORDERS));
    const shown =
      section === undefined
        ? items
        : (sectionsOf(items, plan).find((one) => one.id === section)?.items ?? []);
    const own = await ownRound(tx, seat, round.number);
    const before = await roundsBefore(tx, seat.studyId, round.number);
    const earlier = await ownEarlierAnswers(tx, seat, round.number);
    const hasSubmitted = own.submission !== null || earlier.length > 0;
    const { comparable, former } = answersInTheirWords(items, before, earlier);
    return {
      study: {
        slug: study.slug,
        simulated: study.simulated,
        positions: study.positions,
        title: study.content.title,
        question: study.content.question,
        minimumGroup: study.protocol.minimumGroup,
      },
      round: { ...round, of: study.protocol.rounds },
      consented: seat.consentedInRound !== null,
      items,
      plan,
      answers: presentAnswers(own),
      unsubmitted: own.draft !== null,
      submission: own.submission && { revision: own.submission.revision, receipt: own.submission.receipt },
      earlier: comparable,
      histories: await historiesOf(tx, seat.studyId, round.number, shown, before, former),
      toConfirm: seat.roundRevision > 0 ? await formerItems(tx, seat, round.number) : [],
      feedback: await feedbackOn(tx, seat, study.protocol, before, shown),
      settled: settledItems(study.protocol, before, items),
      argued: hasSubmitted ? await arguedOn(tx, seat.studyId, study.protocol, round.number, shown) : null,
    };
  },
});
