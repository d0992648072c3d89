import { and, eq, sql } from "drizzle-orm";
import type { AddedLater } from "@/delphi/added-later";
import type { Tx } from "./run";
import { lateAddition } from "./schema/identity";
import { submission } from "./schema/panel";
import { round } from "./schema/study";

const NO_STRATUM = "";

/**
 * Counts people who join the roll, if a round is open and somebody has answered it. A number by stratum is all that
 * is kept: nothing says who they are, and no seat knows it either.
 */
export async function countLateAdditions(
  tx: Tx,
  studyId: string,
  strata: readonly (string | null)[],
): Promise<void> {
  const open = await answeredOpenRound(tx, studyId);
  if (open === null) return;
  for (const stratum of new Set(strata)) {
    const people = strata.filter((one) => one === stratum).length;
    await tx
      .insert(lateAddition)
      .values({ studyId, round: open, stratum: stratum ?? NO_STRATUM, people })
      .onConflictDoUpdate({
        target: [lateAddition.studyId, lateAddition.round, lateAddition.stratum],
        set: { people: sql`${lateAddition.people} + excluded.people` },
      });
  }
}

async function answeredOpenRound(tx: Tx, studyId: string): Promise<number | null> {
  const [open] = await tx
    .select({ number: round.number })
    .from(round)
    .innerJoin(submission, and(eq(submission.studyId, round.studyId), eq(submission.round, round.number)))
    .where(and(eq(round.studyId, studyId), eq(round.state, "open")))
    .limit(1);
  return open?.number ?? null;
}

/** Those of every round so far. */
export async function lateAdditions(tx: Tx, studyId: string): Promise<AddedLater> {
  const rows = await tx.select().from(lateAddition).where(eq(lateAddition.studyId, studyId));
  const byRound = new Map<number, Map<string | null, number>>();
  for (const { round: number, stratum, people } of rows) {
    const strata = byRound.get(number) ?? new Map<string | null, number>();
    byRound.set(number, strata.set(stratum === NO_STRATUM ? null : stratum, people));
  }
  return byRound;
}
