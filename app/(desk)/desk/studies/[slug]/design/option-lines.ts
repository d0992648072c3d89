import { freeSlug } from "@/delphi/free-slug";
import type { Item, Part } from "@/delphi/item";
import { OTHER, OTHER_TEXT } from "@/delphi/other-answer";
import { ratedParts } from "@/delphi/rated-parts";
import type { Scale } from "@/delphi/scale";

/** The lines of a list that was typed or pasted, without empty ones and without repetitions. */
export const linesOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  ),
];

/** Options, one a line: one that was there keeps its id, so that it stays the same option. */
export function partsFrom(lines: readonly string[], scale: Scale, known?: Item): readonly Part[] {
  const parts: Part[] = [];
  for (const question of lines) {
    const before = known && ratedParts(known).find((part) => part.question === question);
    const taken = [
      OTHER,
      OTHER_TEXT,
      ...parts.map(({ id }) => id),
      ...(known?.parts ?? []).map(({ id }) => id),
    ];
    parts.push({ id: before?.id ?? freeSlug(question, taken), question, scale });
  }
  return parts;
}

/** The options of an item as they are typed, one a line. */
export const optionLines = (item: Item): string =>
  ratedParts(item)
    .filter(({ id }) => id !== OTHER)
    .map(({ question }) => question)
    .join("\n");
