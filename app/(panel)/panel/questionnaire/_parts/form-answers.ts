import type { Answer } from "@/delphi/answer";
import { type Item, RATIONALE, takesRationale } from "@/delphi/item";

/** The value that a control submits for "outside my expertise". */
export const ABSTAINED = "abstain";

/** What the names of marks on reasons begin with; the id of the reason follows. */
export const MIND = "this-changed-my-mind";

/** The reasons that are marked in a form as a browser sends it. */
export const marksIn = (form: FormData): string[] =>
  [...form.keys()].flatMap((name) => (name.startsWith(`${MIND}/`) ? [name.slice(MIND.length + 1)] : []));

/** The name of the control for one place: no id holds a slash. */
export const nameOf = (item: string, part: string): string => `${item}/${part}`;

/** The answers in a section's form as a browser sends it. What was left untouched is not in it. */
export function answersIn(items: readonly Item[], form: FormData): Answer[] {
  return items.flatMap((item) => {
    const parts = item.parts.map((part) => ({ id: part.id, isText: part.scale.kind === "text" }));
    const all = takesRationale(item.kind) ? [...parts, { id: RATIONALE, isText: true }] : parts;
    return all.flatMap(({ id, isText }) => {
      const given = form.get(nameOf(item.id, id));
      if (typeof given !== "string" || given === "") return [];
      return [answerOf(item.id, id, given, isText)];
    });
  });
}

function answerOf(item: string, part: string, given: string, isText: boolean): Answer {
  if (isText) return { item, part, value: given, abstained: false };
  if (given === ABSTAINED) return { item, part, value: null, abstained: true };
  return { item, part, value: Number(given), abstained: false };
}

/** What a control shows of an answer. */
export const shownAs = (answer: Pick<Answer, "value" | "abstained"> | undefined): string | undefined => {
  if (!answer) return undefined;
  return answer.abstained ? ABSTAINED : String(answer.value ?? "");
};
