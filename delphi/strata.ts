/**
 * The strata that seats may hold: those with at least k people on the roll. If the people left without a
 * stratum would be 1 to k − 1, the next smallest is withheld too, so that nobody stands out by having none.
 * `onRoll` counts people by stratum; null counts those who were given none.
 */
export function strataToHold(k: number, onRoll: ReadonlyMap<string | null, number>): ReadonlySet<string> {
  const strata = [...onRoll]
    .filter((entry): entry is [string, number] => entry[0] !== null)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const total = [...onRoll.values()].reduce((sum, people) => sum + people, 0);
  const held = strata.filter(([, people]) => people >= k);
  while (held.length > 0) {
    const without = total - held.reduce((sum, [, people]) => sum + people, 0);
    if (without === 0 || without >= k) break;
    held.pop();
  }
  return new Set(held.map(([stratum]) => stratum));
}
