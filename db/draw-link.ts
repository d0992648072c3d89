import { and, eq, sql } from "drizzle-orm";
import { countLateAdditions } from "./late-additions";
import type { Tx } from "./run";
import { invitation, revokedLink } from "./schema/identity";
import { round, study } from "./schema/study";
import { invitationHash, newToken, personHash, seal } from "./sealing";

type Row = typeof invitation.$inferSelect;
export type Anonymity = "sealed" | "strict";

/** What a new T leaves beside the name: its hash, and itself under PANEL_KEY unless the study is strict. */
export const keptOf = (token: string, studyId: string, anonymity: Anonymity) => ({
  tokenHash: invitationHash(token),
  sealedToken: anonymity === "strict" ? null : seal(token, `invitation:${studyId}`),
  linkInFile: false,
});

/** Draws T for somebody who has none, keeps what may be kept of it, and hands it to its only reader. */
export async function drawLink(tx: Tx, { studyId, id }: Row, anonymity: Anonymity): Promise<string> {
  const token = newToken();
  await tx
    .update(invitation)
    .set(keptOf(token, studyId, anonymity))
    .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
  return token;
}

/** Draws P, the token for acts about the person. It leads to no seat, so it can always be sent again. */
export async function drawPersonToken(tx: Tx, { studyId, id }: Row): Promise<string> {
  const token = newToken();
  await tx
    .update(invitation)
    .set({ personHash: personHash(token), sealedPerson: seal(token, `person:${studyId}`) })
    .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
  return token;
}

/**
 * Ends a personal link for good and all panel sessions of its study, since no seat can be named from here. Its hash
 * stays, without the name, so that it opens nothing after severing either.
 * @param replaced whether another link follows, which may give its holder a second seat: counted from round 1 on
 */
export async function endLink(
  tx: Tx,
  { studyId, id, stratum, tokenHash }: Row,
  replaced: boolean,
): Promise<void> {
  if (tokenHash !== null) await tx.insert(revokedLink).values({ studyId, tokenHash }).onConflictDoNothing();
  await tx
    .update(invitation)
    .set({ tokenHash: null, sealedToken: null })
    .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
  if (replaced) await countLateAdditions(tx, studyId, [stratum]);
  const counts = replaced && tokenHash !== null && (await hasBegun(tx, studyId));
  await tx
    .update(study)
    .set({
      sessionEpoch: sql`${study.sessionEpoch} + 1`,
      ...(counts && { replacedLinks: sql`${study.replacedLinks} + 1` }),
    })
    .where(eq(study.id, studyId));
}

async function hasBegun(tx: Tx, studyId: string): Promise<boolean> {
  const rounds = await tx
    .select({ number: round.number })
    .from(round)
    .where(eq(round.studyId, studyId))
    .limit(1);
  return rounds.length > 0;
}
