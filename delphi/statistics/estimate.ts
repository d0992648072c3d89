import { z } from "zod";

/** An expert's lowest plausible value, best guess and highest plausible value. */
export type Estimate = { readonly lower: number; readonly best: number; readonly upper: number };

export const estimateFields = { lower: z.number(), best: z.number(), upper: z.number() };

/** For `.check()`: lower ≤ best ≤ upper. */
export function inOrder({
  value,
  issues,
}: {
  value: Estimate;
  issues: { push(issue: object): unknown };
}): void {
  const { lower, best, upper } = value;
  const blame = (field: keyof Estimate, message: string) =>
    issues.push({ code: "custom", input: value, path: [field], message });
  if (best < lower) blame("best", `The best guess must not lie below the lower end: ${best} and ${lower}.`);
  else if (upper < best)
    blame("upper", `The upper end must not lie below the best guess: ${upper} and ${best}.`);
}

export const Estimates = z
  .array(z.strictObject(estimateFields).check(inOrder).nullable())
  .readonly()
  .describe("for each expert {lower, best, upper} with lower ≤ best ≤ upper, or null for no answer");

export const Bounds = z
  .strictObject({ min: z.number().nullable().optional(), max: z.number().nullable().optional() })
  .check(({ value, issues }) => {
    const { min, max } = value;
    if (typeof min !== "number" || typeof max !== "number" || min < max) return;
    const message = `The lower bound must lie below the upper bound: ${min} and ${max}.`;
    issues.push({ code: "custom", input: value, path: ["max"], message });
  })
  .describe("{min, max}: the values that are possible at all; either may be null or left out");
export type Bounds = z.infer<typeof Bounds>;

export function heldWithin(value: number, bounds: Bounds = {}): number {
  return Math.min(
    bounds.max ?? Number.POSITIVE_INFINITY,
    Math.max(bounds.min ?? Number.NEGATIVE_INFINITY, value),
  );
}

/** The first estimate that reaches beyond the bounds, as a place under `name`. */
export function beyondBounds(name: string, estimates: readonly (Estimate | null)[], bounds: Bounds = {}) {
  for (const [expert, estimate] of estimates.entries())
    for (const field of ["lower", "best", "upper"] as const) {
      const value = estimate?.[field];
      if (value === undefined || heldWithin(value, bounds) === value) continue;
      const message = `${name}.${expert}.${field} lies outside the bounds: ${value}.`;
      return { path: [name, expert, field], message };
    }
  return null;
}
