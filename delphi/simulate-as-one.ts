import { type Answer, placeOf } from "./answer";
import { type Item, ratedParts } from "./item";
import { firstEstimate, nextEstimate } from "./simulate-estimate";

type Values = ReadonlyMap<string, number | null>;

/** A simulated expert's answer to an item whose parts are one answer, from where they stand on each part (0 to 1). */
export function firstAsOne(item: Item, shares: readonly number[]): readonly Answer[] {
  if (item.kind === "estimate") return firstEstimate(item, shares);
  const most = Math.max(...shares);
  const taken = item.choose === "many" ? shares.map((share) => share >= 0.5) : only(shares.indexOf(most));
  return answered(item, (at) => (taken[at] ? 1 : 0));
}

/** The earlier answer, or where it `moves` one nearer to what the panel answered: an option that more than half chose. */
export function nextAsOne(item: Item, earlier: Values, medians: Values, moves: boolean): readonly Answer[] {
  const at = (values: Values) =>
    ratedParts(item).map(({ id }) => values.get(placeOf({ item: item.id, part: id })));
  const last = at(earlier);
  if (last.some((value) => value === null || value === undefined)) return abstainedFrom(item);
  if (item.kind === "estimate") return nextEstimate(item, earlier, medians, moves);
  const liked = at(medians).map((median) => (median ?? 0) > 0.5);
  if (!moves || !liked.includes(true)) return answered(item, (place) => last[place]!);
  const taken = item.choose === "many" ? last.map((value, place) => value === 1 || liked[place]!) : liked;
  return answered(item, (place) => (taken[place] ? 1 : 0));
}

export const abstainedFrom = (item: Item): readonly Answer[] =>
  ratedParts(item).map(({ id }) => ({ item: item.id, part: id, value: null, abstained: true }));

const answered = (item: Item, valueAt: (at: number) => number): readonly Answer[] =>
  ratedParts(item).map(({ id }, at) => ({ item: item.id, part: id, value: valueAt(at), abstained: false }));

const only = (at: number): Readonly<Record<number, boolean>> => ({ [at]: true });
