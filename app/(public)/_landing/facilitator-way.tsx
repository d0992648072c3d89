"use client";

import { signIn } from "next-auth/react";
import { Button } from "@/ui/button";

/**
 * Signs in as the demo facilitator; that provider exists in demo mode only. Without JavaScript the button leads
 * to the desk's sign-in page.
 */
export function FacilitatorWay({ label }: { label: string }) {
  return (
    <form
      action="/desk"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn("demo", { callbackUrl: "/desk" });
      }}
    >
      <Button look="secondary">{label}</Button>
    </form>
  );
}
