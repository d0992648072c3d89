import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { Protocol } from "@/delphi/protocol";
import { operator } from "../access/anyone";
import { query, type Tx } from "../run";
import { finishedMark, invitation } from "../schema/identity";
import { round, study } from "../schema/study";

export type OpenRound = {
  readonly study: string;
  readonly simulated: boolean;
  readonly closesAt: Date | null;
  /** Whether the protocol says that rounds close at their time, without a facilitator. */
  readonly onSchedule: boolean;
  /** Whether the protocol says so, and everybody who is expected is marked as finished. Never in a simulated study. */
  readonly allFinished: boolean;
};

/** Every round that takes answers, for what runs on time. */
export const openRounds = query({
  input: z.strictObject({}),
  access: operator,
  run: async (tx): Promise<readonly OpenRound[]> => {
    const rows = await tx
      .select({
        id: study.id,
        number: round.number,
        study: study.slug,
        simulated: study.simulated,
        closesAt: round.closesAt,
        protocol: study.protocol,
      })
      .from(round)
      .innerJoin(study, eq(study.id, round.studyId))
      .where(eq(round.state, "open"))
      .orderBy(asc(study.slug));
    const open: OpenRound[] = [];
    for (const { id, number, protocol: stored, ...row } of rows) {
      const protocol = Protocol.parse(stored);
      const whenAll = protocol.closesWhenAllFinished === true && !row.simulated;
      open.push({
        ...row,
        onSchedule: protocol.closing === "on-schedule",
        allFinished: whenAll && (await everybodyFinished(tx, id, number)),
      });
    }
    return open;
  },
});

/** By the marks of last night, which are all that is asked: whoever has declined or is paused is not waited for. */
async function everybodyFinished(tx: Tx, studyId: string, number: number): Promise<boolean> {
  const [row] = await tx
    .select({
      people: sql<number>`count(*)::int`,
      finished: sql<number>`count(${finishedMark.invitationId})::int`,
    })
    .from(invitation)
    .leftJoin(
      finishedMark,
      and(
        eq(finishedMark.studyId, invitation.studyId),
        eq(finishedMark.invitationId, invitation.id),
        eq(finishedMark.round, number),
      ),
    )
    .where(
      and(
        eq(invitation.studyId, studyId),
        isNull(invitation.revokedAt),
        eq(invitation.declined, false),
        isNull(invitation.pausedFrom),
      ),
    );
  return row !== undefined && row.people > 0 && row.finished === row.people;
}
