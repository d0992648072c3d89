import { and, eq } from "drizzle-orm";
import type { Tx } from "./run";
import { facilitator, membership } from "./schema/identity";

/** Somebody at a study's desk; undefined where they are not. */
export async function memberOf(tx: Tx, studyId: string, facilitatorId: string) {
  const [row] = await tx
    .select({ name: facilitator.name, address: facilitator.address, role: membership.role })
    .from(membership)
    .innerJoin(facilitator, eq(facilitator.id, membership.facilitatorId))
    .where(and(eq(membership.studyId, studyId), eq(membership.facilitatorId, facilitatorId)));
  return row;
}

/** Whether the study would be nobody's without this person. The study's row must be held. */
export async function isLastOwner(tx: Tx, studyId: string, facilitatorId: string): Promise<boolean> {
  const owners = await tx
    .select({ id: membership.facilitatorId })
    .from(membership)
    .where(and(eq(membership.studyId, studyId), eq(membership.role, "owner")));
  return owners.length === 1 && owners[0]!.id === facilitatorId;
}
