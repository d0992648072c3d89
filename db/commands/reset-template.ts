import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { StudyLetter } from "@/delphi/letter";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { mailTemplate } from "../schema/mail";

/** Gives a letter its usual words back. */
export const resetTemplate = command({
  name: "reset-template",
  input: z.strictObject({ study: z.string(), letter: StudyLetter }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { letter }) => {
    const gone = await tx
      .delete(mailTemplate)
      .where(and(eq(mailTemplate.studyId, desk.studyId), eq(mailTemplate.letter, letter)))
      .returning({ letter: mailTemplate.letter });
    return gone.length > 0 ? done({}) : refused("usual-already");
  },
  tells: (_value, { letter }) => letter,
});
