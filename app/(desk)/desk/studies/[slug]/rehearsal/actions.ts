"use server";

import { redirect } from "next/navigation";
import { discardRehearsal } from "@/db/commands/discard-rehearsal";
import { startRehearsal } from "@/db/commands/start-rehearsal";
import { rehearsalOf } from "@/delphi/rehearsal";
import { deskAction, studyIn, textOf } from "../../../_parts/desk-action";

const shareIn = (form: FormData, name: string): number => Number(textOf(form, name)) / 100;

export const startRehearsalAction = deskAction(
  (form) => ({
    ...studyIn(form),
    settings: {
      experts: Number(textOf(form, "experts")),
      spread: shareIn(form, "spread"),
      convergence: shareIn(form, "convergence"),
      dropOut: shareIn(form, "dropOut"),
      changes: form.has("changes"),
    },
  }),
  startRehearsal,
  ({ experts }, form) =>
    redirect(`/desk/studies/${textOf(form, "study")}/rehearsal?done=rehearsing&n=${experts}`),
);

export const discardRehearsalAction = deskAction(
  (form) => ({ study: rehearsalOf(textOf(form, "study")) }),
  discardRehearsal,
  (_value, form) => redirect(`/desk/studies/${textOf(form, "study")}/rehearsal?done=discarded`),
);
