"use server";

import { redirect } from "next/navigation";
import { counted } from "@/app/_server/attempts";
import { evenly } from "@/app/_server/evenly";
import type { Actor } from "@/db/actor";
import { normalAddress } from "@/db/address";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { deskAction, textOf } from "../_parts/desk-action";

export const requestSignInAction = deskAction(
  (form) => ({ address: textOf(form, "address") }),
  evenly(requestLink),
  () => redirect("/desk/sign-in/sent"),
);

/** Counted by who asks and by whose link it would be, known here or not. */
function requestLink(actor: Actor, input: { address: string }) {
  const address = normalAddress(input.address) ?? input.address;
  return counted("sign-in-link-from-sender", () =>
    counted("sign-in-link-to-address", () => requestSignIn(actor, input), address),
  );
}
