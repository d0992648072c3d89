import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { invitation } from "../schema/identity";

/** An invitation that could not be delivered counts as not sent: the desk shows it, and can send it again. */
export const takeBackInvitation = command({
  name: "take-back-invitation",
  input: z.strictObject({ study: z.uuid(), invitation: z.uuid() }),
  access: operator,
  run: async (tx, _operator, { study, invitation: id }) => {
    await tx
      .update(invitation)
      .set({ invitedAt: null })
      .where(and(eq(invitation.studyId, study), eq(invitation.id, id)));
    return done({});
  },
});
