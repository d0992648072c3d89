import { asc, sql } from "drizzle-orm";
import { z } from "zod";
import { anyone } from "../access/anyone";
import { query } from "../run";
import { series } from "../schema/series";
import { wavesOf } from "../waves";

/** A series as a list shows it. */
export type SeriesEntry = { readonly slug: string; readonly name: string; readonly waves: number };

/** Every series of which readers find at least one wave, by name. */
export const seriesList = query({
  input: z.strictObject({}),
  access: anyone,
  run: async (tx): Promise<readonly SeriesEntry[]> => {
    const rows = await tx
      .select({ id: series.id, slug: series.slug, name: series.name })
      .from(series)
      .orderBy(sql`lower(${series.name})`, asc(series.slug));
    const found: SeriesEntry[] = [];
    for (const { id, slug, name } of rows) {
      const waves = (await wavesOf(tx, id)).filter(({ published, removed }) => published && !removed).length;
      if (waves > 0) found.push({ slug, name, waves });
    }
    return found;
  },
});
