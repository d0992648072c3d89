import { eq, sql } from "drizzle-orm";
import type { Continuity } from "@/delphi/series";
import type { Tx } from "./run";
import { wave } from "./schema/series";
import { lockSeries, seriesOf, type WaveRow, wavesOf } from "./waves";

/**
 * How many of the people invited to a wave had been invited to the one before. It reads names and addresses of two
 * rolls and gives back numbers; seats have no part in it (docs/decisions/036). Null where the later roll is deleted and
 * nothing was counted while it was there.
 */
export async function continuityBetween(
  tx: Tx,
  earlier: WaveRow,
  later: WaveRow,
): Promise<Continuity | null> {
  const known = later.counted?.againstId === earlier.studyId ? later.counted : null;
  if (later.severed || (earlier.severed && known && !known.atLeast)) return known && told(known);
  const [row] = await tx.execute<{ people: number; same: number }>(sql`
    select count(*)::int as people, count(*) filter (where
      exists (select 1 from invitation before where before.study_id = ${earlier.studyId}
        and before.address = now.address and before.revoked_at is null)
      or ${earlier.severed} and exists (select 1 from agreement where agreement.study_id = ${earlier.studyId}
        and agreement.address = now.address))::int as same
    from invitation now
    where now.study_id = ${later.studyId} and now.revoked_at is null and now.paused_from is null`);
  return { people: row!.people, same: row!.same, atLeast: earlier.severed };
}

const told = ({ people, same, atLeast }: Continuity): Continuity => ({ people, same, atLeast });

/**
 * Writes down what readers are told of each published wave's panel and the one before, as long as both rolls are
 * there to be counted. Called whenever a wave is published, comes or goes, and before a roll is deleted.
 */
export async function settleContinuity(tx: Tx, studyId: string): Promise<void> {
  const found = await seriesOf(tx, studyId);
  if (found) await settleSeries(tx, found.id);
}

export async function settleSeries(tx: Tx, seriesId: string): Promise<void> {
  await lockSeries(tx, seriesId);
  const shown = (await wavesOf(tx, seriesId)).filter(({ published, removed }) => published && !removed);
  for (const [at, later] of shown.entries()) {
    const earlier = shown[at - 1];
    if (!earlier) continue;
    const counted = await continuityBetween(tx, earlier, later);
    if (!counted) continue;
    await tx
      .update(wave)
      .set({ againstId: earlier.studyId, ...counted })
      .where(eq(wave.studyId, later.studyId));
  }
}
