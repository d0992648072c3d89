"use client";

import { createContext, type ReactNode, useActionState, useContext } from "react";
import type { FormState } from "@/app/_server/action";
import { Notice } from "@/ui/notice";

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

const Sent = createContext<{ readonly state: FormState; readonly pending: boolean }>({
  state: null,
  pending: false,
});

/** What became of the form that a control stands in: its refusal, if it was refused, and whether it is on its way. */
export const useSent = () => useContext(Sent);

/** A form of the desk: sends itself to a server action, shows why it was refused and keeps what was typed. */
export function ActionForm({
  action,
  hidden = {},
  className = "space-y-6",
  children,
}: {
  action: FormAction;
  /** Values that go along unseen. */
  hidden?: Readonly<Record<string, string | number>>;
  className?: string;
  children: ReactNode;
}) {
  const [state, send, pending] = useActionState(action, null);
  return (
    <form action={send} className={className} noValidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state ? <Refused state={state} /> : null}
      <Sent value={{ state, pending }}>{children}</Sent>
    </form>
  );
}

function Refused({ state }: { state: NonNullable<FormState> }) {
  return (
    <Notice kind="caution" live title={state.message}>
      {state.problems.length > 0 ? (
        <ul className="list-disc pl-5 text-sm">
          {[...new Set(state.problems.map(({ message }) => message))].map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </Notice>
  );
}
