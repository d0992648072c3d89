import { asc, eq, sql } from "drizzle-orm";
import { StudyContent } from "@/delphi/study";
import { isPublic } from "./access/reader";
import type { Tx } from "./run";
import { series, wave } from "./schema/series";
import { study } from "./schema/study";

/** A study as a wave of its series. */
export type WaveRow = {
  readonly studyId: string;
  readonly slug: string;
  readonly title: string;
  readonly simulated: boolean;
  /** Its roll is deleted. */
  readonly severed: boolean;
  /** Everybody may read its latest edition. */
  readonly published: boolean;
  /** When its first round opened; null before. */
  readonly openedAt: Date | null;
  /** What was counted of its panel, and against which wave; null where nothing was. */
  readonly counted: {
    readonly againstId: string | null;
    readonly people: number;
    readonly same: number;
    readonly atLeast: boolean;
  } | null;
  /** Set where it was taken out after it was published. */
  readonly removed: { readonly on: string; readonly reason: string } | null;
};

/** The waves of a series in the order in which their first rounds opened; those still to open come last. */
export async function wavesOf(tx: Tx, seriesId: string): Promise<readonly WaveRow[]> {
  const openedAt = sql<string | null>`(select min(opened_at) from round where round.study_id = ${study.id})`;
  const rows = await tx
    .select({
      studyId: study.id,
      slug: study.slug,
      content: study.content,
      simulated: study.simulated,
      severed: sql<boolean>`${study.severedAt} is not null`,
      published: sql<boolean>`coalesce(${isPublic}, false)
        and exists (select 1 from edition where edition.study_id = ${study.id})`,
      openedAt,
      againstId: wave.againstId,
      people: wave.people,
      same: wave.same,
      atLeast: wave.atLeast,
      removedOn: wave.removedOn,
      removedReason: wave.removedReason,
    })
    .from(wave)
    .innerJoin(study, eq(study.id, wave.studyId))
    .where(eq(wave.seriesId, seriesId))
    .orderBy(sql`${openedAt} nulls last`, asc(study.createdAt), asc(study.slug));
  return rows.map(({ content, people, same, againstId, atLeast, removedOn, removedReason, ...row }) => ({
    ...row,
    title: StudyContent.parse(content).title,
    openedAt: row.openedAt === null ? null : new Date(row.openedAt),
    counted: people === null || same === null ? null : { againstId, people, same, atLeast },
    removed: removedOn === null ? null : { on: removedOn, reason: removedReason ?? "" },
  }));
}

/** The series that a study is or was a wave of. */
export async function seriesOf(tx: Tx, studyId: string) {
  const [row] = await tx
    .select({
      id: series.id,
      slug: series.slug,
      name: series.name,
      panelShare: series.panelShare,
      declaredAt: series.declaredAt,
      removed: sql<boolean>`${wave.removedOn} is not null`,
    })
    .from(wave)
    .innerJoin(series, eq(series.id, wave.seriesId))
    .where(eq(wave.studyId, studyId));
  return row ?? null;
}

/** Holds a series until the transaction ends: what changes its waves follows one after the other. */
export async function lockSeries(tx: Tx, seriesId: string): Promise<void> {
  await tx.select({ id: series.id }).from(series).where(eq(series.id, seriesId)).for("update");
}

/** Whether a study asks again what an earlier wave of its series asked: its people are told so. */
export async function followsAWave(tx: Tx, studyId: string): Promise<boolean> {
  const own = await seriesOf(tx, studyId);
  if (!own || own.removed) return false;
  const waves = (await wavesOf(tx, own.id)).filter(({ removed }) => !removed);
  return waves[0]?.studyId !== studyId;
}
