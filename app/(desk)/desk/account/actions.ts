"use server";

import { redirect } from "next/navigation";
import type { FormState } from "@/app/_server/action";
import type { Actor } from "@/db/actor";
import { beginSecondFactor } from "@/db/commands/begin-second-factor";
import { confirmSecondFactor } from "@/db/commands/confirm-second-factor";
import { endDeskSessions } from "@/db/commands/end-desk-sessions";
import { removeSecondFactor } from "@/db/commands/remove-second-factor";
import type { Result } from "@/delphi/result";
import { refused } from "@/delphi/result";
import { deskAction, textOf } from "../_parts/desk-action";

const nothing = () => ({});
const codeIn = (form: FormData) => ({ code: textOf(form, "code") });

export const beginAction = deskAction(nothing, beginSecondFactor, () => redirect("/desk/account"));

export const removeAction = deskAction(
  codeIn,
  (actor, input: { code: string }) => onlyRight(removeSecondFactor(actor, input)),
  () => redirect("/desk/account?done=second-factor-off"),
);

export const endSessionsAction = deskAction(nothing, endDeskSessions, () => redirect("/desk/sign-in"));

/** The codes that stand in for the device are seen once, in the answer to the form that turned it on. */
export type ConfirmState = { readonly refused: FormState; readonly codes: readonly string[] };

export async function confirmAction(_before: ConfirmState, form: FormData): Promise<ConfirmState> {
  let codes: readonly string[] = [];
  const confirm = deskAction(
    codeIn,
    (actor: Actor, input: { code: string }) => onlyRight(confirmSecondFactor(actor, input)),
    (value) => {
      codes = value.codes;
    },
  );
  return { refused: await confirm(null, form), codes };
}

/** A code that was wrong was counted, so the command did not refuse it; the form does. */
async function onlyRight<T extends { readonly proven: string }>(
  answered: Promise<Result<T>>,
): Promise<Result<T>> {
  const result = await answered;
  if (!result.ok || result.value.proven === "right") return result;
  return refused(result.value.proven, { minutes: 60 });
}
