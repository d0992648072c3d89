import type { Tx } from "./run";
import { signInLink } from "./schema/identity";
import { hashOf, newToken, readToken } from "./sealing";

const MINUTES = 15;

/** Draws a one-time link's token for a facilitator, good for 15 minutes. Only its hash is stored. */
export async function drawSignInLink(tx: Tx, facilitatorId: string, now: Date): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
  await tx.insert(signInLink).values({ hash: signInHash(token)!, facilitatorId, expiresAt });
  return token;
}

/** What is stored of a token, or null where the text cannot be one. */
export function signInHash(typed: string): Buffer | null {
  const token = readToken(typed);
  return token === null ? null : Buffer.from(hashOf(token), "hex");
}
