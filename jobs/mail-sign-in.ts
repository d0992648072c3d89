import { system } from "@/db/actor";
import { issueSignInLink } from "@/db/commands/issue-sign-in-link";
import type { Environment } from "@/db/environment";
import { NotFound } from "@/db/run";
import { signInLetter } from "./letters/sign-in-letter";
import { type Post, Undeliverable } from "./post";
import type { Handler } from "./serve";

/** Draws a one-time link and mails it. Every attempt draws its own, so none ever waits in a queue. */
export const mailSignIn =
  (post: Post, { url }: Environment): Handler<"mail-sign-in"> =>
  async ({ facilitator }, { id }) => {
    const drawn = await linkFor(facilitator);
    if (!drawn) return;
    try {
      await post.send(signInLetter(drawn, url), id);
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error;
    }
  };

async function linkFor(facilitator: string): Promise<Parameters<typeof signInLetter>[0] | null> {
  try {
    const result = await issueSignInLink(system, { facilitator });
    return result.ok ? result.value : null;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
