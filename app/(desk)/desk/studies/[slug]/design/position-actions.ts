"use server";

import { redirect } from "next/navigation";
import { freeSlug } from "@/delphi/free-slug";
import type { Position } from "@/delphi/position";
import { deskAction, textOf } from "../../../_parts/desk-action";
import { editDesign, editedIn } from "./edit-design";

export const savePositionAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ positions }) => {
      const position = positionFrom(form, positions);
      const known = positions.some((one) => one.id === position.id);
      return {
        positions: known
          ? positions.map((one) => (one.id === position.id ? position : one))
          : [...positions, position],
      };
    }),
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);

export const removePositionAction = deskAction(
  (form) => ({ ...editedIn(form), position: textOf(form, "position") }),
  (actor, { position, ...edited }) =>
    editDesign(actor, edited, ({ positions }) => ({
      positions: positions.filter((one) => one.id !== position),
    })),
);

function positionFrom(form: FormData, positions: readonly Position[]): Position {
  const author = textOf(form, "author").trim();
  const known = positions.find((one) => one.id === textOf(form, "id"));
  const stance = textOf(form, "stance");
  const chosen = (name: string) => form.getAll(name).filter((one) => typeof one === "string");
  return {
    id:
      known?.id ??
      freeSlug(
        author,
        positions.map((one) => one.id),
      ),
    author,
    affiliation: textOf(form, "affiliation").trim(),
    source: textOf(form, "source"),
    summary: textOf(form, "summary").replaceAll("\r\n", "\n").trim(),
    stance: stance === "" ? null : Number(stance),
    for: chosen("for"),
    against: chosen("against"),
  };
}
