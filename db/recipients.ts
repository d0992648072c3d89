import { and, eq, isNotNull, isNull, notExists, type SQL, sql } from "drizzle-orm";
import type { Tx } from "./run";
import { finishedMark, invitation } from "./schema/identity";

/** Those invited through Tholos whom its mail may and can reach. */
export async function recipients(tx: Tx, studyId: string): Promise<readonly string[]> {
  return idsOf(await tx.select({ id: invitation.id }).from(invitation).where(invited(studyId)));
}

/** Of them, those who want reminders and whom the nightly marks don't know to have finished the round. */
export async function unfinished(tx: Tx, studyId: string, round: number): Promise<readonly string[]> {
  const marked = tx
    .select({ one: sql`1` })
    .from(finishedMark)
    .where(
      and(
        eq(finishedMark.studyId, studyId),
        eq(finishedMark.round, round),
        eq(finishedMark.invitationId, invitation.id),
      ),
    );
  return idsOf(
    await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(and(invited(studyId), eq(invitation.reminders, true), notExists(marked))),
  );
}

/** How many people the next invitations would reach. */
export async function waitingForInvitation(tx: Tx, studyId: string): Promise<number> {
  return tx.$count(invitation, and(reachable(studyId), isNull(invitation.invitedAt)));
}

const invited = (studyId: string) => and(reachable(studyId), isNotNull(invitation.invitedAt));

/** On the roll, and nothing says that mail must not or can't reach them. */
export const reachable = (studyId: string): SQL | undefined =>
  and(
    eq(invitation.studyId, studyId),
    isNull(invitation.revokedAt),
    isNull(invitation.pausedFrom),
    eq(invitation.declined, false),
    eq(invitation.bounced, ""),
  );

const idsOf = (people: readonly { readonly id: string }[]): readonly string[] => people.map(({ id }) => id);
