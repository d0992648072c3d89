"use client";

import { leaveDesk } from "@/app/api/auth/browser";

export function SignOut({ label }: { label: string }) {
  return (
    <button
      type="button"
      onClick={leaveDesk}
      className="target inline-flex cursor-pointer items-center text-base text-ink underline-offset-4 hover:underline"
    >
      {label}
    </button>
  );
}
