import type { Questionnaire } from "@/db/queries/questionnaire";
import { type Answer, openParts, placeOf } from "@/delphi/answer";
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
  return {
    sections: sectionsOf(items, plan).map((section) => ({ ...section, ...countsOf(section, answers) })),
    answered: questions - open.length,
    questions,
    minutesLeft: minutesFor(items.filter((item) => stillOpen.has(item.id))),
    itemsLeft: stillOpen.size,
  };
}

/** A section of texts alone counts its texts. */
function countsOf({ items }: Section, answers: readonly Answer[]): { answered: number; questions: number } {
  const rated = items.flatMap(askedParts).length;
  if (rated > 0) return { answered: rated - openParts(items, answers).length, questions: rated };
  const given = new Set(answers.map(placeOf));
  const texts = items.flatMap((item) => item.parts.map((part) => placeOf({ item: item.id, part: part.id })));
  return { answered: texts.filter((place) => given.has(place)).length, questions: texts.length };
}

/** The first section with something open, or the first of all. */
export const sectionToDo = ({ items, plan, answers }: Filled): string | undefined => {
  const open = new Set(openParts(items, answers).map((place) => place.item));
  const sections = sectionsOf(items, plan);
  return (sections.find((section) => section.items.some((item) => open.has(item.id))) ?? sections[0])?.id;
};
