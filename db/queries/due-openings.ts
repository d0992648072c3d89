import { eq, lte } from "drizzle-orm";
import { z } from "zod";
import { operator } from "../access/anyone";
import { query } from "../run";
import { scheduledOpening } from "../schema/mail";
import { study } from "../schema/study";

/** Studies whose next round is to open by now. */
export const dueOpenings = query({
  input: z.strictObject({}),
  access: operator,
  run: (tx, _operator, _input, now): Promise<{ study: string }[]> =>
    tx
      .select({ study: study.slug })
      .from(scheduledOpening)
      .innerJoin(study, eq(study.id, scheduledOpening.studyId))
      .where(lte(scheduledOpening.opensAt, now)),
});
