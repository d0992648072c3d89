"use client";

import { type SubmitEvent, useActionState, useState } from "react";
import type { FormState } from "@/app/_server/action";
import { Button } from "@/ui/button";
import { pause, type Sent, send } from "../../questionnaire/_parts/send";

type State = Exclude<Sent, { kind: "done" }> | { readonly kind: "ready" | "sending" };

/** How often a submission is sent again before it waits for another click. Sent twice it is one submission. */
const TRIES = 6;

/** The button that submits. Without an answer from the server it tries again by itself, and says so. */
export function SubmitForm({
  action,
  round,
  words,
}: {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  round: number;
  words: Readonly<Record<"submit" | "sending" | "away", string>>;
}) {
  const [refusal, post] = useActionState(action, null);
  const [state, setState] = useState<State>({ kind: "ready" });

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setState({ kind: "sending" });
    for (let tries = 1; tries <= TRIES; tries += 1) {
      const sent = await send("POST", "/api/panel/submissions", { round });
      if (sent.kind === "done") return window.location.assign("/panel/receipt");
      setState(sent);
      if (sent.kind === "refused") return;
      await new Promise((resolve) => setTimeout(resolve, pause(tries)));
    }
    setState({ kind: "ready" });
  };

  const message =
    state.kind === "refused" ? state.message : state.kind === "away" ? words.away : refusal?.message;
  const busy = state.kind === "sending" || state.kind === "away";
  return (
    <form action={post} onSubmit={submit} className="space-y-3">
      <input type="hidden" name="round" value={round} />
      <Button disabled={busy}>{state.kind === "sending" ? words.sending : words.submit}</Button>
      <p role="alert" className="font-sans text-base font-medium text-caution empty:hidden">
        {message}
      </p>
    </form>
  );
}
