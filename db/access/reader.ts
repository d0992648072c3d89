import { and, eq, or, sql } from "drizzle-orm";
import type { Actor } from "../actor";
import { NotFound, type Tx } from "../run";
import { series, wave } from "../schema/series";
import { edition, study } from "../schema/study";
import { mint, type Proof } from "./proof";

/** A study that everybody may read about. */
export type Readable = Proof<
  "reader",
  { readonly studyId: string; readonly slug: string; readonly simulated: boolean }
>;

/**
 * What makes a study public: it was announced, or an edition of it was published. A rehearsal that was not
 * announced is its desk's alone, edition or not: it would tell what a study asks before its time.
 */
export const isPublic = or(
  eq(study.announced, true),
  and(
    eq(study.simulated, false),
    sql`exists (select 1 from ${edition} where ${edition.studyId} = ${study.id})`,
  ),
);

/** Anybody, for a study that is public. A draft that was not announced looks like none at all. */
export async function readableStudy(
  tx: Tx,
  _actor: Actor,
  input: { readonly study: string },
): Promise<Readable> {
  const [row] = await tx
    .select({
      studyId: study.id,
      slug: study.slug,
      simulated: study.simulated,
      open: sql<boolean>`${isPublic}`,
    })
    .from(study)
    .where(eq(study.slug, input.study));
  if (!row?.open) throw new NotFound();
  return mint("reader", { studyId: row.studyId, slug: row.slug, simulated: row.simulated });
}

/** A series that everybody may read: a wave of it was published. */
export type ReadableSeries = Proof<
  "series",
  {
    readonly seriesId: string;
    readonly slug: string;
    readonly name: string;
    readonly panelShare: number;
    readonly declaredAt: Date;
  }
>;

/** Anybody, for a series with a published wave. One without looks like none at all. */
export async function readableSeries(
  tx: Tx,
  _actor: Actor,
  input: { readonly series: string },
): Promise<ReadableSeries> {
  const [row] = await tx
    .select()
    .from(series)
    .where(
      and(
        eq(series.slug, input.series),
        sql`exists (select 1 from ${wave} inner join ${study} on ${study.id} = ${wave.studyId}
          where ${wave.seriesId} = ${series.id} and ${isPublic}
          and exists (select 1 from ${edition} where ${edition.studyId} = ${study.id}))`,
      ),
    );
  if (!row) throw new NotFound();
  const { id: seriesId, ...terms } = row;
  return mint("series", { seriesId, ...terms });
}
