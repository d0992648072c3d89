import { freeSlug } from "@/delphi/free-slug";
import type { Item, Part } from "@/delphi/item";
import { textOf } from "../../../../_parts/desk-action";
import { partFrom } from "../item-form";

/** What a criterion that is not there yet begins with; its fields are named after it. */
export const NEW_CRITERION: Part = { id: "new", question: "", scale: { kind: "ordinal", points: [] } };

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
  const kept = known.filter(({ id }) => form.get(`drop-${id}`) === null).map((part) => partFrom(form, part));
  const name = textOf(form, "name-new").trim();
  if (name === "") return kept;
  const taken = known.map(({ id }) => id);
  return [...kept, { ...partFrom(form, NEW_CRITERION), id: freeSlug(name, taken) }];
}
