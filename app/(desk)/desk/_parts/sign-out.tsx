"use client";

import { leaveDesk } from "@/app/api/auth/browser";
import { Button } from "@/ui/button";

export function SignOut({ label }: { label: string }) {
  return (
    <Button type="button" look="quiet" onClick={leaveDesk}>
      {label}
    </Button>
  );
}
