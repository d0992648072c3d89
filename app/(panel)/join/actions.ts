"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/action";
import { holdSeat } from "@/app/_server/actor";
import { evenly } from "@/app/_server/evenly";
import { type Actor, visitor } from "@/db/actor";
import { redeemLink } from "@/db/commands/redeem-link";
import { requestLink } from "@/db/commands/request-link";
import { NotFound } from "@/db/run";
import { refused } from "@/delphi/result";

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

async function openLink(actor: Actor, input: { token: string }) {
  try {
    return await redeemLink(actor, input);
  } catch (error) {
    if (error instanceof NotFound) return refused("link-unknown");
    throw error;
  }
}

export const sendLinkAction = formAction({
  actor: async () => visitor,
  read: (form) => ({ study: typed(form, "study"), address: typed(form, "address") }),
  command: evenly(requestLink),
  // biome-ignore lint/suspicious/noThenProperty: the shape of formAction; it is never awaited
  then: () => redirect("/join/lost?sent=1"),
});
