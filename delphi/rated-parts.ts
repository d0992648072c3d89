import type { Item, Part } from "./item";

/** Parts with a scale of values; texts have none. */
export const ratedParts = (item: Item): readonly Part[] =>
  item.parts.filter((part) => part.scale.kind !== "text");
