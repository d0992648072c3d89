import type { Questionnaire } from "@/db/queries/questionnaire";
import { openParts, placeOf } from "@/delphi/answer";
import { askedParts } from "@/delphi/item";
import { minutesFor, type Section, sectionsOf } from "@/delphi/questionnaire";

export type SectionProgress = Section & { readonly answered: number; readonly questions: number };

export type Progress = {
  readonly sections: readonly SectionProgress[];
  /** Rated questions; texts are counted in their section only, since they may stay empty. */
  readonly answered: number;
  readonly questions: number;
  readonly minutesLeft: number;
  /** Items with something open. */
  readonly itemsLeft: number;
};

export type Filled = Pick<Questionnaire, "items" | "plan" | "answers">;

/** How far an expert is with the questionnaire. */
export function progressOf({ items, plan, answers }: Filled): Progress {
  const open = openParts(items, answers);
  const stillOpen = new Set(open.map((place) => place.item));
  const questions = items.reduce((sum, item) => sum + askedParts(item).length, 0);
  const given = new Set(answers.map(placeOf));
  return {
    sections: sectionsOf(items, plan).map((section) => ({ ...section, ...countsOf(section, given) })),
    answered: questions - open.length,
    questions,
    minutesLeft: minutesFor(items.filter((item) => stillOpen.has(item.id))),
    itemsLeft: stillOpen.size,
  };
}

/** A section of texts alone counts its texts. */
function countsOf({ items }: Section, given: ReadonlySet<string>): { answered: number; questions: number } {
  const rated = items.flatMap((item) => askedParts(item).map((part) => ({ item: item.id, part: part.id })));
  const places =
    rated.length > 0
      ? rated
      : items.flatMap((item) => item.parts.map((part) => ({ item: item.id, part: part.id })));
  return { answered: places.filter((place) => given.has(placeOf(place))).length, questions: places.length };
}

/** The first section with something open, or the first of all. */
export const sectionToDo = ({ items, plan, answers }: Filled): string | undefined => {
  const open = new Set(openParts(items, answers).map((place) => place.item));
  const sections = sectionsOf(items, plan);
  return (sections.find((section) => section.items.some((item) => open.has(item.id))) ?? sections[0])?.id;
};
