import { z } from "zod";
import type { Wave } from "@/delphi/wave";
import { readableSeries, readableStudy } from "../access/reader";
import { readEdition } from "../edition-text";
import { query, type Tx } from "../run";
import { seriesOf, type WaveRow, wavesOf } from "../waves";

/** A wave that was taken out after it was published: its place, with the day and the reason. */
export type RemovedWave = {
  readonly slug: string;
  readonly title: string;
  readonly on: string;
  readonly reason: string;
};

/** A series as everybody may read it, from the latest editions of its waves alone. */
export type Series = {
  readonly slug: string;
  readonly name: string;
  /** From how many percent of the same people on lines go on from wave to wave. */
  readonly panelShare: number;
  readonly declaredAt: Date;
  /** Whether it was declared before a second published wave began. */
  readonly declaredBeforehand: boolean;
  /** In the order of their first rounds. */
  readonly waves: readonly Wave[];
  readonly removed: readonly RemovedWave[];
};

export const series = query({
  input: z.strictObject({ series: z.string() }),
  access: readableSeries,
  run: async (tx, { seriesId, slug, name, panelShare, declaredAt }): Promise<Series> => {
    const rows = (await wavesOf(tx, seriesId)).filter(({ published }) => published);
    const shown = rows.filter(({ removed }) => !removed);
    const second = shown[1]?.openedAt ?? null;
    const waves: Wave[] = [];
    for (const [at, row] of shown.entries()) waves.push(await readWave(tx, row, at + 1, shown[at - 1]));
    return {
      slug,
      name,
      panelShare,
      declaredAt,
      declaredBeforehand: second === null || declaredAt < second,
      waves,
      removed: rows.flatMap(({ slug, title, removed }) => (removed ? [{ slug, title, ...removed }] : [])),
    };
  },
});

/** What was counted against another wave than the one shown before says nothing here. */
async function readWave(
  tx: Tx,
  { studyId, counted }: WaveRow,
  number: number,
  before: WaveRow | undefined,
): Promise<Wave> {
  const { edition, digest } = (await readEdition(tx, studyId))!;
  if (!before || counted?.againstId !== before.studyId) return { number, edition, digest, continuity: null };
  const { people, same, atLeast } = counted;
  return { number, edition, digest, continuity: { people, same, atLeast } };
}

/** Where a published study stands in its series: "wave 2 of 3". */
export type WaveOf = {
  readonly series: string;
  readonly name: string;
  readonly number: number;
  readonly of: number;
};

/** Null where the study is in no series, or readers see no wave of it there. */
export const waveOf = query({
  input: z.strictObject({ study: z.string() }),
  access: readableStudy,
  run: async (tx, { studyId }): Promise<WaveOf | null> => {
    const own = await seriesOf(tx, studyId);
    if (!own) return null;
    const shown = (await wavesOf(tx, own.id)).filter(({ published, removed }) => published && !removed);
    const at = shown.findIndex((one) => one.studyId === studyId);
    return at < 0 ? null : { series: own.slug, name: own.name, number: at + 1, of: shown.length };
  },
});
