import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { settleSeries } from "../continuity";
import { command, NotFound, type Tx } from "../run";
import { membership } from "../schema/identity";
import { series, wave } from "../schema/series";
import { lockSeries, seriesOf } from "../waves";

/**
 * Makes a study a wave of a series, or puts one back that was taken out of it. Only for who owns another of its waves:
 * nobody hangs a study of theirs beside somebody else's.
 */
export const joinSeries = command({
  name: "join-series",
  input: z.strictObject({ study: z.string(), series: z.string() }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { series: slug }) => {
    const [found] = await tx.select({ id: series.id }).from(series).where(eq(series.slug, slug));
    if (!found) throw new NotFound();
    const own = await seriesOf(tx, desk.studyId);
    if (own && (own.id !== found.id || !own.removed)) return refused("already-in-series");
    if (!own && !(await ownsOneOf(tx, desk, found.id))) throw new NotFound();
    await lockSeries(tx, found.id);
    await tx
      .insert(wave)
      .values({ studyId: desk.studyId, seriesId: found.id })
      .onConflictDoUpdate({ target: wave.studyId, set: { removedOn: null, removedReason: null } });
    await settleSeries(tx, found.id);
    return done({});
  },
  tells: (_value, input) => input.series,
});

async function ownsOneOf(tx: Tx, { facilitatorId }: Desk, seriesId: string): Promise<boolean> {
  if (facilitatorId === null) return true;
  const owned = await tx
    .select({ studyId: wave.studyId })
    .from(wave)
    .innerJoin(membership, eq(membership.studyId, wave.studyId))
    .where(
      and(
        eq(wave.seriesId, seriesId),
        isNull(wave.removedOn),
        eq(membership.facilitatorId, facilitatorId),
        eq(membership.role, "owner"),
      ),
    )
    .limit(1);
  return owned.length > 0;
}
