import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endLink } from "../draw-link";
import { command, NotFound } from "../run";
import { invitation } from "../schema/identity";

/**
 * Ends a personal link for good. No seat can be named from here, so all panel sessions of the study end and
 * everybody else opens their own link again.
 */
export const revokeLink = command({
  name: "revoke-link",
  input: z.strictObject({ study: z.string(), invitation: z.uuid() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { invitation: id }, now) => {
    const one = and(
      eq(invitation.studyId, desk.studyId),
      eq(invitation.id, id),
      isNull(invitation.revokedAt),
    );
    const [person] = await tx.select().from(invitation).where(one);
    if (!person) throw new NotFound();
    await endLink(tx, person, false);
    await tx.update(invitation).set({ revokedAt: now }).where(one);
    return done({});
  },
});
