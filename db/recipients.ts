import { and, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { bounces } from "./bounces";
import type { Tx } from "./run";
import { finishedMark, invitation } from "./schema/identity";

/** Those invited through Tholos who still get its mail: not revoked, not declined, with an address that takes it. */
export async function recipients(tx: Tx, studyId: string): Promise<readonly string[]> {
  return reached(
    tx,
    studyId,
    await tx.select({ id: invitation.id }).from(invitation).where(invited(studyId)),
  );
}

/** Of them, those who want reminders and whom the nightly marks don't know to have finished the round. */
export async function unfinished(tx: Tx, studyId: string, round: number): Promise<readonly string[]> {
  const people = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(
      and(
        invited(studyId),
        eq(invitation.reminders, true),
        notExists(
          tx
            .select({ one: sql`1` })
            .from(finishedMark)
            .where(
              and(
                eq(finishedMark.studyId, studyId),
                eq(finishedMark.round, round),
                eq(finishedMark.invitationId, invitation.id),
              ),
            ),
        ),
      ),
    );
  return reached(tx, studyId, people);
}

const invited = (studyId: string) =>
  and(
    eq(invitation.studyId, studyId),
    isNotNull(invitation.invitedAt),
    isNull(invitation.revokedAt),
    eq(invitation.declined, false),
  );

async function reached(tx: Tx, studyId: string, people: readonly { id: string }[]): Promise<string[]> {
  const bounced = await bounces(tx, studyId);
  return people.map(({ id }) => id).filter((id) => !bounced.has(id));
}
