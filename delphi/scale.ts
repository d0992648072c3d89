import { z } from "zod";

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

export const TextScale = z.strictObject({
  kind: z.literal("text"),
  maxLength: z.int().min(50).max(10_000),
});

export const Scale = z.discriminatedUnion("kind", [OrdinalScale, ProbabilityScale, TextScale]);
export type Scale = z.infer<typeof Scale>;
export type OrdinalScale = z.infer<typeof OrdinalScale>;

export const PROBABILITY_STEP = 5;

/** Whether this is the scale of an option that was chosen or not: how many chose it is all there is to say. */
export const isChosenScale = (scale: Scale): boolean =>
  scale.kind === "ordinal" && scale.points.length === 2 && scale.points[0]!.value === 0;

/** The values an answer can take, ascending; none for texts. */
export function scaleValues(scale: Scale): readonly number[] {
  if (scale.kind === "ordinal") return scale.points.map((point) => point.value);
  if (scale.kind === "probability")
    return Array.from({ length: 100 / PROBABILITY_STEP + 1 }, (_, i) => i * PROBABILITY_STEP);
  return [];
}

/** The bounds that the measures of delphi/statistics take, or null for texts. */
export function scaleBounds(scale: Scale): { readonly min: number; readonly max: number } | null {
  const values = scaleValues(scale);
  return values.length === 0 ? null : { min: values[0]!, max: values.at(-1)! };
}

/** The label of a point in words: "desirable", "35%". */
export function pointLabel(scale: Scale, value: number): string {
  if (scale.kind === "ordinal")
    return scale.points.find((point) => point.value === value)?.label ?? String(value);
  return `${value}%`;
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
