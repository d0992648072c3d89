import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { ReportTexts } from "@/delphi/reporting/report-texts";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command } from "../run";
import { study } from "../schema/study";

/**
 * Keeps what the facilitators wrote for the report. It is no part of the protocol and may be written at any time;
 * readers see it from the next edition on.
 */
export const writeReportTexts = command({
  name: "write-report-texts",
  input: z.strictObject({
    study: z.string(),
    /** The version that the form was made from: an older one overwrites nothing. */
    version: z.int(),
    texts: ReportTexts,
  }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { version, texts }) => {
    if (version !== desk.version) return refused("changed-meanwhile");
    await tx
      .update(study)
      .set({ reporting: texts, version: sql`${study.version} + 1` })
      .where(eq(study.id, desk.studyId));
    return done({ version: version + 1, texts: Object.keys(texts).length });
  },
  tells: ({ texts }) => texts,
});
