import { freeSlug } from "@/delphi/free-slug";
import { type Item, type Part, ratedParts } from "@/delphi/item";
import { OTHER, OTHER_TEXT } from "@/delphi/one-answer";
import { CHOSEN_SCALE } from "@/delphi/scale";
import { OTHER_PARTS } from "@/delphi/usual-parts";
import { textOf } from "../../../_parts/desk-action";

/** The lines of a list that was typed or pasted, without empty ones and without repetitions. */
export const linesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** What can be chosen, one option a line: one that was there keeps its id, so that it stays the same option. */
export function choiceParts(form: FormData, known: Item | undefined): readonly Part[] {
  const parts: Part[] = [];
  for (const question of linesOf(textOf(form, "options"))) {
    const before = known && ratedParts(known).find((part) => part.question === question);
    const taken = [
      OTHER,
      OTHER_TEXT,
      ...parts.map(({ id }) => id),
      ...(known?.parts ?? []).map(({ id }) => id),
    ];
    parts.push({ id: before?.id ?? freeSlug(question, taken), question, scale: CHOSEN_SCALE });
  }
  return form.get("other") === null ? parts : [...parts, ...OTHER_PARTS];
}

/** The options of a choice as they are typed, one a line. */
export const optionLines = (item: Item): string =>
  ratedParts(item)
    .filter(({ id }) => id !== OTHER)
    .map(({ question }) => question)
    .join("\n");

export const takesOther = (item: Item): boolean => item.parts.some(({ id }) => id === OTHER);
