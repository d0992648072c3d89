import type { Answer } from "@/delphi/answer";
import { type Item, isAnsweredAsOne, type Part, takesRationale } from "@/delphi/item";
import { quantityTyped } from "@/delphi/quantity";
import { ratedParts } from "@/delphi/rated-parts";
import { RATIONALE } from "@/delphi/rationale";
import { isQuantity } from "@/delphi/scale";
import { answersFrom, type Control, MIND, ONE } from "./control-answer";

/** The value that a control submits for "outside my expertise". */
export const ABSTAINED = "abstain";

/** The reasons that are marked in a form as a browser sends it. */
export const marksIn = (form: FormData): string[] =>
  [...form.keys()].flatMap((name) => (name.startsWith(`${MIND}/`) ? [name.slice(MIND.length + 1)] : []));

/** The name of the control for one place: no id holds a slash. */
export const nameOf = (item: string, part: string): string => `${item}/${part}`;

/** The answers in a section's form as a browser sends it. What was left untouched is not in it. */
export function answersIn(items: readonly Item[], form: FormData): Answer[] {
  const controls = items.flatMap((item) => [
    ...item.parts
      .map(({ id, scale }) => ({
        id,
        isText: scale.kind === "text",
        quantity: isQuantity(scale) ? scale.kind : undefined,
      }))
      .map(named(item)),
    ...(isAnsweredAsOne(item) ? [{ id: ONE, isText: false }].map(named(item)) : []),
    ...(takesRationale(item.kind) ? [{ id: RATIONALE, isText: true }].map(named(item)) : []),
  ]);
  return answersFrom(
    controls.flatMap((control) => {
      const given = form.get(control.name);
      return typeof given === "string" ? [{ ...control, given }] : [];
    }),
    ABSTAINED,
  );
}

const named =
  (item: Item) =>
  ({ id, ...reads }: { id: string } & Omit<Control, "name" | "given">) => ({
    name: nameOf(item.id, id),
    ...reads,
  });

/** What a control shows of an answer. */
export const shownAs = (answer: Pick<Answer, "value" | "abstained"> | undefined): string | undefined => {
  if (!answer) return undefined;
  return answer.abstained ? ABSTAINED : String(answer.value ?? "");
};

type Given = Pick<Answer, "value" | "abstained"> | undefined;

/** What the control that stands for a whole item shows: the option taken, none of many, or the abstention. */
export function shownAsOne(item: Item, answerTo: (part: string) => Given): string {
  const parts = ratedParts(item).map(({ id }) => ({ id, given: answerTo(id) }));
  const [first] = parts;
  if (!first?.given) return "";
  if (first.given.abstained) return `${first.id}=${ABSTAINED}`;
  if (item.kind !== "choice") return "";
  const chosen = parts.filter(({ given }) => given?.value === 1);
  if (item.choose !== "many") return chosen.length > 0 ? `${chosen[0]!.id}=1` : "";
  return chosen.length === 0 ? `${first.id}=0` : "";
}

/** The controls of an item as they would show these answers; an answer that is missing leaves its control alone. */
export function controlsFor(item: Item, answerTo: (part: string) => Given): Record<string, string> {
  if (item.kind === "estimate") return estimateControls(item, answerTo);
  const rated = ratedParts(item).flatMap(({ id }): [string, string][] => {
    const shown = shownAs(answerTo(id));
    return shown ? [[nameOf(item.id, id), shown]] : [];
  });
  if (rated.length === 0 || !isAnsweredAsOne(item)) return Object.fromEntries(rated);
  const asOne = [nameOf(item.id, ONE), shownAsOne(item, answerTo)] as const;
  return Object.fromEntries([...rated, asOne]);
}

/** The fields of an estimate; those of an abstention are empty. */
function estimateControls(item: Item, answerTo: (part: string) => Given): Record<string, string> {
  const first = answerTo(item.parts[0]!.id);
  if (!first) return {};
  const typed = (part: Part): string => {
    const value = answerTo(part.id)?.value ?? null;
    return value === null || !isQuantity(part.scale) ? "" : quantityTyped(part.scale.kind, value);
  };
  return {
    ...Object.fromEntries(item.parts.map((part) => [nameOf(item.id, part.id), typed(part)])),
    [nameOf(item.id, ONE)]: first.abstained ? `${item.parts[0]!.id}=${ABSTAINED}` : "",
  };
}
