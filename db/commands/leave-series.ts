import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { settleSeries } from "../continuity";
import { command, NotFound } from "../run";
import { series, wave } from "../schema/series";
import { lockSeries, seriesOf, wavesOf } from "../waves";

/**
 * Takes a study out of its series. Once readers could see it there, its place stays with the day and a reason: a series
 * that loses a wave without a word could be made to say anything. It can be put back.
 */
export const leaveSeries = command({
  name: "leave-series",
  input: z.strictObject({ study: z.string(), reason: z.string().trim().max(1000).optional() }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { reason }, now) => {
    const own = await seriesOf(tx, desk.studyId);
    if (!own || own.removed) throw new NotFound();
    await lockSeries(tx, own.id);
    const waves = await wavesOf(tx, own.id);
    const isShown = waves.some(({ studyId, published }) => studyId === desk.studyId && published);
    const one = eq(wave.studyId, desk.studyId);
    if (waves.length === 1) await tx.delete(series).where(eq(series.id, own.id));
    else if (!isShown) await tx.delete(wave).where(one);
    else if (!reason) return refused("needs-reason");
    else
      await tx
        .update(wave)
        .set({ removedOn: now.toISOString().slice(0, 10), removedReason: reason })
        .where(one);
    if (waves.length > 1) await settleSeries(tx, own.id);
    return done({});
  },
});
