import { and, asc, count, eq, gt, isNull, or } from "drizzle-orm";
import { Item } from "@/delphi/item";
import { ItemChange } from "@/delphi/lineage";
import { type Phase, phaseOf } from "@/delphi/study";
import type { Tx } from "./run";
import { invitation } from "./schema/identity";
import { item, lineage, round, study } from "./schema/study";

/** A study's items in their order and present wording, also those that are no longer asked. */
export async function studyItems(tx: Tx, studyId: string): Promise<readonly Item[]> {
  const rows = await tx
    .select({ body: item.body })
    .from(item)
    .where(eq(item.studyId, studyId))
    .orderBy(asc(item.place));
  return rows.map((row) => Item.parse(row.body));
}

/** What was changed in a study's items between rounds, oldest first. */
export async function studyLineage(tx: Tx, studyId: string): Promise<readonly ItemChange[]> {
  const rows = await tx
    .select({ body: lineage.body })
    .from(lineage)
    .where(eq(lineage.studyId, studyId))
    .orderBy(asc(lineage.number));
  return rows.map((row) => ItemChange.parse(row.body));
}

/** How many people on a study's roll count as invited to a round: the one that is open, or the next, unless named. */
export async function peopleInvited(tx: Tx, studyId: string, named?: number): Promise<number> {
  const number = named ?? (await openOrNext(tx, studyId));
  const [row] = await tx
    .select({ people: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.studyId, studyId),
        isNull(invitation.revokedAt),
        or(isNull(invitation.pausedFrom), gt(invitation.pausedFrom, number)),
      ),
    );
  return row?.people ?? 0;
}

async function openOrNext(tx: Tx, studyId: string): Promise<number> {
  const open = await openRoundOf(tx, studyId);
  return open?.number ?? (await roundsOf(tx, studyId)) + 1;
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

/** How many rounds were opened. */
export async function roundsOf(tx: Tx, studyId: string): Promise<number> {
  const [row] = await tx.select({ rounds: count() }).from(round).where(eq(round.studyId, studyId));
  return row?.rounds ?? 0;
}

/** The round that takes answers, if there is one. */
export async function openRoundOf(tx: Tx, studyId: string) {
  const [open] = await tx
    .select({ number: round.number, openedAt: round.openedAt, closesAt: round.closesAt, zone: round.zone })
    .from(round)
    .where(and(eq(round.studyId, studyId), eq(round.state, "open")));
  return open ?? null;
}
