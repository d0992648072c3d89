/**
 * Differences and quotients carry rounding noise (3.1 − 2.9 is not 2.2 − 2.0 in binary), so wherever one decides
 * a tie or a boundary it is taken to 9 decimals.
 */
export function nineDecimals(x: number): number {
  const scaled = Math.abs(x) * 1e9;
  if (scaled >= Number.MAX_SAFE_INTEGER) return x;
  return x < 0 ? 0 - Math.round(scaled) / 1e9 : Math.round(scaled) / 1e9;
}
