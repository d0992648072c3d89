/** The name of the list of digests in a bundle. It covers every file but itself. */
export const DIGEST_LIST = "SHA256SUMS";

/** As `sha256sum --check` reads it: a digest, two spaces, a name; sorted by name. */
export const digestList = (digests: ReadonlyMap<string, string>): string =>
  [...digests]
    .filter(([name]) => name !== DIGEST_LIST)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, digest]) => `${digest}  ${name}\n`)
    .join("");

/** The digests by name, or null where a line is no such line or a name comes twice. */
export function readDigestList(text: string): ReadonlyMap<string, string> | null {
  const digests = new Map<string, string>();
  const lines = text.split("\n");
  if (lines.pop() !== "") return null;
  for (const line of lines) {
    const [, digest, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (digest === undefined || name === undefined || digests.has(name)) return null;
    digests.set(name, digest);
  }
  return digests;
}
