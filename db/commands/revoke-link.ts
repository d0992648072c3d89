import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { invitation } from "../schema/identity";
import { study } from "../schema/study";

/**
 * Ends a personal link for good. No seat can be named from here, so all panel sessions of the study end and
 * everybody else opens their own link again.
 */
export const revokeLink = command({
  name: "revoke-link",
  input: z.strictObject({ study: z.string(), invitation: z.uuid() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id }, now) => {
    const revoked = await tx
      .update(invitation)
      .set({ revokedAt: now, sealedToken: null })
      .where(and(eq(invitation.studyId, desk.studyId), eq(invitation.id, id), isNull(invitation.revokedAt)))
      .returning({ id: invitation.id });
    if (revoked.length === 0) throw new NotFound();
    await tx
      .update(study)
      .set({ sessionEpoch: sql`${study.sessionEpoch} + 1` })
      .where(eq(study.id, desk.studyId));
    return done({});
  },
});
