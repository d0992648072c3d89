import { count, eq } from "drizzle-orm";
import { z } from "zod";
import { operator } from "../access/anyone";
import { query } from "../run";
import { round, study } from "../schema/study";

/** How many rounds a study has opened so far, or null where there is no such study. For the operator. */
export const roundsOpened = query({
  input: z.strictObject({ study: z.string() }),
  access: operator,
  run: async (tx, _operator, { study: slug }) => {
    const [found] = await tx.select({ id: study.id }).from(study).where(eq(study.slug, slug));
    if (!found) return null;
    const [rounds] = await tx.select({ all: count() }).from(round).where(eq(round.studyId, found.id));
    return rounds!.all;
  },
});
