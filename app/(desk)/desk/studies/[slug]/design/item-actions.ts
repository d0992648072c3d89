"use server";

import { redirect } from "next/navigation";
import { inOrder } from "@/delphi/item-order";
import { withUsualRules } from "@/delphi/presets";
import { movedBy } from "@/delphi/questionnaire";
import { refused } from "@/delphi/result";
import { deskAction, textOf } from "../../../_parts/desk-action";
import { editDesign, editedIn } from "./edit-design";
import { itemFrom } from "./item-form";
import { pastedOptions, withPasted } from "./pasted-options";

export const saveItemAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ items, protocol }) => {
      const item = itemFrom(form, items);
      const known = items.some((one) => one.id === item.id);
      if (known) return { items: items.map((one) => (one.id === item.id ? item : one)) };
      const rules = withUsualRules(protocol, item.kind, [...items, item]);
      return { items: [...items, item], ...(rules && { protocol: rules }) };
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
    editDesign(actor, edited, ({ items, protocol }) => ({
      items: movedBy(items, protocol.questionnaire, item, by),
    })),
);

/** The items of one group in a new order; all others stay where they are. */
export const orderItemsAction = deskAction(
  (form) => ({ ...editedIn(form), order: form.getAll("order").map(String) }),
  (actor, { order, ...edited }) =>
    editDesign(actor, edited, ({ items }) => ({ items: inOrder(items, order) })),
);
