"use server";

import { redirect } from "next/navigation";
import { freeSlug } from "@/delphi/free-slug";
import type { Source } from "@/delphi/position";
import { deskAction, textOf } from "../../../../../_parts/desk-action";
import { editDesign, editedIn } from "../../edit-design";

const back = (_value: unknown, form: FormData) =>
  redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`);

export const saveSourceAction = deskAction(
  (form) => ({ ...editedIn(form), form }),
  (actor, { form, ...edited }) =>
    editDesign(actor, edited, ({ sources }) => {
      const source = sourceFrom(form, sources);
      const known = sources.some((one) => one.id === source.id);
      return {
        sources: known ? sources.map((one) => (one.id === source.id ? source : one)) : [...sources, source],
      };
    }),
  back,
);

export const removeSourceAction = deskAction(
  (form) => ({ ...editedIn(form), source: textOf(form, "source") }),
  (actor, { source, ...edited }) =>
    editDesign(actor, edited, ({ sources, items }) => ({
      sources: sources.filter((one) => one.id !== source),
      items: items.map((item) => ({ ...item, sources: item.sources.filter((one) => one !== source) })),
    })),
  back,
);

function sourceFrom(form: FormData, sources: readonly Source[]): Source {
  const field = (name: string) => textOf(form, name).trim();
  const known = sources.find((one) => one.id === textOf(form, "id"));
  return {
    id:
      known?.id ??
      freeSlug(
        field("title"),
        sources.map((one) => one.id),
      ),
    title: field("title"),
    publisher: field("publisher"),
    published: field("published"),
    kind: field("kind"),
    author: field("author") || undefined,
    editor: field("editor") || undefined,
  };
}
