"use client";

import { type ReactNode, useActionState } from "react";
import type { FormState } from "@/app/_server/action";
import { Notice } from "@/ui/notice";

/** A form that sends itself to a server action and says why it was refused. `help` stands under the refusal. */
export function AskingForm({
  action,
  help,
  className = "space-y-6",
  children,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  help?: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const [state, send] = useActionState(action, null);
  return (
    <form action={send} className={className}>
      {state ? (
        <Notice kind="caution" live title={state.message}>
          {help}
        </Notice>
      ) : null}
      {children}
    </form>
  );
}
