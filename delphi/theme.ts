import { z } from "zod";
import { sum } from "./statistics/sum";

/** A theme that a moderator found in the answers to an open question; `n` is null where so few speak of it that no number is given. */
export const Theme = z.strictObject({ item: z.string(), name: z.string(), n: z.int().nullable() });
export type Theme = z.infer<typeof Theme>;

export const ThemeName = z
  .string()
  .trim()
  .min(1, "A theme needs a name.")
  .max(120, "A name of at most 120 characters is easier to read.");

/** How many answers of one round speak of a theme. */
export type ThemeSize = { readonly name: string; readonly answers: number };

/**
 * The themes of one question as they may be shown. A number stands only with those that at least k experts speak
 * of, and only if the answers in no such theme are none or at least k; otherwise the smallest lose theirs.
 */
export function themesToShow(
  k: number,
  item: string,
  answers: number,
  sizes: readonly ThemeSize[],
): readonly Theme[] {
  const found = sizes
    .filter((theme) => theme.answers > 0)
    .sort((a, b) => b.answers - a.answers || (a.name < b.name ? -1 : 1));
  let counted = found.filter((theme) => theme.answers >= k);
  const rest = () => answers - sum(counted.map((theme) => theme.answers));
  while (counted.length > 0 && rest() > 0 && rest() < k) counted = counted.slice(0, -1);
  const shown = new Set(counted.map(({ name }) => name));
  return found.map(({ name, answers: n }) => ({ item, name, n: shown.has(name) ? n : null }));
}
