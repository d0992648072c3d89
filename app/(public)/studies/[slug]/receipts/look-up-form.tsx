"use client";

import { useActionState } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { type LookedUp, lookUpAction } from "./actions";

type Words = Readonly<Record<"receipt" | "hint" | "send" | "malformed" | "found" | "missing", string>>;

export function LookUpForm({ study, words }: { study: string; words: Words }) {
  const [state, send, pending] = useActionState<LookedUp, FormData>(lookUpAction, null);
  const malformed = state !== null && "malformed" in state;
  return (
    <>
      <form action={send} className="space-y-6">
        <input type="hidden" name="study" value={study} />
        <TextField
          name="receipt"
          label={words.receipt}
          hint={words.hint}
          error={malformed ? words.malformed : undefined}
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
        <Button aria-disabled={pending || undefined}>{words.send}</Button>
      </form>
      <div role="status" className="mt-6">
        {state && "found" in state ? (
          <Notice
            kind={state.found ? "success" : "caution"}
            title={state.found ? words.found : words.missing}
          >
            <p>{state.says}</p>
          </Notice>
        ) : null}
      </div>
    </>
  );
}
