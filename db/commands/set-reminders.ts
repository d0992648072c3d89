import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedPersonHolder } from "../access/person";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";
import { invitation } from "../schema/identity";

/** Whether somebody gets reminders of an open round. */
export const setReminders = command({
  name: "set-reminders",
  input: z.strictObject({ person: z.string().max(200), reminders: z.boolean() }),
  access: lockedPersonHolder,
  run: async (tx, { studyId, id }, { reminders }) => {
    await tx
      .update(invitation)
      .set({ reminders })
      .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
    await rewriteRoll(tx, studyId);
    return done({});
  },
});
