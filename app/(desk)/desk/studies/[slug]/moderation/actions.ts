"use server";

import { moderateText } from "@/db/commands/moderate-text";
import { releaseTexts } from "@/db/commands/release-texts";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

export const moderateAction = deskAction(
  (form) => ({
    ...studyIn(form),
    text: textOf(form, "text"),
    state: textOf(form, "state") === "released" ? ("released" as const) : ("held-back" as const),
    released: form.has("released") ? textOf(form, "released").replaceAll("\r\n", "\n") : undefined,
  }),
  moderateText,
);

export const releaseAllAction = deskAction(
  (form) => ({ ...studyIn(form), round: Number(textOf(form, "round")), item: textOf(form, "item") }),
  releaseTexts,
);
