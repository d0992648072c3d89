import { freeSlug } from "@/delphi/free-slug";
import type { Item } from "@/delphi/item";
import { partsFor } from "@/delphi/usual-parts";

type Pasted = { readonly title: string; readonly text: string };

/** Reads pasted lines: a title, and after a bar or a tab a line about it. Empty lines are nothing. */
export const pastedOptions = (text: string): readonly Pasted[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split(/\s*[|\t]\s*/, 2))
    .map(([title, about]) => ({ title: (title ?? "").trim(), text: (about ?? "").trim() }))
    .filter(({ title }) => title !== "");

/** The items with those options behind them; a title that is there already is not added again. */
export function withPasted(items: readonly Item[], pasted: readonly Pasted[]): readonly Item[] {
  const parts = partsFor("option", items);
  const all = [...items];
  for (const { title, text } of pasted) {
    if (all.some((item) => item.kind === "option" && item.title === title)) continue;
    const id = freeSlug(
      title,
      all.map((one) => one.id),
    );
    all.push({ id, kind: "option", title, text, parts: [...parts], sources: [] });
  }
  return all;
}
