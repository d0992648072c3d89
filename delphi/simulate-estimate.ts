import { type Answer, placeOf } from "./answer";
import { quantityOf } from "./estimate";
import { BEST, CONFIDENCE, HIGH, LOW } from "./estimate-part";
import type { Item } from "./item";
import type { QuantityScale } from "./scale";
import { heldWithin } from "./statistics/estimate";

type Values = ReadonlyMap<string, number | null>;

/** Where simulated answers lie if the design names no bounds: a hundred steps, or ten years from 2027 on. */
const WIDE: Readonly<Record<QuantityScale["kind"], { from: number; width: number }>> = {
  number: { from: 0, width: 100 },
  date: { from: 20_820, width: 3652 },
};

/** A simulated expert's estimate, from where they stand on each part (0 to 1). */
export function firstEstimate(item: Item, shares: readonly number[]): readonly Answer[] {
  const share = (part: string) => shares[item.parts.findIndex(({ id }) => id === part)] ?? 0.5;
  const scale = quantityOf(item);
  const { from, width } = rangeOf(scale);
  const best = from + share(BEST) * width;
  return written(item, {
    best,
    low: best - (0.03 + 0.12 * share(LOW)) * width,
    high: best + (0.03 + 0.12 * share(HIGH)) * width,
    confidence: 60 + 5 * Math.round(6 * share(CONFIDENCE)),
  });
}

/** The earlier estimate, or where it `moves` one whose best comes halfway towards the panel's, with its interval. */
export function nextEstimate(item: Item, last: Values, medians: Values, moves: boolean): readonly Answer[] {
  const at = (values: Values, part: string) => values.get(placeOf({ item: item.id, part })) ?? null;
  const [low, high, best, confidence] = [LOW, HIGH, BEST, CONFIDENCE].map((part) => at(last, part)) as [
    number,
    number,
    number,
    number,
  ];
  const middle = at(medians, BEST) ?? best;
  const by = moves ? (middle - best) / 2 : 0;
  return written(item, { low: low + by, high: high + by, best: best + by, confidence });
}

function rangeOf({ kind, min, max }: QuantityScale): { from: number; width: number } {
  const wide = WIDE[kind];
  if (min !== null && max !== null) return { from: min, width: max - min };
  if (min !== null) return { from: min, width: Math.max(wide.width, Math.abs(min)) };
  return max === null ? wide : { from: max - wide.width, width: wide.width };
}

type Estimated = Readonly<Record<"low" | "high" | "best" | "confidence", number>>;

/** As it was asked: on the scale, with no more decimals than it takes. */
function written(item: Item, values: Estimated): readonly Answer[] {
  const scale = quantityOf(item);
  const bounds = { min: scale.min, max: scale.max };
  const decimals = scale.kind === "date" ? 0 : scale.decimals;
  const asked = (value: number): number => Number(heldWithin(value, bounds).toFixed(decimals));
  const fitted: Estimated = {
    low: asked(values.low),
    high: asked(values.high),
    best: asked(values.best),
    confidence: values.confidence,
  };
  return item.parts.map(({ id }) => ({
    item: item.id,
    part: id,
    value: fitted[id as keyof Estimated],
    abstained: false,
  }));
}
