import type { Item } from "@/delphi/item";

/** Where an item's own page is: below the page of the edition that the reader came from. */
export const itemPlace = (base: string, item: Pick<Item, "id">): string => `${base}/items/${item.id}`;
