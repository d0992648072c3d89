import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { reachable } from "./recipients";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";

/** How many people the next invitations would reach. */
export async function waitingForInvitation(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx
    .select({ people: count() })
    .from(invitation)
    .where(and(reachable(studyId), isNull(invitation.invitedAt)));
  return row?.people ?? 0;
}

/** How many people of a study get its mails: those who were invited through it and whose link still holds. */
export async function invitedByMail(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx
    .select({ people: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, studyId),
        isNotNull(invitation.invitedAt),
        isNull(invitation.revokedAt),
        isNull(invitation.pausedFrom),
      ),
    );
  return row?.people ?? 0;
}
