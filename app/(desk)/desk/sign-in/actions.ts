"use server";

import { redirect } from "next/navigation";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { deskAction, textOf } from "../_parts/desk-action";

export const requestSignInAction = deskAction(
  (form) => ({ address: textOf(form, "address") }),
  requestSignIn,
  () => redirect("/desk/sign-in/sent"),
);
