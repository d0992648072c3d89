"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { QrCode } from "@/ui/qr-code";
import { type ConfirmState, confirmAction } from "./actions";

type Words = Readonly<
  Record<"how" | "picture" | "secret" | "code" | "turnOn" | "codes" | "codesText", string>
>;

const NOTHING: ConfirmState = { refused: null, codes: [] };

/** Tells the device its secret and asks for a first code; then shows, once, the codes for when it is lost. */
export function SetUp({
  device,
  words,
  children,
}: {
  /** Null once the second factor is on. */
  device: { readonly uri: string; readonly secret: string } | null;
  words: Words;
  /** What stands here once it is on. */
  children: ReactNode;
}) {
  const [state, send, pending] = useActionState(confirmAction, NOTHING);
  if (!device)
    return (
      <>
        {state.codes.length > 0 ? <RecoveryCodes codes={state.codes} words={words} /> : null}
        {children}
      </>
    );
  return (
    <form action={send} className="space-y-6" noValidate>
      {state.refused ? <Notice kind="caution" live title={state.refused.message} /> : null}
      <p>{words.how}</p>
      <QrCode text={device.uri} label={words.picture} />
      <div className="font-sans text-base">
        <p>{words.secret}</p>
        <p className="figures mt-1 break-words font-mono">{device.secret.match(/.{1,4}/g)?.join(" ")}</p>
      </div>
      <TextField
        name="code"
        label={words.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={10}
        className="max-w-48 font-mono"
      />
      <Button disabled={pending}>{words.turnOn}</Button>
    </form>
  );
}

function RecoveryCodes({ codes, words }: { codes: readonly string[]; words: Words }) {
  return (
    <Notice kind="success" live title={words.codes}>
      <p>{words.codesText}</p>
      <ul className="figures mt-3 space-y-1 break-words font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}
