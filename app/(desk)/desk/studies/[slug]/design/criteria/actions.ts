"use server";

import { redirect } from "next/navigation";
import { deskAction, textOf } from "../../../../_parts/desk-action";
import { editDesign, editedIn } from "../edit-design";
import { withCriteria } from "./criteria-form";

export const saveCriteriaAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ items }) => ({ items: withCriteria(form, items) })),
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);
