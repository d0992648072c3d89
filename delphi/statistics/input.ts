import { z } from "zod";
import { sum } from "./sum";

/** What measures take, described once. The last index is always the expert; null is no answer. */

export const Ratings = z
  .array(z.number().nullable())
  .readonly()
  .describe("one number for each expert, null for no answer");

export const Matrix = z
  .array(Ratings)
  .min(1)
  .readonly()
  .check(({ value, issues }) => {
    const width = value[0]?.length ?? 0;
    const row = value.findIndex((ratings) => ratings.length !== width);
    if (row < 0) return;
    const message = `Every row must be as long as the first: ${width} entries, not ${value[row]!.length}.`;
    issues.push({ code: "custom", input: value[row], path: [row], message });
  })
  .describe("one row for each item, in it one number for each expert, null for no answer; rows equally long");

export const Probabilities = z
  .array(z.number().min(0).max(1).nullable())
  .readonly()
  .describe("one probability from 0 to 1 for each expert, null for no answer");

export const ScaleRange = z
  .strictObject({ min: z.int(), max: z.int() })
  .check(({ value, issues }) => {
    const points = value.max - value.min;
    if (points >= 1 && points <= 100) return;
    const message = `The scale must run over 1 to 100 steps from min to max, not ${points}.`;
    issues.push({ code: "custom", input: value.max, path: ["max"], message });
  })
  .describe("first and last point of the scale, whole numbers, 1 to 100 steps apart");
export type ScaleRange = z.infer<typeof ScaleRange>;

export const Counts = z
  .array(z.number().min(0))
  .min(2)
  .readonly()
  .refine((counts) => Number.isFinite(sum(counts)), {
    message: "The counts add up to more than a number can hold.",
  })
  .describe(
    "how many answers fell on each point of the scale in order, 0 for unused points; weights allowed",
  );

export const WholeCounts = z
  .array(z.int().min(0))
  .min(2)
  .readonly()
  .describe("how many answers fell on each point of the scale in order, whole numbers, 0 for unused points");

const Table = z
  .array(z.array(z.int().min(0)).readonly())
  .min(2)
  .readonly();

export const CrossTable = Table.check(({ value, issues }) => {
  const row = value.findIndex((counts) => counts.length !== value.length);
  if (row < 0) return;
  const message = `The table must have as many columns as rows: ${value.length}, not ${value[row]!.length}.`;
  issues.push({ code: "custom", input: value[row], path: [row], message });
}).describe(
  "how many experts gave each pair of answers: rows are the points in the earlier round, columns in the later, every point of the scale in order",
);

export const GroupTable = Table.check(({ value, issues }) => {
  const width = value[0]?.length ?? 0;
  const row = value.findIndex((counts) => counts.length !== width || counts.length < 2);
  if (row < 0) return;
  const message =
    width < 2
      ? `The table must have at least 2 columns, not ${width}.`
      : `Every row must be as long as the first: ${width} entries, not ${value[row]!.length}.`;
  issues.push({ code: "custom", input: value[row], path: [row], message });
}).describe("how many experts are in each cell: rows are groups, columns are outcomes, at least 2 of each");

export const QuantileTypeChoice = z
  .literal([7, 6, 2])
  .default(7)
  .describe(
    "how quantiles are computed (Hyndman & Fan 1996): 7 as R and Excel, 6 as SPSS, 2 as SAS and Stata",
  );

type Place = { readonly path: readonly (string | number)[]; readonly message: string };

/** For `.check()`: reports the first place that `find` names. */
export function firstProblem<T>(find: (input: T) => Place | null) {
  return ({ value, issues }: { value: T; issues: { push(issue: object): unknown } }): void => {
    const place = find(value);
    if (place) issues.push({ code: "custom", input: value, path: [...place.path], message: place.message });
  };
}

/** The first rating that is not a whole number within the scale. */
export function ratingOffScale(
  { ratings, scale }: { readonly ratings: readonly (number | null)[]; readonly scale: ScaleRange },
  name = "ratings",
): Place | null {
  const at = ratings.findIndex(
    (x) => x !== null && !(Number.isInteger(x) && x >= scale.min && x <= scale.max),
  );
  if (at < 0) return null;
  const message = `${name}.${at} must be a whole number from ${scale.min} to ${scale.max}, not ${ratings[at]}.`;
  return { path: [name, at], message };
}

/** Two lists whose places belong together must be equally long; the second is blamed. */
export function lengthsApart<A extends string, B extends string>(first: A, second: B) {
  return (input: Readonly<Record<A | B, readonly unknown[]>>): Place | null => {
    const [a, b] = [input[first].length, input[second].length];
    if (a === b) return null;
    return { path: [second], message: `${first} and ${second} must have the same length: ${a} and ${b}.` };
  };
}

/** topFrom and bottomTo are points of the scale, and the bottom ends before the top begins. */
export function endsOffScale(input: {
  readonly scale: ScaleRange;
  readonly topFrom: number;
  readonly bottomTo: number;
}): Place | null {
  const { scale, topFrom, bottomTo } = input;
  for (const name of ["topFrom", "bottomTo"] as const)
    if (input[name] < scale.min || input[name] > scale.max)
      return {
        path: [name],
        message: `${name} must be a point of the scale ${scale.min} to ${scale.max}, not ${input[name]}.`,
      };
  if (bottomTo < topFrom) return null;
  return { path: ["bottomTo"], message: `bottomTo must be below topFrom: ${bottomTo} and ${topFrom}.` };
}
