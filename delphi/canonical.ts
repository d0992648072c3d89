/**
 * Canonical JSON after RFC 8785 for the values we use: keys sorted by code unit, no white space, numbers as
 * ECMAScript prints them. Equal values give equal bytes, so a digest of them means something.
 * Throws on a number that JSON cannot hold.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("Canonical JSON holds finite numbers only.");
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((entry) => canonical(entry ?? null)).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`Canonical JSON cannot hold a ${typeof value}.`);
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
}
