import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { Protocol } from "@/delphi/protocol";
import { operator } from "../access/anyone";
import { query } from "../run";
import { round, study } from "../schema/study";

export type OpenRound = {
  readonly study: string;
  readonly simulated: boolean;
  readonly closesAt: Date | null;
  /** Whether the protocol says that rounds close at their time, without a facilitator. */
  readonly onSchedule: boolean;
};

/** Every round that takes answers, for what runs on time. */
export const openRounds = query({
  input: z.strictObject({}),
  access: operator,
  run: async (tx): Promise<readonly OpenRound[]> => {
    const rows = await tx
      .select({
        study: study.slug,
        simulated: study.simulated,
        closesAt: round.closesAt,
        protocol: study.protocol,
      })
      .from(round)
      .innerJoin(study, eq(study.id, round.studyId))
      .where(eq(round.state, "open"))
      .orderBy(asc(study.slug));
    return rows.map(({ protocol, ...row }) => ({
      ...row,
      onSchedule: Protocol.parse(protocol).closing === "on-schedule",
    }));
  },
});
