"use client";

import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
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

/** It comes into sight: the button may stand screens below it. */
function Refused({ state }: { state: NonNullable<FormState> }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is another state.
  useEffect(() => {
    // In newer browsers it returns a promise, which would be taken for the way to undo the effect.
    place.current?.scrollIntoView({ block: "nearest" });
  }, [state]);
  return (
    <div ref={place} className="scroll-my-6">
      <Notice kind="caution" live title={state.message}>
        {state.problems.length > 0 ? (
          <ul className="list-disc pl-5 text-sm">
            {[...new Set(state.problems.map(({ message }) => message))].map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}
