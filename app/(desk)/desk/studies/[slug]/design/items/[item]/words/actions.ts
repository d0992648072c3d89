"use server";

import { redirect } from "next/navigation";
import type { Actor } from "@/db/actor";
import { correctWords } from "@/db/commands/correct-words";
import { askedItems } from "@/db/queries/asked-items";
import { type Result, refused } from "@/delphi/result";
import { deskAction, textOf } from "../../../../../../_parts/desk-action";
import { editedIn } from "../../../edit-design";
import { wordsIn } from "./words-form";

type Correction = ReturnType<typeof editedIn> & { readonly form: FormData };

async function correct(actor: Actor, { form, ...edited }: Correction): Promise<Result<unknown>> {
  const asked = await askedItems(actor, { study: edited.study, round: Number(textOf(form, "round")) });
  const item = asked.find(({ id }) => id === textOf(form, "item"));
  if (!item) return refused("unknown-item");
  const meaning = textOf(form, "meaning");
  if (meaning !== "yes" && meaning !== "no") return refused("meaning-unsaid");
  return correctWords(actor, {
    ...edited,
    item: wordsIn(form, item),
    meaning: meaning === "yes",
    reason: textOf(form, "reason"),
  });
}

export const correctWordsAction = deskAction(
  (form): Correction => ({ ...editedIn(form), form }),
  correct,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/design?done=corrected`),
);
