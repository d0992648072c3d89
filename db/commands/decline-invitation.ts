import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedPersonHolder } from "../access/person";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";
import { invitation } from "../schema/identity";

/**
 * Declines to take part, or takes that back. Mail stops, and the desk sees the decision with its reason. The seat is
 * not touched, since it can't be named from here: answers are taken back with the personal link.
 */
export const declineInvitation = command({
  name: "decline-invitation",
  input: z.strictObject({
    person: z.string().max(200),
    declined: z.boolean(),
    reason: z.string().trim().max(500).default(""),
  }),
  access: lockedPersonHolder,
  run: async (tx, { studyId, id }, { declined, reason }) => {
    await tx
      .update(invitation)
      .set({ declined, declineReason: declined ? reason : "" })
      .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
    await rewriteRoll(tx, studyId);
    return done({});
  },
});
