"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/ui/button";

/** Signs in as the demo facilitator; that provider exists in demo mode only. */
export function FacilitatorWay({ label }: { label: string }) {
  return (
    <Button type="button" look="secondary" onClick={() => signIn("demo", { callbackUrl: "/desk" })}>
      {label}
    </Button>
  );
}
