import type { RawFigure } from "./analysis";
import type { ShownFigure } from "./figure";
import type { Item, Part } from "./item";
import {
  type MedianInterval,
  medianIntervalOf,
  type OtherVerdict,
  otherDefinitions,
} from "./other-definitions";
import { type Outcome, outcomeOf } from "./outcome";
import type { Protocol } from "./protocol";
import type { Reading } from "./reading";
import { isChosenScale, type Scale } from "./scale";
import { type Shape, shapeOf } from "./shape";
import { type StratumSides, stratumSides } from "./sides";
import { readVerdict } from "./verdict-reading";
import { type Warning, warningsOf } from "./warnings";

/** What stands behind a row: the distribution, and how sure its figures are. */
export type Detail = Pick<ShownFigure, "round" | "item" | "part" | "stratum"> &
  Pick<ShownFigure, "counts" | "iqr" | "topPercent" | "bottomPercent" | "interval" | "mark"> & {
    readonly medianInterval: MedianInterval;
  };

/** What the whole panel said about a part, in words, and what it would be called elsewhere. */
export type Finding = Pick<ShownFigure, "round" | "item" | "part"> & {
  readonly says: Reading;
  readonly outcome: Outcome;
  /** Null where there is consensus, or the scale has no ends. */
  readonly shape: Shape | null;
  readonly otherDefinitions: readonly OtherVerdict[];
  readonly sides: readonly StratumSides[];
  readonly warnings: readonly Warning[];
};

export const detailOf = (figure: RawFigure, scale: Scale, work: Work): Detail => ({
  round: figure.round,
  item: figure.item,
  part: figure.part,
  stratum: figure.stratum,
  counts: figure.counts,
  iqr: figure.iqr,
  topPercent: figure.topPercent,
  bottomPercent: figure.bottomPercent,
  interval: figure.interval,
  mark: figure.mark,
  medianInterval: work.medianInterval(scale, figure.counts),
});

export function findingOf(
  protocol: Protocol,
  item: Item,
  part: Part,
  figure: RawFigure,
  strata: readonly RawFigure[],
  work: Work,
): Finding {
  const { round, counts } = figure;
  const agreed = figure.consensus?.met === true;
  return {
    round,
    item: item.id,
    part: part.id,
    says: readVerdict(spoken(item, part), part, figure),
    outcome: outcomeOf(part, figure),
    shape:
      agreed || part.scale.kind !== "ordinal" || isChosenScale(part.scale) || counts === null
        ? null
        : shapeOf(part.scale, counts),
    otherDefinitions: work.otherDefinitions(protocol, item, part.scale, counts),
    sides: stratumSides(part, strata),
    warnings: warningsOf(part, figure),
  };
}

/** Points that are numbers and no words are chosen, not found: “4” or “5” instead of "find this 4". */
const spoken = (item: Item, { scale }: Part): Item =>
  scale.kind === "ordinal" && scale.points.every(({ value, label }) => label === String(value))
    ? { ...item, kind: item.kind === "option" ? "stance" : item.kind }
    : item;

export type Work = ReturnType<typeof rememberedWork>;

/** Where items are many and experts few, most distributions come again: each is worked out once. */
export function rememberedWork() {
  const intervals = new Map<string, MedianInterval>();
  const verdicts = new Map<string, readonly OtherVerdict[]>();
  const names = new Map<Scale, string>();
  const keyOf = (scale: Scale, counts: readonly number[] | null): string => {
    const name = names.get(scale) ?? JSON.stringify(scale);
    names.set(scale, name);
    return `${name} ${counts?.join()}`;
  };
  return {
    medianInterval: (scale: Scale, counts: readonly number[] | null): MedianInterval =>
      once(intervals, keyOf(scale, counts), () => medianIntervalOf(scale, counts)),
    otherDefinitions: ({ rules }: Protocol, { kind }: Item, scale: Scale, counts: readonly number[] | null) =>
      once(verdicts, `${kind} ${keyOf(scale, counts)}`, () =>
        otherDefinitions(scale, counts, rules[kind]?.consensus ?? null),
      ),
  };
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
