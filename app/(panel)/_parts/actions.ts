"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { leaveSeat, seatActor } from "@/app/_server/actor";
import { cameFromElsewhere } from "@/app/_server/origin";
import { confirmWords } from "@/db/commands/confirm-words";
import { giveConsent } from "@/db/commands/give-consent";

export const consentAction = formAction({
  actor: seatActor,
  read: () => ({}),
  command: giveConsent,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/panel/questionnaire"),
});

export const confirmWordsAction = formAction({
  actor: seatActor,
  read: (form) => ({ round: Number(form.get("round")), items: [String(form.get("item"))] }),
  command: confirmWords,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/panel"),
});

/** Takes the seat's cookie from this device; nothing that was answered changes. */
export async function leaveAction(): Promise<void> {
  if (await cameFromElsewhere()) redirect("/panel");
  await leaveSeat();
  redirect("/join?left=1");
}
