import type { EarlierAnswer } from "@/db/own-answers";
import type { Questionnaire } from "@/db/queries/questionnaire";
import { type Answer, placeOf } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { groupsOf } from "@/delphi/questionnaire";

/** One item with everything of the questionnaire that belongs to it. */
export type Question = {
  readonly item: Item;
  /**
   * Among the options; the other kinds are few and carry no number. Where the order is shuffled there is none: in a
   * reason it would mean another item to others, and tell the order that its author was shown.
   */
  readonly number: number | null;
  readonly answerTo: (part: string) => Answer | undefined;
  readonly earlierTo: (part: string) => EarlierAnswer | undefined;
  readonly history: Questionnaire["histories"][number] | undefined;
  /** Its meaning was changed after one had answered it. */
  readonly toConfirm: boolean;
  readonly feedback: Questionnaire["feedback"][number] | undefined;
  readonly argued: NonNullable<Questionnaire["argued"]>[number] | undefined;
  readonly minimumGroup: number;
  /** The round that is open. */
  readonly round: number;
};

type Form = Pick<
  Questionnaire,
  "items" | "plan" | "answers" | "earlier" | "histories" | "toConfirm" | "feedback" | "argued" | "study"
> & { readonly round: { readonly number: number } };

export function questionsOf(form: Form, items: readonly Item[]): readonly Question[] {
  const answers = new Map(form.answers.map((answer) => [placeOf(answer), answer]));
  const earlier = new Map(form.earlier.map((answer) => [placeOf(answer), answer]));
  const isShuffled = groupsOf(form.items, form.plan).some((group) => group.shuffled);
  const options = isShuffled ? [] : form.items.filter((item) => item.kind === "option");
  return items.map((item) => ({
    item,
    number: options.includes(item) ? options.indexOf(item) + 1 : null,
    answerTo: (part) => answers.get(placeOf({ item: item.id, part })),
    earlierTo: (part) => earlier.get(placeOf({ item: item.id, part })),
    history: form.histories.find((one) => one.item === item.id),
    toConfirm: form.toConfirm.includes(item.id),
    feedback: form.feedback.find((one) => one.item === item.id),
    argued: form.argued?.find((one) => one.item === item.id),
    minimumGroup: form.study.minimumGroup,
    round: form.round.number,
  }));
}
