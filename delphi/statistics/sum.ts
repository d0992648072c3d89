export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The mean, or null of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const total = sum(values);
  return Number.isFinite(total) ? total / values.length : sum(values.map((value) => value / values.length));
}

/** The mean of two values; halved first, since the sum of two huge ones overflows. */
export function halfway(a: number, b: number): number {
  return a / 2 + b / 2;
}

/** 100 · part / whole, or null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : (100 * part) / whole;
}
