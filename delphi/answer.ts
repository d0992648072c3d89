import { z } from "zod";
import { declaredByWords, INTERESTS, wrongDeclaration } from "./about-expert";
import { askedParts, type Item, isAnsweredAsOne, takesRationale } from "./item";
import { type Stage, whatFollows, wrongTogether } from "./one-answer";
import { wrongQuantity } from "./quantity";
import { ratedParts } from "./rated-parts";
import { RATIONALE, RATIONALE_MAX_LENGTH } from "./rationale";
import type { Problem } from "./result";
import { isQuantity, scaleValues } from "./scale";

/**
 * The one tidy shape of every answer: (item, part, value, abstained). `value` is a point of the part's
 * scale, or text for a text part or a rationale. An abstention has no value. What is not listed is not answered.
 */
export const Answer = z.strictObject({
  item: z.string().max(80),
  part: z.string().max(80),
  value: z
    .union([z.number(), z.string().max(10_000)])
    .nullable()
    .default(null),
  abstained: z.boolean().default(false),
});
export type Answer = z.infer<typeof Answer>;

/** A hundred items with a dozen parts each is far beyond any questionnaire. */
export const Answers = z.array(Answer).max(1200);

export type Checked = { readonly answers: readonly Answer[]; readonly problems: readonly Problem[] };

/**
 * Holds answers against the items that the round asks. Empty texts are dropped (a cleared field is not an
 * answer), and what is one answer in several parts has to be whole in a submission; the rest is returned in a fixed
 * order, so equal answers are equal bytes. Each answer that does not fit is listed with its place and a sentence. A
 * draft keeps numbers and dates as they were typed.
 */
export function checkAnswers(
  items: readonly Item[],
  given: readonly Answer[],
  stage: Stage = "submission",
): Checked {
  const problems: Problem[] = [];
  const kept = new Map<string, Answer>();
  const tidied = given.map(withoutEmptyText);
  const answered = tidied.filter((answer) => answer !== null);
  const follows = whatFollows(items, answered);
  [...tidied, ...follows, ...declaredByWords(answered)].forEach((tidy, at) => {
    if (!tidy) return;
    const wrong = whatIsWrong(items, tidy, stage) ?? wrongTwice(tidy, kept.get(placeOf(tidy)));
    if (wrong) problems.push({ path: `answers.${at}`, message: wrong });
    else kept.set(placeOf(tidy), tidy);
  });
  const eachFits = problems.length === 0;
  for (const item of items) {
    const together = item.id === INTERESTS ? wrongDeclaration(kept) : wrongTogether(item, kept, stage);
    const wrong = eachFits ? together : null;
    if (wrong) problems.push({ path: `answers.${item.id}`, message: wrong });
  }
  const order = [...kept.keys()].sort();
  return { answers: order.map((place) => kept.get(place)!), problems };
}

export const placeOf = (answer: { readonly item: string; readonly part: string }): string =>
  `${answer.item}/${answer.part}`;

function withoutEmptyText(answer: Answer): Answer | null {
  if (answer.value === null && !answer.abstained) return null;
  if (typeof answer.value !== "string") return answer;
  const text = answer.value.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
  return text === "" ? (answer.abstained ? { ...answer, value: null } : null) : { ...answer, value: text };
}

function whatIsWrong(items: readonly Item[], answer: Answer, stage: Stage): string | null {
  const item = items.find((one) => one.id === answer.item);
  if (!item) return `This round does not ask about “${answer.item}”.`;
  if (answer.part === RATIONALE && takesRationale(item.kind)) return wrongText(answer, RATIONALE_MAX_LENGTH);
  const part = item.parts.find((one) => one.id === answer.part);
  if (!part) return `“${item.title}” has no part called “${answer.part}”.`;
  if (answer.abstained) return answer.value === null ? null : EITHER;
  if (part.scale.kind === "text") return wrongText(answer, part.scale.maxLength);
  if (isQuantity(part.scale)) {
    if (stage === "draft") return wrongText({ ...answer, value: String(answer.value) }, TYPED_MAX_LENGTH);
    const wrong = wrongQuantity(part.scale, answer.value!);
    return wrong && `“${item.title}”: ${wrong}`;
  }
  if (typeof answer.value !== "number") return `“${item.title}” takes a number on its scale.`;
  return scaleValues(part.scale).includes(answer.value)
    ? null
    : `${answer.value} is not on the scale of “${item.title}”.`;
}

/** What may stand in a field for a number or a date until it is submitted. */
const TYPED_MAX_LENGTH = 100;

const EITHER = "An answer is either a value or “outside my expertise”, not both.";

const wrongTwice = (answer: Answer, before: Answer | undefined): string | null =>
  !before ? null : answer.abstained === before.abstained ? "This was answered twice." : EITHER;

function wrongText(answer: Answer, maxLength: number): string | null {
  if (answer.abstained) return "A text can be left empty; there is nothing to abstain from.";
  if (typeof answer.value !== "string") return "This takes a text.";
  return answer.value.length > maxLength
    ? `This text has ${answer.value.length} characters; at most ${maxLength} fit.`
    : null;
}

/** Parts that were neither answered nor abstained from; texts never count as open. */
export function openParts(
  items: readonly Item[],
  answers: readonly Answer[],
): { item: string; part: string }[] {
  const given = new Set(answers.map(placeOf));
  return items.flatMap((item) =>
    isAnsweredAsOne(item) &&
    ratedParts(item).some(({ id }) => given.has(placeOf({ item: item.id, part: id })))
      ? []
      : askedParts(item)
          .map((part) => ({ item: item.id, part: part.id }))
          .filter((place) => !given.has(placeOf(place))),
  );
}
