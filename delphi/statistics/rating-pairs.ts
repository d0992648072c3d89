import { z } from "zod";
import { firstProblem, lengthsApart, Ratings } from "./input";

/** Two rounds of one item: the same expert at the same place. */
export const TwoRounds = {
  earlier: Ratings.describe("the earlier round: one number for each expert, null for no answer"),
  later: Ratings.describe("the later round: the same experts at the same places"),
};

export const RatingPairs = z.strictObject(TwoRounds).check(firstProblem(lengthsApart("earlier", "later")));
export type RatingPairs = Readonly<Record<"earlier" | "later", readonly (number | null)[]>>;

/** The experts who answered both rounds, as [earlier, later]. */
export function pairsOf({ earlier, later }: RatingPairs): [number, number][] {
  return earlier.flatMap((before, expert): [number, number][] => {
    const after = later[expert];
    return before === null || after === null || after === undefined ? [] : [[before, after]];
  });
}

export function answered(ratings: readonly (number | null)[]): number[] {
  return ratings.filter((rating) => rating !== null);
}
