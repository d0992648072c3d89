import { and, count, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { endSchedule } from "../opening";
import { command } from "../run";
import { round, study } from "../schema/study";

/** Ends a study between rounds: no further round opens. What is closed can still be published. */
export const concludeStudy = command({
  name: "conclude-study",
  input: z.strictObject({ study: z.string() }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, _input, now) => {
    const [rounds] = await tx.select({ all: count() }).from(round).where(eq(round.studyId, desk.studyId));
    if (rounds?.all === 0) return refused("nothing-to-conclude");
    const [open] = await tx
      .select({ number: round.number })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")));
    if (open) return refused("round-is-open");
    await tx.update(study).set({ concludedAt: now }).where(eq(study.id, desk.studyId));
    await endSchedule(tx, desk.studyId);
    return done({});
  },
});
