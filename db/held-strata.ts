import { and, count, eq, isNull } from "drizzle-orm";
import { strataToHold } from "@/delphi/strata";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";

/** The strata that a study's seats may hold, from its present roll. Takes no lock on anybody's row. */
export async function heldStrata(tx: Tx, studyId: string, k: number): Promise<ReadonlySet<string>> {
  const onRoll = await tx
    .select({ stratum: invitation.stratum, people: count() })
    .from(invitation)
    .where(and(eq(invitation.studyId, studyId), isNull(invitation.revokedAt)))
    .groupBy(invitation.stratum);
  return strataToHold(k, new Map(onRoll.map((row) => [row.stratum, row.people])));
}
