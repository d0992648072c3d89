import type { Published } from "./data-file";

/** Some twenty megabytes at most: the reports and archives that are being fetched now. */
const KEPT = 24;

const kept = new Map<string, Promise<unknown>>();

/**
 * A file of an edition that takes long to make, made once in this process however many ask at once. The digest
 * names the edition's text, the number of texts taken down what stands of it, and names stand beside it; what failed
 * is tried again.
 */
export function keptFile<T>(
  { edition, digest, named }: Published,
  name: string,
  make: () => Promise<T>,
): Promise<T> {
  const removed = edition.rounds.reduce((sum, round) => sum + round.removed.length, 0);
  const key = [name, digest, removed, ...named].join("\n");
  const known = kept.get(key);
  if (known) return known as Promise<T>;
  const made = make();
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, made);
  made.then(
    (body) => {
      if (!body) kept.delete(key);
    },
    () => kept.delete(key),
  );
  return made;
}
