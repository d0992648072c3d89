"use client";

import { signIn, signOut } from "next-auth/react";

/** Signs this browser in at the desk. Null when it did; else the name of the reason why not. */
export async function enterDesk(
  way: "magic-link" | "demo",
  given: Record<string, string> = {},
): Promise<string | null> {
  const answer = await signIn(way, { ...given, redirect: false });
  return answer?.ok ? null : (answer?.error ?? "unknown");
}

/** Signs out and leads back to the door. */
export const leaveDesk = (): Promise<unknown> => signOut({ callbackUrl: "/desk/sign-in" });
