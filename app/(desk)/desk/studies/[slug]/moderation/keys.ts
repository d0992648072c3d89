/** What a key asks for while a text has the focus. */
export type KeyAct =
  | "next"
  | "previous"
  | "next-waiting"
  | "release"
  | "edit"
  | "hold-back"
  | "choose"
  | "merge"
  | "theme"
  | "show-first"
  | "undo"
  | "keys";

/** The keys in the order in which they are listed; the first of each is the one that is told. */
export const KEYS: readonly (readonly [KeyAct, readonly string[]])[] = [
  ["next", ["j", "ArrowDown"]],
  ["previous", ["k", "ArrowUp"]],
  ["next-waiting", ["n"]],
  ["release", ["r"]],
  ["edit", ["e"]],
  ["hold-back", ["h"]],
  ["choose", ["m"]],
  ["merge", ["M"]],
  ["theme", ["t"]],
  ["show-first", ["f"]],
  ["undo", ["u"]],
  ["keys", ["?"]],
];

/** How a key reads on the page. */
export const keyName = (act: KeyAct): string => {
  const key = KEYS.find(([one]) => one === act)![1][0]!;
  return key === "M" ? "⇧M" : key;
};

/** Keys count only where nothing is typed and the browser's own shortcuts are not meant. */
export function actOf(event: {
  key: string;
  target: EventTarget;
  currentTarget: EventTarget;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): KeyAct | null {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement)) return null;
  if (target.closest("input, textarea, select, dialog, [data-pane]")) return null;
  // Arrows scroll a page everywhere but on a text itself.
  if (key.startsWith("Arrow") && target.dataset.text === undefined) return null;
  return KEYS.find(([, keys]) => keys.includes(key))?.[0] ?? null;
}
