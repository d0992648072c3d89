import { headers } from "next/headers";
import { environment } from "@/db/environment";
import { reachedAction } from "./calls";

/** The cookies that make a request somebody's (app/_server/actor, app/_server/sign-in). */
const SESSION = /(?:^|;)\s*(?:__Host-)?tholos-(?:seat|desk)=/;

/**
 * Whether a request that writes may have been made by another site. Browsers name the page that a request comes
 * from; whoever holds a session has to name ours, and a script without one has nobody's rights to misuse.
 */
export function isForeign(given: Headers): boolean {
  const origin = given.get("origin");
  if (origin === null) return SESSION.test(given.get("cookie") ?? "");
  if (origin === environment().url) return false;
  return !URL.canParse(origin) || new URL(origin).host !== given.get("host");
}

/** The same inside a server action, which from here on is ours: what fails in it is our error. */
export async function cameFromElsewhere(): Promise<boolean> {
  const given = await headers();
  reachedAction(given);
  return isForeign(given);
}
