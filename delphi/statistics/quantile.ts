import { nineDecimals } from "./nine-decimals";
import { halfway } from "./sum";

/** Hyndman & Fan 1996: 7 as in R and Excel, 6 as in SPSS and Minitab, 2 as in SAS and Stata. */
export type QuantileType = 7 | 6 | 2;

export function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

/** The middle value or the mean of the two middle values of a sorted list; null of nothing. */
export function medianOfSorted(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : halfway(sorted[(sorted.length >> 1) - 1]!, upper);
}

export function median(values: readonly number[]): number | null {
  return medianOfSorted(ascending(values));
}

/** The p-quantile of a sorted list; null of nothing. */
export function quantileOfSorted(
  sorted: readonly number[],
  p: number,
  type: QuantileType = 7,
): number | null {
  const n = sorted.length;
  if (n === 0) return null;
  const at = (index: number) => sorted[Math.min(Math.max(index, 1), n) - 1]!;
  if (type === 2) {
    const h = whole(n * p);
    return Number.isInteger(h) ? halfway(at(h), at(h + 1)) : at(Math.ceil(h));
  }
  const h = whole(type === 7 ? (n - 1) * p + 1 : (n + 1) * p);
  const below = Math.floor(h);
  const low = at(below);
  const high = at(below + 1);
  return low === high ? low : low + (h - below) * (high - low);
}

/** An index that is whole to 9 decimals is whole: 100 · 0.57 falls short of 57 in binary. */
function whole(index: number): number {
  return nineDecimals(index) === Math.round(index) ? Math.round(index) : index;
}
