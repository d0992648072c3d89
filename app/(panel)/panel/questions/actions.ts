"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { seatActor } from "@/app/_server/actor";
import { counted } from "@/app/_server/attempts";
import { askQuestion } from "@/db/commands/ask-question";

/** Counted by the seat, under a key that changes by the hour and is worthless without the server's secret. */
export const askAction = formAction({
  actor: seatActor,
  read: (form) => ({ text: String(form.get("text") ?? "") }),
  command: (actor, input: { text: string }) =>
    counted(
      "panel-question",
      () => askQuestion(actor, input),
      actor.kind === "seat" ? actor.seatId.toString("hex") : actor.kind,
    ),
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/panel/questions?asked=1"),
});
