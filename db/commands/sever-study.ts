import { and, eq, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { severingDate } from "@/delphi/severing";
import { type Desk, lockedDeskAs } from "../access/desk";
import { settleContinuity } from "../continuity";
import { command, type Tx } from "../run";
import { finishedMark, invitation, revokedLink } from "../schema/identity";
import { mailing } from "../schema/mail";
import { round, study } from "../schema/study";

/**
 * Deletes a study's roll with every sealed link and mark, for good: no key joins its names to its answers any more,
 * and no round opens again. Links go on working, since a seat derives from its link alone. Agreements to be named
 * stay; they never led to a seat.
 */
export const severStudy = command({
  name: "sever-study",
  input: z.strictObject({ study: z.string(), early: z.boolean().default(false) }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { early }, now) => {
    const [row] = await tx.select().from(study).where(eq(study.id, desk.studyId));
    if (desk.simulated) return refused("simulated-panel");
    if (row!.severedAt !== null) return refused("severed");
    const closings = await closingsOf(tx, desk);
    if (closings.includes(null)) return refused("round-is-open");
    const due = severingDate(desk.protocol, closings, row!.concludedAt);
    if (due === null) return refused("not-at-its-end");
    if (due > now && !early) return refused("not-due-yet");
    // The last moment at which both rolls are there.
    await settleContinuity(tx, desk.studyId);
    await keepRevoked(tx, desk);
    await tx.delete(finishedMark).where(eq(finishedMark.studyId, desk.studyId));
    // With it goes what became of each letter.
    await tx.delete(mailing).where(eq(mailing.studyId, desk.studyId));
    await tx.delete(invitation).where(eq(invitation.studyId, desk.studyId));
    await tx
      .update(study)
      .set({
        severedAt: now,
        concludedAt: sql`coalesce(${study.concludedAt}, ${now.toISOString()}::timestamptz)`,
      })
      .where(eq(study.id, desk.studyId));
    return done({});
  },
});

const closingsOf = async (tx: Tx, desk: Desk): Promise<(Date | null)[]> =>
  (
    await tx
      .select({ closedAt: round.closedAt })
      .from(round)
      .where(eq(round.studyId, desk.studyId))
      .orderBy(round.number)
  ).map(({ closedAt }) => closedAt);

/** Without the roll a link is known by its seat alone: what was revoked is remembered by its hash. */
async function keepRevoked(tx: Tx, desk: Desk): Promise<void> {
  const ended = await tx
    .select({ studyId: invitation.studyId, hash: invitation.tokenHash })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, desk.studyId),
        isNotNull(invitation.revokedAt),
        isNotNull(invitation.tokenHash),
      ),
    );
  if (ended.length === 0) return;
  await tx
    .insert(revokedLink)
    .values(ended.map(({ studyId, hash }) => ({ studyId, tokenHash: hash! })))
    .onConflictDoNothing();
}
