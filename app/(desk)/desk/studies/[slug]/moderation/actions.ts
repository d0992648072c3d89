"use server";

import { revalidatePath } from "next/cache";
import { moderateText } from "@/db/commands/moderate-text";
import { releaseTexts } from "@/db/commands/release-texts";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

const again = (_value: unknown, form: FormData) =>
  revalidatePath(`/desk/studies/${textOf(form, "study")}`, "layout");

export const moderateAction = deskAction(
  (form) => ({
    ...studyIn(form),
    text: textOf(form, "text"),
    state: textOf(form, "state") === "released" ? ("released" as const) : ("held-back" as const),
    released: form.has("released") ? textOf(form, "released").replaceAll("\r\n", "\n") : undefined,
  }),
  moderateText,
  again,
);

export const releaseAllAction = deskAction(
  (form) => ({ ...studyIn(form), round: Number(textOf(form, "round")), item: textOf(form, "item") }),
  releaseTexts,
  again,
);
