type Placed = { number: number | string; x: { median: number }; y: { median: number } };

/** Items with the same pair of medians. `mark` is the number of a single item, or a letter for several. */
export type Cluster<Item> = { x: number; y: number; mark: string; items: readonly Item[] };

/** Gathers items that lie at the same place, highest on both criteria first. */
export function clusterItems<Item extends Placed>(items: readonly Item[]): Cluster<Item>[] {
  const places = new Map<string, Item[]>();
  for (const item of items) {
    const place = `${item.x.median} ${item.y.median}`;
    places.set(place, [...(places.get(place) ?? []), item]);
  }
  const sorted = [...places.values()].sort((a, b) => height(b) - height(a));
  let letters = 0;
  return sorted.map((here) => {
    const first = here[0]!;
    const mark = here.length > 1 ? letter(letters++) : String(first.number);
    return { x: first.x.median, y: first.y.median, mark, items: here };
  });
}

function height(items: readonly Placed[]): number {
  const first = items[0]!;
  return first.x.median + first.y.median;
}

/** A, B, … Z, AA, AB … */
function letter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letter(Math.floor(index / 26) - 1) + last;
}
