"use client";

import { useEffect, useState } from "react";
import { enterDesk } from "@/app/api/auth/browser";
import { Button, ButtonLink } from "@/ui/button";
import { Notice } from "@/ui/notice";

type Words = Readonly<Record<"ready" | "button" | "missing" | "refused" | "again", string>>;
type State = "ready" | "sending" | "missing" | "refused";

/** The token stands in the address after the hash, which no server and no scanner is sent. */
export function RedeemLink({ words }: { words: Words }) {
  const [state, setState] = useState<State>("ready");
  useEffect(() => {
    if (window.location.hash.length < 2) setState("missing");
  }, []);

  const redeem = async () => {
    setState("sending");
    const token = decodeURIComponent(window.location.hash.slice(1));
    if (await enterDesk("magic-link", { token })) window.location.replace("/desk");
    else setState("refused");
  };

  if (state === "missing" || state === "refused")
    return (
      <div className="space-y-6">
        <Notice kind="caution" live title={words[state]} />
        <ButtonLink href="/desk/sign-in">{words.again}</ButtonLink>
      </div>
    );
  return (
    <div className="space-y-6">
      <p>{words.ready}</p>
      <Button type="button" onClick={redeem} disabled={state === "sending"}>
        {words.button}
      </Button>
    </div>
  );
}
