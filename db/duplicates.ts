/** A line of the roll, as far as it tells whether two are one person. */
export type Line = { readonly id: string; readonly name: string; readonly address: string };

/**
 * Lines that may be the same person twice: one name, whatever the order of its parts, titles and accents; or one
 * mailbox, whatever stands after a plus. A suggestion for a person to decide.
 */
export function likelyDuplicates<T extends Line>(people: readonly T[]): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const person of people)
    for (const key of [nameKey(person.name), boxKey(person.address)]) {
      if (key === "") continue;
      groups.set(key, [...(groups.get(key) ?? []), person]);
    }
  const seen = new Set<string>();
  return [...groups.values()].filter((group) => {
    const key = group
      .map(({ id }) => id)
      .sort()
      .join();
    if (group.length < 2 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const TITLES = new Set(["dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "phd", "md"]);

/** Two parts at least: many share a first name. */
function nameKey(name: string): string {
  const parts = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "" && !TITLES.has(part));
  return parts.length < 2 ? "" : `name ${parts.sort().join(" ")}`;
}

function boxKey(address: string): string {
  const [box = "", domain = ""] = address.split("@");
  return `box ${box.replace(/\+.*$/, "")}@${domain}`;
}
