import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { study } from "../schema/study";
import { studyPhase } from "../study-rows";

/** Puts a study away from its owners' lists, or back. Nothing is lost, and what was published stays public. */
export const archiveStudy = command({
  name: "archive-study",
  input: z.strictObject({ study: z.string(), archived: z.boolean() }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { archived }, now) => {
    const phase = await studyPhase(tx, desk.studyId);
    if (archived && (phase === "open" || phase === "between")) return refused("still-running");
    await tx
      .update(study)
      .set({ archivedAt: archived ? now : null, ...(archived && phase === "draft" && { announced: false }) })
      .where(eq(study.id, desk.studyId));
    return done({});
  },
  tells: (_value, { archived }) => (archived ? "" : "back"),
});
