import { z } from "zod";
import { Ratings } from "./input";
import { measure } from "./measure";
import { median } from "./quantile";
import { midRanks, tieTerm } from "./ranks";
import { answered } from "./rating-pairs";
import { sum } from "./sum";
import { normalTails } from "./tail";

/** Up to here every division into the two groups is counted. */
const EXACT_UP_TO = 25;

export const mannWhitney = measure({
  name: "mann-whitney",
  title: "Did those who left answer differently from those who stayed?",
  meaning: "Do the ratings of one group tend to lie above those of the other?",
  formula:
    "u = pairs with first > second, plus half the ties; superiority = u/(nFirst·nSecond). N = nFirst + nSecond. exact for N ≤ 25: over all C(N, nFirst) divisions of the observed mid-ranks, |U − E| ≥ |u − E|, E = nFirst·nSecond/2. normal: z = (|u − E| − ½)/√(nFirst·nSecond/12·(N + 1 − tie term/(N(N − 1)))), z not below 0.",
  conventions: [
    "u and superiority are null if a group is empty; method and p also if all ratings are equal.",
    "Two-sided by distance from the expectation, not by doubling a tail.",
  ],
  reading:
    "superiority is the chance that a rating from the first group lies above one from the second, ties counting half: 0.5 is no difference.",
  source: "Mann & Whitney 1947, Ann Math Stat 18:50.",
  input: z.strictObject({
    first: Ratings.describe("the ratings of one group, such as completers; null for no answer"),
    second: Ratings.describe("the ratings of the other group, such as dropouts; null for no answer"),
  }),
  figures: {
    nFirst: "answers in the first group",
    nSecond: "answers in the second group",
    medianFirst: "median of the first group",
    medianSecond: "median of the second group",
    u: "pairs in which the first group lies above, ties half",
    superiority: "u as a share of all pairs",
    method: "exact or normal: where p comes from",
    p: "two-sided",
  },
  example: {
    input: { first: [4, 5, 4, 3, 5, 4], second: [2, 3, 3, 1] },
    value: {
      nFirst: 6,
      nSecond: 4,
      medianFirst: 4,
      medianSecond: 2.5,
      u: 23,
      superiority: 0.958333333333,
      method: "exact",
      p: 0.0285714285714,
    },
  },
  compute({ first, second }) {
    const [one, other] = [answered(first), answered(second)];
    return {
      nFirst: one.length,
      nSecond: other.length,
      medianFirst: median(one),
      medianSecond: median(other),
      ...comparison(one, other),
    };
  },
});

type Comparison = {
  u: number | null;
  superiority: number | null;
  method: "exact" | "normal" | null;
  p: number | null;
};

function comparison(first: readonly number[], second: readonly number[]): Comparison {
  const [n, m] = [first.length, second.length];
  if (n === 0 || m === 0) return { u: null, superiority: null, method: null, p: null };
  const together = [...first, ...second];
  const ranks = midRanks(together);
  const u = sum(ranks.slice(0, n)) - (n * (n + 1)) / 2;
  const superiority = u / (n * m);
  if (new Set(together).size === 1) return { u, superiority, method: null, p: null };
  if (n + m <= EXACT_UP_TO) return { u, superiority, method: "exact", p: exactP(ranks, n, u) };
  const N = n + m;
  const variance = ((n * m) / 12) * (N + 1 - tieTerm(together) / (N * (N - 1)));
  const z = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5) / Math.sqrt(variance);
  return { u, superiority, method: "normal", p: normalTails(z) };
}

/** Counts the choices of n mid-ranks by their doubled sum, which is whole even where ranks are halves. */
function exactP(ranks: readonly number[], n: number, u: number): number {
  const doubled = ranks.map((rank) => 2 * rank);
  const most = sum(doubled);
  const ways = Array.from({ length: n + 1 }, () => new Array<number>(most + 1).fill(0));
  ways[0]![0] = 1;
  for (const rank of doubled)
    for (let chosen = n; chosen >= 1; chosen--)
      for (let total = most; total >= rank; total--)
        ways[chosen]![total]! += ways[chosen - 1]![total - rank]!;
  const centre = n * (ranks.length + 1);
  const distance = Math.abs(2 * u + n * (n + 1) - centre);
  const asFar = ways[n]!.filter((_, total) => Math.abs(total - centre) >= distance);
  return sum(asFar) / sum(ways[n]!);
}
