import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { stopHolder } from "../access/person";
import { rewriteRoll } from "../rewrite";
import { command } from "../run";
import { invitation } from "../schema/identity";

/** Stops reminders at one click in a mail program (RFC 8058). */
export const stopReminders = command({
  name: "stop-reminders",
  input: z.strictObject({ invitation: z.uuid(), proof: z.string().max(200) }),
  access: stopHolder,
  run: async (tx, { studyId, id }) => {
    await tx
      .update(invitation)
      .set({ reminders: false })
      .where(and(eq(invitation.studyId, studyId), eq(invitation.id, id)));
    await rewriteRoll(tx, studyId);
    return done({});
  },
});
