import { and, eq, max, sql } from "drizzle-orm";
import type { Desk } from "./access/desk";
import { NotFound, type Tx } from "./run";
import { invitation } from "./schema/identity";
import { round } from "./schema/study";

export type OnePerson = typeof invitation.$inferSelect;

export const oneOnRoll = (desk: Desk, id: string) =>
  and(eq(invitation.studyId, desk.studyId), eq(invitation.id, id));

/** Somebody on the roll of this desk's study. */
export async function personOnRoll(tx: Tx, desk: Desk, id: string): Promise<OnePerson> {
  const [person] = await tx.select().from(invitation).where(oneOnRoll(desk, id));
  if (!person) throw new NotFound();
  return person;
}

/** The latest round, 0 before the first, and whether it is open. */
export async function roundsSoFar(
  tx: Tx,
  desk: Desk,
): Promise<{ readonly latest: number; readonly open: boolean }> {
  const [row] = await tx
    .select({
      latest: max(round.number),
      open: sql<boolean>`coalesce(bool_or(${round.state} = 'open'), false)`,
    })
    .from(round)
    .where(eq(round.studyId, desk.studyId));
  return { latest: row?.latest ?? 0, open: row?.open ?? false };
}
