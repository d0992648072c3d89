"use client";

import { ActionForm } from "../_parts/action-form";
import { FormText, Submit } from "../_parts/form-fields";
import { removeAction } from "./actions";

/** Turning the second factor off takes a code of it. */
export function TurnOff({ words }: { words: Readonly<Record<"code" | "turnOff", string>> }) {
  return (
    <ActionForm action={removeAction}>
      <FormText name="code" label={words.code} autoComplete="one-time-code" required maxLength={100} />
      <Submit look="secondary">{words.turnOff}</Submit>
    </ActionForm>
  );
}
