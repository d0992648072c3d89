"use server";

import { redirect } from "next/navigation";
import { archiveStudy } from "@/db/commands/archive-study";
import { cancelStudy } from "@/db/commands/cancel-study";
import { closeRound } from "@/db/commands/close-round";
import { concludeStudy } from "@/db/commands/conclude-study";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { deskAction, studyIn, textOf } from "./desk-action";

export const inviteAction = deskAction(studyIn, sendInvitations, ({ queued }, form) =>
  redirect(`/desk/studies/${textOf(form, "study")}?done=invited&n=${queued}`),
);

export const remindAction = deskAction(studyIn, sendReminders, ({ queued }, form) =>
  redirect(`/desk/studies/${textOf(form, "study")}?done=reminded&n=${queued}`),
);

export const closeAction = deskAction(
  (form) => ({ ...studyIn(form), withNothingShown: form.has("withNothingShown") }),
  closeRound,
  ({ round }, form) => redirect(`/desk/studies/${textOf(form, "study")}?done=closed&n=${round}`),
);

export const concludeAction = deskAction(studyIn, concludeStudy, (_value, form) =>
  redirect(`/desk/studies/${textOf(form, "study")}?done=concluded`),
);

export const cancelAction = deskAction(
  (form) => ({ ...studyIn(form), reason: textOf(form, "reason") }),
  cancelStudy,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}?done=cancelled`),
);

export const archiveAction = deskAction(
  (form) => ({ ...studyIn(form), archived: textOf(form, "archived") === "yes" }),
  archiveStudy,
  (_value, form) =>
    redirect(
      `/desk/studies/${textOf(form, "study")}?done=${form.get("archived") === "yes" ? "archived" : "restored"}`,
    ),
);
