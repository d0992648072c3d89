import type { Answer } from "@/delphi/answer";
import { quantityIn } from "@/delphi/quantity";

// The browser reads this file too: what it imports is part of every questionnaire.

/** The name that stands for all parts of an item that is answered as one; its value is "part=value". No id is one. */
export const ONE = "=";

/** What the names of marks on reasons begin with; the id of the reason follows. */
export const MIND = "this-changed-my-mind";

export type Control = {
  readonly name: string;
  readonly given: string;
  readonly isText: boolean;
  /** A field that a number or a date is typed into: what can't be read as one is kept as it was typed. */
  readonly quantity?: "number" | "date" | undefined;
};

/**
 * What a form's controls say, in the browser and on the server alike; `abstained` is the value that means "outside my
 * expertise". What was left untouched says nothing, and "none of these" beside a tick is overruled by the tick. Of what
 * is given in numbers it is the other way round: who is no expert for it need not clear what was entered.
 */
export function answersFrom(controls: readonly Control[], abstained: string): Answer[] {
  const answers = controls.flatMap(({ name, given, isText, quantity }): (Answer & { asOne: boolean })[] => {
    const [item = "", under = ""] = name.split("/");
    if (given.trim() === "") return [];
    const asOne = under === ONE;
    const [part = "", value = ""] = asOne ? given.split("=") : [under, given];
    if (isText) return [{ item, part, value, abstained: false, asOne }];
    if (value === abstained) return [{ item, part, value: null, abstained: true, asOne }];
    const read = quantity ? quantityIn(quantity, value) : Number(value);
    return [{ item, part, value: read, abstained: false, asOne }];
  });
  const overruled = ({ item, value, abstained: none, asOne }: (typeof answers)[number]): boolean => {
    const others = answers.filter((one) => one.item === item);
    if (asOne && value === 0) return others.some((one) => one.value === 1);
    return !none && typeof value === "number" && others.some((one) => one.asOne && one.abstained);
  };
  return answers.filter((one) => !overruled(one)).map(({ asOne, ...answer }) => answer);
}
