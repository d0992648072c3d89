"use server";

import { redirect } from "next/navigation";
import { planReminders } from "@/db/commands/plan-reminders";
import { resendLetters } from "@/db/commands/resend-letters";
import { resetTemplate } from "@/db/commands/reset-template";
import { sendResultsLetter } from "@/db/commands/send-results-letter";
import { sendTestLetter } from "@/db/commands/send-test-letter";
import { writeTemplate } from "@/db/commands/write-template";
import { StudyLetter } from "@/delphi/letter";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

const letterIn = (form: FormData) => StudyLetter.catch("invitation").parse(textOf(form, "letter"));
const toLetter = (done: string) => (_value: unknown, form: FormData) =>
  redirect(`/desk/studies/${textOf(form, "study")}/mail/letters/${letterIn(form)}?done=${done}`);

export const saveLetterAction = deskAction(
  (form) => ({
    ...studyIn(form),
    letter: letterIn(form),
    subject: textOf(form, "subject"),
    body: textOf(form, "body"),
  }),
  writeTemplate,
  toLetter("letter-saved"),
);

export const resetLetterAction = deskAction(
  (form) => ({ ...studyIn(form), letter: letterIn(form) }),
  resetTemplate,
  toLetter("letter-reset"),
);

export const testLetterAction = deskAction(
  (form) => ({ ...studyIn(form), letter: letterIn(form) }),
  sendTestLetter,
  toLetter("letter-tested"),
);

/** "7, 3" is two times; what is no number lies outside all bounds, so it is refused at its place. */
function daysIn(typed: string): number[] {
  const words = typed.split(/[\s,;]+/).filter((word) => word !== "");
  return words.map((word) => (/^\d+$/.test(word) ? Number(word) : -1));
}

export const planAction = deskAction(
  (form) => ({
    ...studyIn(form),
    plan: {
      daysBefore: daysIn(textOf(form, "daysBefore")),
      most: Number(textOf(form, "most")),
      closingSoon: textOf(form, "closingSoon") === "" ? null : Number(textOf(form, "closingSoon")),
    },
  }),
  planReminders,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/mail?done=reminders-planned`),
);

export const tellResultsAction = deskAction(studyIn, sendResultsLetter, ({ queued }, form) =>
  redirect(`/desk/studies/${textOf(form, "study")}/mail?done=results-sent&n=${queued}`),
);

export const resendAction = deskAction(
  (form) => ({ ...studyIn(form), mailing: textOf(form, "mailing") }),
  resendLetters,
  ({ queued }, form) =>
    redirect(
      `/desk/studies/${textOf(form, "study")}/mail/sent/${textOf(form, "mailing")}?done=resent&n=${queued}`,
    ),
);
