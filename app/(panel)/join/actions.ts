"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { holdSeat } from "@/app/_server/actor";
import { counted } from "@/app/_server/attempts";
import { evenly } from "@/app/_server/evenly";
import { openLink } from "@/app/_server/open-link";
import { type Actor, visitor } from "@/db/actor";
import { normalAddress } from "@/db/address";
import { requestLink } from "@/db/commands/request-link";

const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};

export const openLinkAction = formAction({
  actor: async () => visitor,
  read: (form) => ({ token: typed(form, "token") }),
  command: openLink,
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: async (seat) => {
    await holdSeat(seat);
    redirect("/panel");
  },
});

export const sendLinkAction = formAction({
  actor: async () => visitor,
  read: (form) => ({ study: typed(form, "study"), address: typed(form, "address") }),
  command: evenly(sendLink),
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/join/lost?sent=1"),
});

/** Counted by who asks and by whose link it would be, known here or not. */
function sendLink(actor: Actor, input: { study: string; address: string }) {
  const address = normalAddress(input.address) ?? input.address;
  return counted("lost-link-from-sender", () =>
    counted("lost-link-to-address", () => requestLink(actor, input), address),
  );
}
