"use server";

import { redirect } from "next/navigation";
import type { Item } from "@/delphi/item";
import { refused } from "@/delphi/result";
import { deskAction, textOf } from "../../../_parts/desk-action";
import { editDesign, editedIn } from "./edit-design";
import { itemFrom } from "./item-form";
import { pastedOptions, withPasted } from "./pasted-options";

export const saveItemAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ items }) => {
      const item = itemFrom(form, items);
      const known = items.some((one) => one.id === item.id);
      return { items: known ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item] };
    }),
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);

/** One option a line, "title" or "title | a line about it", with the criteria of the options that are there. */
export const pasteOptionsAction = deskAction(
  (form) => ({ ...editedIn(form), text: textOf(form, "options") }),
  async (actor, { text, ...edited }) => {
    const lines = pastedOptions(text);
    if (lines.length === 0) return refused("nothing-pasted");
    return editDesign(actor, edited, ({ items }) => ({ items: withPasted(items, lines) }));
  },
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);

export const removeItemAction = deskAction(
  (form) => ({ ...editedIn(form), item: textOf(form, "item") }),
  (actor, { item, ...edited }) =>
    editDesign(actor, edited, ({ items, positions }) => ({
      items: items.filter((one) => one.id !== item),
      positions: positions.map((position) => ({
        ...position,
        for: position.for.filter((one) => one !== item),
        against: position.against.filter((one) => one !== item),
      })),
    })),
);

export const moveItemAction = deskAction(
  (form) => ({ ...editedIn(form), item: textOf(form, "item"), by: Number(textOf(form, "by")) }),
  (actor, { item, by, ...edited }) =>
    editDesign(actor, edited, ({ items }) => ({ items: moved(items, item, by < 0) })),
);

/** One place up or down among the items of its kind. */
function moved(items: readonly Item[], id: string, up: boolean): readonly Item[] {
  const item = items.find((one) => one.id === id);
  const alike = items.filter((one) => one.kind === item?.kind);
  const other = alike[alike.findIndex((one) => one.id === id) + (up ? -1 : 1)];
  if (!item || !other) return items;
  return items.map((one) => (one === item ? other : one === other ? item : one));
}
