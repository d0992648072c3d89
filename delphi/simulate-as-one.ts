import { type Answer, placeOf } from "./answer";
import type { Item } from "./item";
import { ratedParts } from "./rated-parts";
import type { PointsScale } from "./scale";
import { firstEstimate, nextEstimate } from "./simulate-estimate";

type Values = ReadonlyMap<string, number | null>;

/** A simulated expert's answer to an item whose parts are one answer, from where they stand on each part (0 to 1). */
export function firstAsOne(item: Item, shares: readonly number[]): readonly Answer[] {
  if (item.kind === "estimate") return firstEstimate(item, shares);
  if (item.kind === "ranking") return answered(item, inOrder(shares.map((share) => -share)));
  const scale = item.parts[0]!.scale;
  if (item.kind === "allocation" && scale.kind === "points") return answered(item, givenOut(scale, shares));
  const most = Math.max(...shares);
  const taken = item.choose === "many" ? shares.map((share) => share >= 0.5) : only(shares.indexOf(most));
  return answered(item, (at) => (taken[at] ? 1 : 0));
}

/** The earlier answer, or where `moves` one that lies a step closer to the panel's. */
export function nextAsOne(item: Item, earlier: Values, medians: Values, moves: boolean): readonly Answer[] {
  const at = (values: Values) =>
    ratedParts(item).map(({ id }) => values.get(placeOf({ item: item.id, part: id })));
  const last = at(earlier);
  if (last.some((value) => value === null || value === undefined)) return abstainedFrom(item);
  if (item.kind === "estimate") return nextEstimate(item, earlier, medians, moves);
  const own = last.map((value) => value!);
  if (!moves) return answered(item, (place) => own[place]!);
  const panel = at(medians).map((median, place) => median ?? (item.kind === "choice" ? 0 : own[place]!));
  return answered(item, closer(item, own, panel));
}

function closer(item: Item, own: readonly number[], panel: readonly number[]): (at: number) => number {
  if (item.kind === "ranking") return swapped(own, panel);
  const scale = item.parts[0]!.scale;
  if (item.kind === "allocation" && scale.kind === "points") return shifted(scale.step, own, panel);
  const liked = panel.map((median) => median > 0.5);
  if (!liked.includes(true)) return (at) => own[at]!;
  return item.choose === "many" ? (at) => (own[at] === 1 || liked[at] ? 1 : 0) : (at) => (liked[at] ? 1 : 0);
}

/** Ranks from what is least to what is most; of equals the first comes first. */
function inOrder(values: readonly number[]): (at: number) => number {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]! || a - b);
  return (at) => order.indexOf(at) + 1;
}

/** The two neighbours in one's order that the panel has most clearly the other way round change places. */
function swapped(own: readonly number[], panel: readonly number[]): (at: number) => number {
  const order = own.map((rank, at) => ({ rank, at })).sort((a, b) => a.rank - b.rank);
  const gaps = order.slice(1).map(({ at }, place) => panel[order[place]!.at]! - panel[at]!);
  const widest = Math.max(...gaps);
  if (widest <= 0) return (at) => own[at]!;
  const [first, second] = [order[gaps.indexOf(widest)]!.at, order[gaps.indexOf(widest) + 1]!.at];
  return (at) => own[at === first ? second : at === second ? first : at]!;
}

/** All points in proportion to what each option is worth to the expert, on the grid: the largest remainders first. */
function givenOut({ total, step }: PointsScale, shares: readonly number[]): (at: number) => number {
  const worth = shares.map((share) => (share + 0.01) ** 2);
  const all = worth.reduce((sum, one) => sum + one, 0);
  const exact = worth.map((one) => ((one / all) * total) / step);
  const whole = exact.map(Math.floor);
  const left = total / step - whole.reduce((sum, one) => sum + one, 0);
  const remainders = inOrder(exact.map((one, at) => whole[at]! - one));
  return (at) => step * (whole[at]! + (remainders(at) <= left ? 1 : 0));
}

/** One step of points goes from the option that lies furthest above the panel's median to the one furthest below. */
function shifted(step: number, own: readonly number[], panel: readonly number[]): (at: number) => number {
  const above = own.map((points, at) => points - panel[at]!);
  const [most, least] = [above.indexOf(Math.max(...above)), above.indexOf(Math.min(...above))];
  const moves = above[most]! > 0 && above[least]! < 0 && own[most]! >= step;
  return (at) => own[at]! + (!moves ? 0 : at === most ? -step : at === least ? step : 0);
}

export const abstainedFrom = (item: Item): readonly Answer[] =>
  ratedParts(item).map(({ id }) => ({ item: item.id, part: id, value: null, abstained: true }));

const answered = (item: Item, valueAt: (at: number) => number): readonly Answer[] =>
  ratedParts(item).map(({ id }, at) => ({ item: item.id, part: id, value: valueAt(at), abstained: false }));

const only = (at: number): Readonly<Record<number, boolean>> => ({ [at]: true });
