/** The colour of a round: `index` from 0 (the first) to `rounds` − 1, which stands out most. */
export function roundFill(index: number, rounds: number): string {
  if (index >= rounds - 1) return "var(--round-latest)";
  if (index === 0) return "var(--round-earliest)";
  const share = Math.round((index / (rounds - 1)) * 100);
  return `color-mix(in srgb, var(--round-earliest), var(--round-latest) ${share}%)`;
}
