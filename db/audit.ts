import type { AnyProof } from "./access/proof";
import type { Tx } from "./run";
import { audit } from "./schema/identity";

/** Writes what a facilitator did; acts of experts and visitors leave no row. */
export async function recordAct(
  tx: Tx,
  act: string,
  proof: AnyProof,
  detail: string,
  now: Date,
): Promise<void> {
  if (proof.kind !== "desk" || !("facilitatorId" in proof)) return;
  const { studyId, facilitatorId } = proof as unknown as { studyId: string; facilitatorId: string | null };
  await tx.insert(audit).values({ studyId, facilitatorId, act, detail, at: now });
}
