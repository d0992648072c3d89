import { z } from "zod";
import { firstProblem, lengthsApart, Ratings } from "./input";
import { measure } from "./measure";
import { midRanks } from "./ranks";
import { pairsOf } from "./rating-pairs";
import { sum } from "./sum";
import { studentTails } from "./tail";

/** Up to here, without ties, all n! orders are counted. */
const EXACT_UP_TO = 9;

export const spearman = measure({
  name: "spearman",
  title: "Do two orders of the same things agree? (Spearman's rho)",
  meaning: "Does a high value in one list go with a high value in the other?",
  formula:
    "rho = Pearson correlation of the mid-ranks. exact: without ties and n ≤ 9, over all n! orders. t: t = rho·√((n − 2)/(1 − rho²)) with n − 2 df; |rho| = 1 gives p = 0.",
  conventions: [
    "Only complete pairs count. rho is null for n < 2 or a constant list; method and p are null also for n < 3.",
    "Two-sided; the exact p is the share of all orders whose rho lies at least as far from 0.",
  ],
  reading:
    "Order of items in one round against the next, or in one stakeholder group against another. 0.8 and above is a stable order. With ties p is an approximation, rough for fewer than 10 pairs; its 0 for a perfect rho means “smaller than this method can tell”.",
  source:
    "Spearman 1904, Am J Psychol 15:72; Siegel & Castellan 1988, Nonparametric Statistics. Example: Hollander & Wolfe 1973, p. 187.",
  input: z
    .strictObject({
      x: Ratings.describe("one number for each thing compared (item or expert), null for none"),
      y: Ratings.describe("the same things at the same places"),
    })
    .check(firstProblem(lengthsApart("x", "y"))),
  figures: {
    n: "complete pairs",
    rho: "rank correlation, −1 to 1",
    method: "exact or t: where p comes from",
    p: "two-sided",
  },
  example: {
    input: {
      x: [44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1],
      y: [2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8],
    },
    value: { n: 9, rho: 0.6, method: "exact", p: 0.0967978395062 },
  },
  compute({ x, y }) {
    const pairs = pairsOf({ earlier: x, later: y });
    const first = midRanks(pairs.map(([a]) => a));
    const second = midRanks(pairs.map(([, b]) => b));
    const rho = correlation(first, second);
    return { n: pairs.length, rho, ...testOf(first, second, rho) };
  },
});

type Test = { method: "exact" | "t" | null; p: number | null };

function testOf(first: readonly number[], second: readonly number[], rho: number | null): Test {
  const n = first.length;
  if (rho === null || n < 3) return { method: null, p: null };
  const tied = new Set(first).size < n || new Set(second).size < n;
  if (!tied && n <= EXACT_UP_TO) {
    const distance = sum(first.map((rank, at) => (rank - second[at]!) ** 2));
    return { method: "exact", p: exactP(n, distance) };
  }
  if (Math.abs(rho) === 1) return { method: "t", p: 0 };
  return { method: "t", p: studentTails(rho * Math.sqrt((n - 2) / (1 - rho * rho)), n - 2) };
}

/** Pearson's correlation of ranks, which all have the mean (n + 1)/2. */
function correlation(first: readonly number[], second: readonly number[]): number | null {
  const centre = (first.length + 1) / 2;
  const product = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((rank, at) => (rank - centre) * (b[at]! - centre)));
  const spread = Math.sqrt(product(first, first) * product(second, second));
  return spread === 0 ? null : product(first, second) / spread;
}

/** The share of orders whose Σd² lies at least as far from its mean (n³ − n)/6; rho is linear in Σd². */
function exactP(n: number, distance: number): number {
  const mean6 = n ** 3 - n;
  const ways = waysByDistance(n);
  const asFar = [...ways].filter(([d]) => Math.abs(6 * d - mean6) >= Math.abs(6 * distance - mean6));
  return sum(asFar.map(([, count]) => count)) / sum([...ways.values()]);
}

const known = new Map<number, ReadonlyMap<number, number>>();

/** How many of the n! orders have each Σd², by the set of places already given away; the same for every panel. */
function waysByDistance(n: number): ReadonlyMap<number, number> {
  const before = known.get(n);
  if (before) return before;
  const bySet = Array.from({ length: 1 << n }, () => new Map<number, number>());
  bySet[0]!.set(0, 1);
  bySet.forEach((ways, taken) => {
    const rank = taken.toString(2).replaceAll("0", "").length;
    for (let place = 0; place < n; place++) {
      if (taken & (1 << place)) continue;
      const next = bySet[taken | (1 << place)]!;
      for (const [d, count] of ways) {
        const further = d + (rank - place) ** 2;
        next.set(further, (next.get(further) ?? 0) + count);
      }
    }
  });
  known.set(n, bySet.at(-1)!);
  return bySet.at(-1)!;
}
