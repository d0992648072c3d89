"use server";

import { redirect } from "next/navigation";
import { evenly } from "@/app/_server/evenly";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { deskAction, textOf } from "../_parts/desk-action";

export const requestSignInAction = deskAction(
  (form) => ({ address: textOf(form, "address") }),
  evenly(requestSignIn),
  () => redirect("/desk/sign-in/sent"),
);
