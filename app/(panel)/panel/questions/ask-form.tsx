"use client";

import { useActionState } from "react";
import { Button } from "@/ui/button";
import { TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { askAction } from "./actions";

/** One field. What was typed stays when it is refused; without script as well. */
export function AskForm({ label, hint, ask }: { label: string; hint: string; ask: string }) {
  const [state, send] = useActionState(askAction, null);
  const problem = state?.problems.find(({ path }) => path === "text")?.message;
  return (
    <form action={send} className="space-y-4">
      {state ? <Notice kind="caution" live title={state.message} /> : null}
      <TextArea
        key={state?.values.text ?? ""}
        name="text"
        label={label}
        hint={hint}
        required
        maxLength={1000}
        defaultValue={state?.values.text}
        error={problem}
      />
      <Button>{ask}</Button>
    </form>
  );
}
