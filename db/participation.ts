import { and, asc, count, eq, isNull } from "drizzle-orm";
import type { Tx } from "./run";
import { finishedMark, invitation } from "./schema/identity";

/** How many of a stratum are on the roll, and how many of them had finished by last night's marks. */
export type StratumTurnout = {
  /** Null: no stratum. */
  readonly stratum: string | null;
  readonly people: number;
  readonly finished: number;
};

/** Participation in a round by stratum. It reads names and marks, never a seat. */
export const participation = (tx: Tx, studyId: string, round: number): Promise<StratumTurnout[]> =>
  tx
    .select({
      stratum: invitation.stratum,
      people: count(),
      finished: count(finishedMark.invitationId),
    })
    .from(invitation)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, invitation.studyId),
        eq(finishedMark.invitationId, invitation.id),
        eq(finishedMark.round, round),
      ),
    )
    .where(and(eq(invitation.studyId, studyId), isNull(invitation.revokedAt)))
    .groupBy(invitation.stratum)
    .orderBy(asc(invitation.stratum));
