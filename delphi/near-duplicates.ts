import { stringSimilarity } from "string-similarity-js";

/** Unrelated sentences share about a fifth of their runs of three letters, the same thought in other words half. */
const ALIKE_FROM = 0.5;
const RUN = 3;
/** Beyond these a comparison of each with each takes too long, and nobody merges whole pages. */
const MOST_TEXTS = 300;
const MOST_LETTERS = 600;

/**
 * Groups of texts that look like one another, the largest first: Sørensen and Dice's coefficient of runs of three
 * letters, on this machine and in any language. A suggestion to a moderator, and never more than that.
 */
export function nearDuplicates(
  texts: readonly { readonly id: string; readonly text: string }[],
): readonly (readonly string[])[] {
  const plain = texts.slice(0, MOST_TEXTS).map(({ id, text }) => ({ id, text: plainly(text) }));
  const groupOf = new Map(plain.map(({ id }) => [id, [id]]));
  plain.forEach((one, at) => {
    for (const other of plain.slice(at + 1)) {
      const [mine, theirs] = [groupOf.get(one.id)!, groupOf.get(other.id)!];
      if (mine === theirs || !alike(one.text, other.text)) continue;
      const joined = [...mine, ...theirs];
      for (const id of joined) groupOf.set(id, joined);
    }
  });
  return [...new Set(groupOf.values())]
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length);
}

/** Equal lengths are needed for a high coefficient, and cheaper to compare. */
function alike(a: string, b: string): boolean {
  const [short, long] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  if (long === 0 || (2 * short) / (short + long) < ALIKE_FROM) return false;
  return a === b || stringSimilarity(a, b, RUN) >= ALIKE_FROM;
}

const plainly = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, MOST_LETTERS);
