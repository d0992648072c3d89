"use server";

import { redirect } from "next/navigation";
import { editStudy } from "@/db/commands/edit-study";
import { Licence } from "@/delphi/licence";
import { deskAction, textOf } from "../../../../_parts/desk-action";
import { editedIn } from "../edit-design";

export const saveContentAction = deskAction(
  (form) => ({
    ...editedIn(form),
    content: {
      title: textOf(form, "title"),
      question: textOf(form, "question"),
      background: textOf(form, "background").replaceAll("\r\n", "\n"),
      perspective: textOf(form, "perspective").replaceAll("\r\n", "\n"),
      organiser: textOf(form, "organiser"),
      contact: textOf(form, "contact").trim(),
      licence: Licence.safeParse(textOf(form, "licence")).data,
    },
  }),
  editStudy,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=saved`),
);
