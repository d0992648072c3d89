"use client";

import { type FormEvent, useEffect, useState } from "react";
import { enterDesk } from "@/app/api/auth/browser";
import { Button, ButtonLink } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";

type Words = Readonly<
  Record<
    "ready" | "button" | "missing" | "refused" | "again" | "factor" | "code" | "wrong" | "tooMany",
    string
  >
>;
type State = "ready" | "sending" | "missing" | "refused" | "factor" | "wrong" | "tooMany";

/** Why the door stays shut, by the name of the refusal; any other means that the link is used up. */
const REASONS: Readonly<Record<string, State>> = {
  "second-factor-needed": "factor",
  "second-factor-wrong": "wrong",
  "too-many-attempts": "tooMany",
};

/** The token stands in the address after the hash, which no server and no scanner is sent. */
export function RedeemLink({ words }: { words: Words }) {
  const [state, setState] = useState<State>("ready");
  // Once it was asked for, the field stays.
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (window.location.hash.length < 2) setState("missing");
  }, []);

  const redeem = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const code = String(new FormData(event.currentTarget).get("code") ?? "");
    setState("sending");
    const reason = await enterDesk("magic-link", { token: tokenHere(), code });
    if (reason === null) return window.location.replace("/desk");
    const next = REASONS[reason] ?? "refused";
    setAsked(asked || next === "factor");
    setState(next);
  };

  if (state === "missing" || state === "refused" || state === "tooMany")
    return (
      <div className="space-y-6">
        <Notice kind="caution" live title={words[state]} />
        <ButtonLink href="/desk/sign-in">{words.again}</ButtonLink>
      </div>
    );
  return (
    <form onSubmit={redeem} className="space-y-6" noValidate>
      {state === "wrong" ? <Notice kind="caution" live title={words.wrong} /> : null}
      {asked ? (
        <TextField
          name="code"
          label={words.code}
          hint={words.factor}
          autoComplete="one-time-code"
          required
          autoFocus
          maxLength={100}
          className="max-w-md font-mono"
        />
      ) : (
        <p>{words.ready}</p>
      )}
      <Button disabled={state === "sending"}>{words.button}</Button>
    </form>
  );
}

function tokenHere(): string {
  try {
    return decodeURIComponent(window.location.hash.slice(1)).slice(0, 200);
  } catch {
    return "";
  }
}
