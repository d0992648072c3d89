import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";

/** Of people whose link was neither mailed nor in a file. */
export const neverLeft = () =>
  and(
    isNull(invitation.invitedAt),
    isNull(invitation.revokedAt),
    isNotNull(invitation.sealedToken),
    eq(invitation.linkInFile, false),
    eq(invitation.declined, false),
  );

/** How many links a file for another mail system would hold. */
export async function linksToHandOut(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx
    .select({ links: count() })
    .from(invitation)
    .where(and(eq(invitation.studyId, studyId), neverLeft()));
  return row?.links ?? 0;
}
