import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endSchedule } from "../opening";
import { command } from "../run";
import { round, study } from "../schema/study";

/**
 * Ends a study before its time, with a reason that panel and readers see. A round that is open has to be closed
 * first, so that nobody's answers vanish with it; what was published stays.
 */
export const cancelStudy = command({
  name: "cancel-study",
  input: z.strictObject({
    study: z.string(),
    reason: z.string().trim().min(1, "Say why: panel and readers will see it.").max(1000),
  }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { reason }, now) => {
    const [row] = await tx
      .select({ concludedAt: study.concludedAt })
      .from(study)
      .where(eq(study.id, desk.studyId));
    if (row!.concludedAt) return refused("concluded");
    const [open] = await tx
      .select({ number: round.number })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")));
    if (open) return refused("round-is-open");
    await tx.update(study).set({ concludedAt: now, cancelReason: reason }).where(eq(study.id, desk.studyId));
    await endSchedule(tx, desk.studyId);
    return done({});
  },
});
