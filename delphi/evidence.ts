import type { Evidence } from "./rule";
import { type Scale, scaleBounds, scaleValues } from "./scale";

type Ratings = readonly (number | null)[];

/** How many answers fell on each point of the scale, in order. */
export const countsOf = (scale: Scale, ratings: Ratings): number[] =>
  scaleValues(scale).map((value) => ratings.filter((rating) => rating === value).length);

/** The answers behind a distribution, ascending: all that a rule about one round needs. */
export const ratingsOf = (scale: Scale, counts: readonly number[]): number[] =>
  scaleValues(scale).flatMap((value, at) => Array.from({ length: counts[at] ?? 0 }, () => value));

/** What measures can be asked about the answers of one round. */
export function evidenceOf(scale: Scale, ratings: Ratings): Evidence {
  const bounds = scaleBounds(scale);
  return {
    ratings,
    counts: countsOf(scale, ratings),
    points: scaleValues(scale),
    ...(bounds && { scale: bounds }),
  };
}

/** The same for a published distribution. */
export const evidenceOfCounts = (scale: Scale, counts: readonly number[]): Evidence =>
  evidenceOf(scale, ratingsOf(scale, counts));

/** What measures can be asked about two rounds: the same expert at the same place. */
export function pairedEvidence(scale: Scale, earlier: Ratings, later: Ratings): Evidence {
  const places = new Map(scaleValues(scale).map((value, at) => [value, at]));
  const table = [...places].map(() => [...places].map(() => 0));
  earlier.forEach((before, at) => {
    const [row, column] = [before, later[at] ?? null].map((one) =>
      one === null ? undefined : places.get(one),
    );
    if (row !== undefined && column !== undefined) table[row]![column]! += 1;
  });
  return {
    ...evidenceOf(scale, later),
    earlier,
    later,
    table,
    earlierCounts: countsOf(scale, earlier),
    laterCounts: countsOf(scale, later),
  };
}
