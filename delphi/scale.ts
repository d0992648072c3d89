import { z } from "zod";
import { quantityText } from "./quantity";

/** A labelled point of an ordinal scale; a larger value means more of what is asked. */
export const ScalePoint = z.strictObject({ value: z.int(), label: z.string().min(1).max(120) });
export type ScalePoint = z.infer<typeof ScalePoint>;

export const OrdinalScale = z
  .strictObject({ kind: z.literal("ordinal"), points: z.array(ScalePoint).min(2).max(11) })
  .refine(
    ({ points }) => points.every((point, at) => at === 0 || point.value === points[at - 1]!.value + 1),
    {
      message: "The points of a scale must go up by one.",
    },
  );

/** The whole numbers from one to another, each its own label. */
export const wholeNumbers = (from: number, to: number): OrdinalScale => ({
  kind: "ordinal",
  points: Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => ({
    value: from + at,
    label: String(from + at),
  })),
});

/** Of an option that can be chosen: whether it was. */
export const CHOSEN_SCALE: OrdinalScale = {
  kind: "ordinal",
  points: [
    { value: 0, label: "not chosen" },
    { value: 1, label: "chosen" },
  ],
};

/** Percent, asked on the grid 0, 5, …, 100 so that a single answer cannot be recognised by its digits. */
export const ProbabilityScale = z.strictObject({ kind: z.literal("probability") });

/** Of an option that is put in order with others: its rank, 1 for what comes first. Here less is more. */
export const RankScale = z.strictObject({
  kind: z.literal("rank"),
  of: z.int().min(2, "There is no order without two options.").max(20),
});

/** Points that are given out over all options of an item, on a grid so that nobody is known by an odd number. */
export const PointsScale = z
  .strictObject({ kind: z.literal("points"), total: z.int().min(10).max(1000), step: z.int().min(1) })
  .refine(({ total, step }) => total % step === 0 && total / step >= 2 && total / step <= 100, {
    message: "The total must be 2 to 100 times the step.",
  });

export const TextScale = z.strictObject({
  kind: z.literal("text"),
  maxLength: z.int().min(50).max(10_000),
});

const FEW = "This must be a whole number from 0 to 4.";
const digits = z.number({ error: "Write it with digits, like 1200 or 12.5." }).nullable();
const day = z.int({ error: "Write it like 2031-05-14." }).nullable();
const inOrder = ({ min, max }: { min: number | null; max: number | null }): boolean =>
  min === null || max === null || min < max;
const IN_ORDER = { message: "The lowest possible value must lie below the highest.", path: ["min"] };

/** Any number with at most so many decimals, between the lowest and the highest that is possible, where there is one. */
export const NumberScale = z
  .strictObject({
    kind: z.literal("number"),
    unit: z.string().trim().max(40),
    decimals: z.int({ error: FEW }).min(0, FEW).max(4, FEW),
    min: digits,
    max: digits,
  })
  .refine(inOrder, IN_ORDER);

/** A day, as the number of days since 1 January 1970. */
export const DateScale = z
  .strictObject({ kind: z.literal("date"), min: day, max: day })
  .refine(inOrder, IN_ORDER);

export const Scale = z.discriminatedUnion("kind", [
  OrdinalScale,
  ProbabilityScale,
  NumberScale,
  DateScale,
  RankScale,
  PointsScale,
  TextScale,
]);
export type Scale = z.infer<typeof Scale>;
export type QuantityScale = z.infer<typeof NumberScale> | z.infer<typeof DateScale>;
export type OrdinalScale = z.infer<typeof OrdinalScale>;
export type PointsScale = z.infer<typeof PointsScale>;

const PROBABILITY_STEP = 5;

/** Whether this is the scale of an option that was chosen or not: how many chose it is all there is to say. */
export const isChosenScale = (scale: Scale): boolean =>
  scale.kind === "ordinal" && scale.points.length === 2 && scale.points[0]!.value === 0;

/** Whether less is more: the first rank is the best. */
export const isRank = (scale: Scale): boolean => scale.kind === "rank";

/** Whether the answers at each point are told: on a fine grid a single answer could be known by its value. */
export const isCounted = (scale: Scale): boolean => scale.kind === "ordinal" || scale.kind === "rank";

/** Whether answers are numbers or days that nobody could list one by one. */
export const isQuantity = (scale: Scale): scale is QuantityScale =>
  scale.kind === "number" || scale.kind === "date";

/** The values an answer can take, ascending; none for texts, and for quantities, which have too many. */
export function scaleValues(scale: Scale): readonly number[] {
  if (scale.kind === "ordinal") return scale.points.map((point) => point.value);
  if (scale.kind === "probability")
    return Array.from({ length: 100 / PROBABILITY_STEP + 1 }, (_, i) => i * PROBABILITY_STEP);
  if (scale.kind === "rank") return Array.from({ length: scale.of }, (_, i) => i + 1);
  if (scale.kind === "points")
    return Array.from({ length: scale.total / scale.step + 1 }, (_, i) => i * scale.step);
  return [];
}

/** The bounds that the measures of delphi/statistics take, or null for texts and quantities. */
export function scaleBounds(scale: Scale): { readonly min: number; readonly max: number } | null {
  const values = scaleValues(scale);
  return values.length === 0 ? null : { min: values[0]!, max: values.at(-1)! };
}

/** The label of a point in words: "desirable", "35%", "12.5 GW". */
export function pointLabel(scale: Scale, value: number): string {
  if (isQuantity(scale)) return quantityText(scale, value);
  if (scale.kind === "ordinal")
    return scale.points.find((point) => point.value === value)?.label ?? String(value);
  return scale.kind === "probability" ? `${value}%` : String(value);
}

/**
 * Where the top and the bottom of an ordinal scale begin: thirds on 9 points (RAND/UCLA, COMET), two points
 * on 4 to 8, one below that.
 */
export function endsOf(scale: OrdinalScale): { readonly topFrom: number; readonly bottomTo: number } {
  const values = scaleValues(scale);
  const width = values.length >= 9 ? 3 : values.length >= 4 ? 2 : 1;
  return { topFrom: values.at(-width)!, bottomTo: values[width - 1]! };
}
