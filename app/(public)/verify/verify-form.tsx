"use client";

import { useActionState } from "react";
import { Button } from "@/ui/button";
import { TextField } from "@/ui/field";
import { type Verified, verifyAction } from "./actions";
import { type ReportWords, VerifiedReport } from "./verified-report";

/** Takes a bundle or a digest, also without script, and shows what was found below. */
export function VerifyForm({
  labels,
  words,
}: {
  labels: { bundle: string; bundleHint: string; digest: string; digestHint: string; send: string };
  words: ReportWords;
}) {
  const [state, send, pending] = useActionState<Verified, FormData>(verifyAction, null);
  return (
    <>
      <form action={send} className="space-y-6">
        <TextField
          type="file"
          name="bundle"
          accept=".zip,application/zip"
          label={labels.bundle}
          hint={labels.bundleHint}
        />
        <TextField
          name="digest"
          label={labels.digest}
          hint={labels.digestHint}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          className="font-mono"
        />
        <Button aria-disabled={pending || undefined}>{labels.send}</Button>
      </form>
      <div role="status" className="mt-10">
        {state ? <VerifiedReport state={state} words={words} /> : null}
      </div>
    </>
  );
}
