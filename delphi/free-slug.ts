/** A title as an address: small letters, digits and hyphens, at most 70 of them; empty where it has none. */
export const slugOf = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 70)
    .replace(/^-+|-+$/g, "");

/** The same, with a number where it is taken already; `otherwise` names what has no letters. */
export function freeSlug(title: string, taken: readonly string[], otherwise = "item"): string {
  const wanted = slugOf(title) || otherwise;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.includes(slug)) return slug;
  }
}
