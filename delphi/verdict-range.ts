import { evidenceOf } from "./evidence";
import { judge, type Rule } from "./rule";
import { endsOf, type Scale, scaleBounds, scaleValues } from "./scale";

/** Answers that could be anywhere among these points. */
export type Loose = { readonly points: readonly number[]; readonly count: number };

export type VerdictRange = { readonly best: boolean | null; readonly worst: boolean | null };

/** Beyond this many answers in all cases together, the cases are not judged one by one. */
const MOST_ANSWERS = 100_000;

/**
 * The most and the least favourable verdict of a rule over `certain` answers and some that could lie elsewhere.
 * Every division of the loose answers over their points is judged. Where these are too many, all of one group stand
 * on one point, or a single group is split between its two ends.
 */
export function verdictRange(
  rule: Rule,
  scale: Scale,
  certain: readonly number[],
  loose: readonly Loose[],
): VerdictRange {
  const moving = loose.filter(({ count }) => count > 0);
  const answers = moving.reduce((sum, one) => sum + one.count, certain.length);
  const all = moving.reduce((product, one) => product * divisions(one), answers) <= MOST_ANSWERS;
  const ways = moving.map((one) =>
    all ? everyDivision(one.points, one.count) : fewDivisions(one, moving.length === 1),
  );
  const found = new Set<boolean | null>();
  for (const placed of combinations(ways)) {
    found.add(judge(rule, evidenceOf(scale, [...certain, ...placed])).met);
    if (found.has(true) && found.has(false)) break;
  }
  const first = (...order: readonly (boolean | null)[]) => order.find((met) => found.has(met)) ?? null;
  return { best: first(true, null, false), worst: first(false, null, true) };
}

/** The points on the side of the scale on which an answer stands: lower end, middle or upper end. */
export function ownSide(scale: Scale, value: number): readonly number[] {
  const values = scaleValues(scale);
  const side = sideOn(scale);
  return values.filter((one) => side(one) === side(value));
}

/** −1, 0 or 1: below, between or in the ends of labelled points; of any other scale, on which side of its middle. */
function sideOn(scale: Scale): (value: number) => number {
  if (scale.kind === "ordinal") {
    const { topFrom, bottomTo } = endsOf(scale);
    return (value) => (value >= topFrom ? 1 : value <= bottomTo ? -1 : 0);
  }
  const { min, max } = scaleBounds(scale)!;
  return (value) => Math.sign(value - (min + max) / 2);
}

/** How many ways there are to divide `count` like answers over the points. */
function divisions({ points, count }: Loose): number {
  let ways = 1;
  for (let at = 1; at < points.length; at += 1) ways = (ways * (count + at)) / at;
  return ways;
}

function* everyDivision(points: readonly number[], count: number): Generator<readonly number[]> {
  const [first, ...rest] = points;
  if (first === undefined) return;
  for (let here = rest.length === 0 ? count : 0; here <= count; here += 1) {
    const placed = new Array<number>(here).fill(first);
    if (here === count) yield placed;
    else for (const others of everyDivision(rest, count - here)) yield [...placed, ...others];
  }
}

function* fewDivisions({ points, count }: Loose, alone: boolean): Generator<readonly number[]> {
  for (const point of points) yield new Array<number>(count).fill(point);
  if (!alone) return;
  const [low, high] = [points[0]!, points.at(-1)!];
  for (let lower = 1; lower < count; lower += 1)
    yield [...new Array<number>(lower).fill(low), ...new Array<number>(count - lower).fill(high)];
}

/** One division of each group, put together in every way. */
function* combinations(groups: readonly Iterable<readonly number[]>[]): Generator<readonly number[]> {
  const [first, ...rest] = groups.map((ways) => [...ways]);
  if (first === undefined) {
    yield [];
    return;
  }
  for (const placed of first) for (const others of combinations(rest)) yield [...placed, ...others];
}
