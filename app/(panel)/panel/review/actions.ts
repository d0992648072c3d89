"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { seatActor } from "@/app/_server/actor";
import type { Actor } from "@/db/actor";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { questionnaire } from "@/db/queries/questionnaire";
import { refused } from "@/delphi/result";
import { answersToKeep } from "./_parts/answers-to-keep";

export const keepAllAction = formAction({
  actor: seatActor,
  read: () => ({}),
  command: keepAll,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/panel/review?kept=1"),
});

/** A click on "keep" is what makes earlier answers those of this round; they are a draft until submitted. */
async function keepAll(actor: Actor) {
  const form = await questionnaire(actor, { section: "" });
  if (!form) return refused("round-not-open");
  const kept = answersToKeep(form.items, form.answers, form.earlier);
  const within = [...new Set(kept.map((answer) => answer.item))];
  const beside = form.answers.filter((answer) => within.includes(answer.item));
  return saveDraft(actor, { round: form.round.number, answers: [...beside, ...kept], within });
}

export const submitAction = formAction({
  actor: seatActor,
  read: (form) => ({ round: Number(form.get("round")) }),
  command: submitAnswers,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/panel/receipt"),
});
