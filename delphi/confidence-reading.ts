import { rowsOf } from "./confidence";
import { foldedCounts } from "./crossing";
import type { ShownFigure } from "./figure";
import type { Part } from "./item";
import { shortLabel } from "./point-words";
import { type Reading, reading } from "./reading";
import { pointLabel } from "./scale";
import { sum } from "./statistics/sum";

/** One row of twin bars: an answer or a side of its scale, low to high, with both shares in percent. */
export type Twin = {
  readonly key: string;
  readonly label: Reading;
  readonly plain: number;
  readonly weighted: number;
};

/** The shares of the answers, and what they become where sure experts count for more; null where that is not told. */
export function twinsOf({ scale }: Part, { counts, weighted }: ShownFigure): readonly Twin[] | null {
  if (scale.kind !== "ordinal" || !counts || !weighted?.table || !weighted.percents) return null;
  const rows = rowsOf(scale, weighted.table);
  const plain = foldedCounts(counts, scale, rows);
  return rows.flatMap(({ key, from, to }, at) =>
    // A short scale has no middle.
    from > to
      ? []
      : [
          {
            key,
            label:
              key === String(from)
                ? reading("weighted.point", { label: shortLabel(pointLabel(scale, from)) })
                : reading("weighted.side", { side: key }),
            plain: (100 * plain[at]!) / sum(plain),
            weighted: weighted.percents![at]!,
          },
        ],
  );
}

/** From how many percentage points on a share is said to have changed. */
const TO_SPEAK_OF = 5;

const gained = (twin: Twin): number => twin.weighted - twin.plain;

/** Whether counting by confidence changes a share enough to speak of. */
export const shifts = (twins: readonly Twin[]): boolean =>
  twins.some((twin) => Math.abs(gained(twin)) >= TO_SPEAK_OF);

/** "Surer experts say “yes” more often: 48% by confidence, 40% where all count alike", or that it makes no difference. */
export function readWeighted(twins: readonly Twin[]): Reading {
  const [most] = [...twins].sort((one, other) => gained(other) - gained(one));
  if (!most || !shifts(twins))
    return reading("weighted.alike", {
      most: Math.ceil(Math.max(0, ...twins.map((twin) => Math.abs(gained(twin))))),
    });
  return reading("weighted.shift", {
    label: most.label,
    plain: Math.round(most.plain),
    weighted: Math.round(most.weighted),
  });
}

/** Why an answer is not shown weighted by confidence, where the round asked for it. */
export const readNotWeighted = ({ weighted }: ShownFigure): Reading | null =>
  weighted?.held ? reading(`weighted.held.${weighted.held}`) : null;
