import type { Answer } from "@/delphi/answer";

// The browser reads this file too: what it imports is part of every questionnaire.

/** The name that stands for all parts of an item that is answered as one; its value is "part=value". No id is one. */
export const ONE = "=";

/** What the names of marks on reasons begin with; the id of the reason follows. */
export const MIND = "this-changed-my-mind";

export type Control = { readonly name: string; readonly given: string; readonly isText: boolean };

/**
 * What a form's controls say, in the browser and on the server alike; `abstained` is the value that means "outside my
 * expertise". What was left untouched says nothing, and "none of these" beside a tick is overruled by the tick.
 */
export function answersFrom(controls: readonly Control[], abstained: string): Answer[] {
  const answers = controls.flatMap(({ name, given, isText }): (Answer & { asOne: boolean })[] => {
    const [item = "", under = ""] = name.split("/");
    if (given === "") return [];
    const asOne = under === ONE;
    const [part = "", value = ""] = asOne ? given.split("=") : [under, given];
    if (isText) return [{ item, part, value, abstained: false, asOne }];
    if (value === abstained) return [{ item, part, value: null, abstained: true, asOne }];
    return [{ item, part, value: Number(value), abstained: false, asOne }];
  });
  return answers
    .filter(
      ({ item, value, asOne }) =>
        !(asOne && value === 0 && answers.some((one) => one.item === item && one.value === 1)),
    )
    .map(({ asOne, ...answer }) => answer);
}
