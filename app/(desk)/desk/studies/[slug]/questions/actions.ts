"use server";

import { redirect } from "next/navigation";
import { answerQuestion } from "@/db/commands/answer-question";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

export const answerAction = deskAction(
  (form) => ({
    ...studyIn(form),
    question: textOf(form, "question"),
    audience: textOf(form, "audience") === "asker" ? ("asker" as const) : ("panel" as const),
    shown: textOf(form, "shown"),
    answer: textOf(form, "answer"),
    former: textOf(form, "former"),
  }),
  answerQuestion,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/questions?done=answered`),
);
