import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { operator } from "../access/anyone";
import { command } from "../run";
import { answer, answerText, draft, seat, submission } from "../schema/panel";
import { edition, study } from "../schema/study";

/** Deletes a simulated study with everything in it. A study without the mark is never touched. */
export const discardRehearsal = command({
  name: "discard-rehearsal",
  input: z.strictObject({ study: z.string() }),
  access: operator,
  run: async (tx, _operator, { study: slug }) => {
    const [found] = await tx
      .select()
      .from(study)
      .where(and(eq(study.slug, slug), eq(study.simulated, true)));
    if (!found) return refused("not-simulated");
    for (const table of [answerText, answer, submission, draft, seat, edition])
      await tx.delete(table).where(eq(table.studyId, found.id));
    await tx.delete(study).where(eq(study.id, found.id));
    return done({});
  },
});
