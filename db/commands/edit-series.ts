import { eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { PanelShare, SeriesName } from "@/delphi/series";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { series } from "../schema/series";
import { lockSeries, seriesOf, wavesOf } from "../waves";

/**
 * Renames a series, or declares anew how much of the panel must be the same. The share is fixed once a second wave has
 * begun: from then on there is something that it could be chosen to fit.
 */
export const editSeries = command({
  name: "edit-series",
  input: z.strictObject({ study: z.string(), name: SeriesName, panelShare: PanelShare }),
  access: lockedDeskAs("owner"),
  run: async (tx, desk, { name, panelShare }, now) => {
    const own = await seriesOf(tx, desk.studyId);
    if (!own || own.removed) throw new NotFound();
    await lockSeries(tx, own.id);
    const begun = (await wavesOf(tx, own.id)).filter(({ openedAt }) => openedAt !== null);
    const declares = panelShare !== own.panelShare;
    if (declares && begun.length > 1) return refused("share-is-declared", { share: own.panelShare });
    await tx
      .update(series)
      .set({ name, panelShare, ...(declares && { declaredAt: now }) })
      .where(eq(series.id, own.id));
    return done({});
  },
});
