import { type Figure, figureOf } from "./figure";
import type { Item } from "./item";
import { ratedParts } from "./rated-parts";

/** How often each option of a ranking had each rank, in the order of the options; null unless all of it is told. */
export function rankCountsOf(
  item: Item,
  figures: readonly Figure[],
  stratum: string | null = null,
): readonly (readonly number[])[] | null {
  const counts = ratedParts(item).map((part) => {
    const figure = figureOf(figures, item.id, part.id, stratum);
    return figure?.withheld === null ? figure.counts : null;
  });
  return counts.some((one) => one === null) ? null : counts.map((one) => one!);
}
