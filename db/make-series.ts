import type { SeriesTerms } from "@/delphi/series";
import type { Tx } from "./run";
import { series, wave } from "./schema/series";

/** Begins a series with a study as its first wave; null where its address is taken. */
export async function makeSeries(
  tx: Tx,
  studyId: string,
  terms: SeriesTerms,
  now: Date,
): Promise<string | null> {
  const [made] = await tx
    .insert(series)
    .values({ ...terms, declaredAt: now })
    .onConflictDoNothing({ target: series.slug })
    .returning({ id: series.id });
  if (!made) return null;
  await tx.insert(wave).values({ studyId, seriesId: made.id });
  return made.id;
}
