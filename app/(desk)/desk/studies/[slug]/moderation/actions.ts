"use server";

import { groupTexts } from "@/db/commands/group-texts";
import { mergeTexts } from "@/db/commands/merge-texts";
import { moderateText } from "@/db/commands/moderate-text";
import { nameTheme } from "@/db/commands/name-theme";
import { releaseTexts } from "@/db/commands/release-texts";
import { showTextFirst } from "@/db/commands/show-text-first";
import { deskAction, quietDeskAction, studyIn, textOf } from "../../../_parts/desk-action";

export const moderateAction = quietDeskAction(
  (form) => ({
    ...studyIn(form),
    ...oneIn(form),
    state: stateIn(form),
    released: form.has("released") ? wordsIn(form) : undefined,
    reason: form.has("reason") ? textOf(form, "reason") : undefined,
  }),
  moderateText,
);

export const mergeAction = quietDeskAction(
  (form) => ({ ...studyIn(form), texts: textsIn(form), released: wordsIn(form) }),
  mergeTexts,
);

export const groupAction = quietDeskAction(
  (form) => ({ ...studyIn(form), texts: textsIn(form), theme: textOf(form, "theme") || null }),
  groupTexts,
);

export const showFirstAction = quietDeskAction(
  (form) => ({ ...studyIn(form), ...oneIn(form), first: textOf(form, "first") === "yes" }),
  showTextFirst,
);

export const nameThemeAction = deskAction(
  (form) => ({
    ...studyIn(form),
    theme: textOf(form, "theme"),
    was: textOf(form, "was"),
    name: form.has("drop") ? null : textOf(form, "name"),
  }),
  nameTheme,
);

export const releaseAllAction = deskAction(
  (form) => ({ ...studyIn(form), round: Number(textOf(form, "round")), item: textOf(form, "item") }),
  releaseTexts,
);

/** A text as it was seen: its id and the number of its latest decision. */
function textsIn(form: FormData): { id: string; seen: number }[] {
  return form.getAll("text").map((given) => {
    const [id = "", seen = ""] = String(given).split(" ");
    return { id, seen: Number(seen) };
  });
}

function oneIn(form: FormData): { text: string; seen: number } {
  const [first = { id: "", seen: 0 }] = textsIn(form);
  return { text: first.id, seen: first.seen };
}

const stateIn = (form: FormData): "released" | "held-back" | "waiting" => {
  const state = textOf(form, "state");
  return state === "released" || state === "held-back" ? state : "waiting";
};

const wordsIn = (form: FormData): string => textOf(form, "released").replaceAll("\r\n", "\n");
