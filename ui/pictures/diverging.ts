import { answersIn } from "@/ui/pictures/share";

/** Shares of the answers below and above the middle of a scale; those at a middle point count half to either side. */
export type Sides = { readonly low: number; readonly high: number };

/** A part of a bar: a point of the scale with its count, and its place and width as shares of the whole width. */
export type BarPart = {
  readonly point: number;
  readonly count: number;
  readonly from: number;
  readonly width: number;
};

// Where nobody answers on one side, the line keeps off the edge.
const LEAST = 0.05;

/** @param counts one for each point of the scale, from low to high */
export function sidesOf(counts: readonly number[]): Sides {
  const n = answersIn(counts);
  if (n === 0) return { low: 0, high: 0 };
  const { low, high } = chosenSides(counts);
  const across = (1 - low - high) / 2;
  return { low: low + across, high: high + across };
}

/** The same of those alone who chose a side. */
export function chosenSides(counts: readonly number[]): Sides {
  const n = answersIn(counts);
  if (n === 0) return { low: 0, high: 0 };
  const middle = (counts.length - 1) / 2;
  const share = (keep: (point: number) => boolean) => answersIn(counts.filter((_, point) => keep(point))) / n;
  return { low: share((point) => point < middle), high: share((point) => point > middle) };
}

/** How far the bars of all rows reach to either side, so that they share one line and one measure. */
export function reachOf(rows: readonly (readonly number[])[]): Sides {
  const sides = rows.map(sidesOf);
  return {
    low: Math.max(LEAST, ...sides.map(({ low }) => low)),
    high: Math.max(LEAST, ...sides.map(({ high }) => high)),
  };
}

/** Where the line between low and high stands, as a share of the width. */
export const lineOf = ({ low, high }: Sides): number => low / (low + high);

/** The parts of one row's bar, so that its middle lies on the line. Points that nobody chose are left out. */
export function barParts(counts: readonly number[], reach: Sides): readonly BarPart[] {
  const n = answersIn(counts);
  const whole = reach.low + reach.high;
  let before = reach.low - sidesOf(counts).low;
  return counts.flatMap((count, point) => {
    if (count === 0) return [];
    const part = { point, count, from: before / whole, width: count / n / whole };
    before += count / n;
    return [part];
  });
}
