import { and, asc, count, eq, isNull } from "drizzle-orm";
import { Item } from "@/delphi/item";
import { type Phase, phaseOf } from "@/delphi/study";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";
import { item, round, study } from "./schema/study";

/** A study's items in their order. */
export async function studyItems(tx: Tx, studyId: string): Promise<readonly Item[]> {
  const rows = await tx
    .select({ body: item.body })
    .from(item)
    .where(eq(item.studyId, studyId))
    .orderBy(asc(item.place));
  return rows.map((row) => Item.parse(row.body));
}

/** How many people are on a study's roll. */
export async function peopleInvited(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx
    .select({ people: count() })
    .from(invitation)
    .where(and(eq(invitation.studyId, studyId), isNull(invitation.revokedAt)));
  return row?.people ?? 0;
}

/** Where a study stands. */
export async function studyPhase(tx: Tx, studyId: string): Promise<Phase> {
  const rounds = await tx.select({ state: round.state }).from(round).where(eq(round.studyId, studyId));
  const [row] = await tx
    .select({ concludedAt: study.concludedAt, cancelReason: study.cancelReason })
    .from(study)
    .where(eq(study.id, studyId));
  return phaseOf(rounds, row!);
}
