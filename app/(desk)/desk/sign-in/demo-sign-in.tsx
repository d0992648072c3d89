"use client";

import { useState } from "react";
import { enterDesk } from "@/app/api/auth/browser";
import { Button } from "@/ui/button";
import { FieldError } from "@/ui/field";

/** Signs in as the demo facilitator; only ever drawn in demo mode. */
export function DemoSignIn({ label, failed }: { label: string; failed: string }) {
  const [state, setState] = useState<"ready" | "sending" | "failed">("ready");
  const enter = async () => {
    setState("sending");
    if ((await enterDesk("demo")) === null) window.location.assign("/desk");
    else setState("failed");
  };
  return (
    <div>
      <Button type="button" onClick={enter} disabled={state === "sending"}>
        {label}
      </Button>
      {state === "failed" ? <FieldError id="demo-failed">{failed}</FieldError> : null}
    </div>
  );
}
