import { type Figure, figureOf } from "./figure";
import { type Item, isAnsweredAsOne, ratedParts } from "./item";
import { endsOf } from "./scale";

export type Side = "lower" | "middle" | "higher";

/**
 * On which side of the scale an answer to an item stands, by the item's first rated part (desirability before
 * feasibility). Null where that part has no answer. `answerAt` takes a place (item/part).
 */
export function sideOf(item: Item, answerAt: (place: string) => number | null | undefined): Side | null {
  // An answer in several parts has no side.
  if (isAnsweredAsOne(item)) return null;
  const part = ratedParts(item)[0];
  const value = part && answerAt(`${item.id}/${part.id}`);
  if (part === undefined || value === null || value === undefined) return null;
  if (part.scale.kind === "probability") return value < 50 ? "lower" : value > 50 ? "higher" : "middle";
  if (part.scale.kind !== "ordinal") return null;
  const { topFrom, bottomTo } = endsOf(part.scale);
  return value >= topFrom ? "higher" : value <= bottomTo ? "lower" : "middle";
}

/** Whether it may be told on which sides the authors of reasons stood: below k, the sides would be the distribution. */
export function sidesMayShow(item: Item, shown: readonly Figure[]): boolean {
  const part = ratedParts(item)[0];
  return part !== undefined && figureOf(shown, item.id, part.id)?.withheld === null;
}
