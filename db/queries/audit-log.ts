import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import { deskAs } from "../access/desk";
import { query } from "../run";
import { audit, facilitator } from "../schema/identity";

const LINES = 500;

export type AuditLine = {
  readonly id: string;
  readonly act: string;
  readonly detail: string;
  readonly at: Date;
  /** Null for the operator and for what ran on schedule; also for somebody no longer on the roll. */
  readonly who: string | null;
};

/** What was done at a study's desk, the latest first. Acts of experts leave no line. */
export const auditLog = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("observer"),
  run: (tx, desk): Promise<AuditLine[]> =>
    tx
      .select({
        id: audit.id,
        act: audit.act,
        detail: audit.detail,
        at: audit.at,
        who: facilitator.name,
      })
      .from(audit)
      .leftJoin(facilitator, eq(facilitator.id, audit.facilitatorId))
      .where(eq(audit.studyId, desk.studyId))
      .orderBy(desc(audit.at))
      .limit(LINES),
});
