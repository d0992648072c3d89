import type { Item } from "./item";
import type { ItemEdit } from "./item-edit";

/** The items in use that an edit is about. */
export function touchedBy(edit: ItemEdit): readonly string[] {
  if (edit.kind === "reword") return [edit.item.id];
  if (edit.kind === "merge") return edit.items;
  return edit.kind === "add" ? [] : [edit.item];
}

/** The items that come into being. */
export function madeBy(edit: ItemEdit): readonly Item[] {
  if (edit.kind === "split") return edit.into;
  if (edit.kind === "merge") return [edit.into];
  return edit.kind === "add" ? [edit.item] : [];
}
