import type { Route } from "next";
import type { Questionnaire } from "@/db/queries/questionnaire";
import type { Item } from "@/delphi/item";
import { type Section, sectionsOf } from "@/delphi/questionnaire";
import { type Places, placesOf } from "./places";

/** How an expert goes through the questionnaire: section by section, one item at a time, or all on one page. */
export type View = "sections" | "one" | "all";

/** The address part that stands for all sections at once; no section is called so. */
export const ALL = "all";

/** What one page of the questionnaire asks, and where its buttons lead. */
export type ShownItems = {
  readonly view: View;
  readonly section: Section | null;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly places: Places;
  readonly here: Route;
  readonly isLast: boolean;
};

/** The page with this address; null where there is no such section or item. */
export function shownItems(
  form: Pick<Questionnaire, "items" | "plan">,
  id: string,
  one: string | null,
): ShownItems | null {
  const sections = sectionsOf(form.items, form.plan);
  const all = sections.flatMap(({ items }) => items);
  if (id === ALL) {
    const places = { back: "/panel", review: "/panel/review", next: "/panel/review" } as Places;
    const here = `/panel/questionnaire/${ALL}` as Route;
    return { view: "all", section: null, sections, items: all, places, here, isLast: true };
  }
  const section = sections.find((found) => found.id === id);
  if (!section) return null;
  if (one === null) {
    const places = placesOf(sections, id);
    const here = `/panel/questionnaire/${id}` as Route;
    const isLast = section === sections.at(-1);
    return { view: "sections", section, sections, items: section.items, places, here, isLast };
  }
  const item = section.items.find((found) => found.id === one);
  if (!item) return null;
  const at = all.indexOf(item);
  const place = (by: number): Route | undefined => all[at + by] && placeOfOne(sections, all[at + by]!);
  return {
    view: "one",
    section,
    sections,
    items: [item],
    places: {
      back: place(-1) ?? "/panel",
      review: "/panel/review",
      next: place(1) ?? "/panel/review",
    },
    here: placeOfOne(sections, item),
    isLast: at === all.length - 1,
  };
}

/** The address of one item on a page of its own. */
export function placeOfOne(sections: readonly Section[], item: Item): Route {
  const section = sections.find(({ items }) => items.includes(item));
  return `/panel/questionnaire/${section?.id}?one=${encodeURIComponent(item.id)}` as Route;
}
