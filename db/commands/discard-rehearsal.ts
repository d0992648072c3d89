import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { rehearsalDesk } from "../access/desk";
import { command } from "../run";
import { answer, answerText, draft, panelQuestion, seat, submission } from "../schema/panel";
import { edition, editionPart, study } from "../schema/study";

/** Deletes a simulated study with everything in it. A study without the mark is never touched. */
export const discardRehearsal = command({
  name: "discard-rehearsal",
  input: z.strictObject({ study: z.string() }),
  access: rehearsalDesk,
  run: async (tx, { studyId, simulated }) => {
    if (!simulated) return refused("not-simulated");
    for (const table of [panelQuestion, answerText, answer, submission, draft, seat, edition, editionPart])
      await tx.delete(table).where(eq(table.studyId, studyId));
    await tx.delete(study).where(eq(study.id, studyId));
    return done({});
  },
});
