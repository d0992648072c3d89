/** A name needs its line even where its bar is thin. */
const GAP = 18;
export const TOP = 8;

/** Experts who went from one category to one, by index; the index after the last is "answered only once". */
export type Stream = { from: number; to: number; count: number };
export type Bar = { y: number; height: number; count: number };

/** From the top down on both sides, so that bands cross as little as they can. */
export function streamsOf(
  table: readonly (readonly number[])[],
  order: readonly number[],
  gone: readonly number[] | number,
  come: readonly number[] | number,
): readonly Stream[] {
  const outside = order.length;
  return [
    ...order.flatMap((from) => [
      ...order.map((to) => ({ from, to, count: table[from]?.[to] ?? 0 })),
      ...(typeof gone === "number" ? [] : [{ from, to: outside, count: gone[from] ?? 0 }]),
    ]),
    ...(typeof come === "number" ? [] : order.map((to) => ({ from: outside, to, count: come[to] ?? 0 }))),
  ].filter(({ count }) => count > 0);
}

export function barsOf(
  streams: readonly Stream[],
  side: "from" | "to",
  places: readonly number[],
  scale: number,
): ReadonlyMap<number, Bar> {
  const bars = new Map<number, Bar>();
  let y = TOP;
  for (const at of places) {
    const count = streams.filter((one) => one[side] === at).reduce((sum, one) => sum + one.count, 0);
    bars.set(at, { y, height: count * scale, count });
    if (count > 0) y += count * scale + GAP;
  }
  return bars;
}
