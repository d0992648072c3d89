import type { Item, Part } from "@/delphi/item";
import { textOf } from "../../../../_parts/desk-action";
import { freeSlug } from "../../../../_parts/slug";
import { linesOf } from "../choice-parts";

/** The criteria that options are rated on: those of the first one, since all of them share theirs. */
export const criteriaOf = (items: readonly Item[]): readonly Part[] =>
  items.find((item) => item.kind === "option")?.parts ?? [];

/** The items with the criteria that the form describes, the same for every option. */
export function withCriteria(form: FormData, items: readonly Item[]): Item[] {
  const parts = criteriaIn(form, criteriaOf(items));
  return items.map((item) => (item.kind === "option" ? { ...item, parts } : item));
}

/** A criterion that was there keeps its id, so that it stays the same one; a new one is named by its words. */
function criteriaIn(form: FormData, known: readonly Part[]): Part[] {
  const kept = known
    .filter(({ id }) => form.get(`drop-${id}`) === null)
    .map(({ id }) => partIn(form, id, id));
  const name = textOf(form, "name-new").trim();
  if (name === "") return kept;
  return [
    ...kept,
    partIn(
      form,
      "new",
      freeSlug(
        name,
        known.map(({ id }) => id),
      ),
    ),
  ];
}

const partIn = (form: FormData, field: string, id: string): Part => ({
  id,
  question: textOf(form, `question-${field}`),
  scale: {
    kind: "ordinal",
    points: linesOf(textOf(form, `scale-${field}`)).map((label, at) => ({ value: at + 1, label })),
  },
});
