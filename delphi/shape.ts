import { CAMP_PERCENT } from "./mark";
import { endsOf, type OrdinalScale, scaleValues } from "./scale";
import { sum } from "./statistics/sum";
import { vanDerEijkAgreement } from "./statistics/van-der-eijk-agreement";

/** By how much, in percent of the answers, one group must lead each other before it is said to lead. */
const LEAD_PERCENT = 15;

const SHAPES = ["majority", "bipolar", "plural", "dispersed"] as const;

/** How answers lie that are no consensus, and how many are at the lower end, between, and at the upper end. */
export type Shape = {
  readonly name: (typeof SHAPES)[number];
  readonly lower: number;
  readonly middle: number;
  readonly upper: number;
};

/**
 * The first that holds, in the order of Dajani, Sincoff & Talley 1979: majority, more than half in one of the
 * three groups; bipolar, at least 30% at each end and more polarised than an even spread (van der Eijk's A below
 * 0); plural, one group leads each other by at least 15% of the answers; dispersed, none of these. Null of nothing.
 */
export function shapeOf(scale: OrdinalScale, counts: readonly number[]): Shape | null {
  const groups = groupsOf(scale, counts);
  const n = groups.lower + groups.middle + groups.upper;
  return n === 0 ? null : { name: nameOf(groups, n, counts), ...groups };
}

type Groups = Omit<Shape, "name">;

export function groupsOf(scale: OrdinalScale, counts: readonly number[]): Groups {
  const { topFrom, bottomTo } = endsOf(scale);
  const within = (holds: (value: number) => boolean) =>
    sum(scaleValues(scale).map((value, at) => (holds(value) ? (counts[at] ?? 0) : 0)));
  return {
    lower: within((value) => value <= bottomTo),
    middle: within((value) => value > bottomTo && value < topFrom),
    upper: within((value) => value >= topFrom),
  };
}

function nameOf({ lower, middle, upper }: Groups, n: number, counts: readonly number[]): Shape["name"] {
  const [first, second] = [lower, middle, upper].sort((a, b) => b - a) as [number, number, number];
  if (2 * first > n) return "majority";
  const camps = [lower, upper].every((end) => 100 * end >= CAMP_PERCENT * n);
  if (camps && (agreementOf(counts) ?? -1) < 0) return "bipolar";
  return 100 * (first - second) >= LEAD_PERCENT * n ? "plural" : "dispersed";
}

/** Van der Eijk's A: 1 on one point, 0 evenly spread, −1 half at each extreme; null on two points. */
export const agreementOf = (counts: readonly number[]): number | null =>
  vanDerEijkAgreement.compute({ counts }).agreement;
