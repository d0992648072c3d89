/** A share in whole percent; a dash where nobody answered. */
export function share(count: number, n: number): string {
  return n === 0 ? "–" : `${Math.round((count / n) * 100)}%`;
}

/** How many answered: the sum over the points of a scale. */
export function answersIn(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
