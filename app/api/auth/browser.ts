"use client";

import { signIn, signOut } from "next-auth/react";

/** Signs this browser in at the desk. False where the link was used or too old, or the way in does not exist. */
export async function enterDesk(
  way: "magic-link" | "demo",
  given: Record<string, string> = {},
): Promise<boolean> {
  const answer = await signIn(way, { ...given, redirect: false });
  return answer?.ok === true;
}

/** Signs out and leads back to the door. */
export const leaveDesk = (): Promise<unknown> => signOut({ callbackUrl: "/desk/sign-in" });
