import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { midRanks, tieTerm } from "./ranks";
import { pairsOf, RatingPairs } from "./rating-pairs";
import { sum } from "./sum";
import { normalTails } from "./tail";

/** Up to here every one of the 2^used arrangements is counted. */
const EXACT_UP_TO = 25;

export const wilcoxonSignedRank = measure({
  name: "wilcoxon-signed-rank",
  title: "Did ratings move up or down?",
  meaning: "Did the experts who changed their answer move in one direction?",
  formula:
    "Zero changes are dropped; |change| is mid-ranked. rankBiserial = (up − down)/(up + down). exact for used ≤ 25: over all 2^used signs of the observed mid-ranks. normal: z = (|up − N(N+1)/4| − ½)/√(N(N+1)(2N+1)/24 − tie term of |change|/48), N = used, z not below 0.",
  conventions: [
    "Changes are rounded to 9 decimals before ranking.",
    "With no change at all the rank sums are 0 and the rest is null.",
    "Two-sided; the exact p is the share of all signs that lie at least as far from the middle, ties and all.",
  ],
  reading: "p > 0.05 does not prove stability; read rankBiserial (−1 all down, 1 all up).",
  source: "Wilcoxon 1945, Biometrics Bull 1:80. Example: Siegel 1956, ch. 5 (T = 4).",
  input: RatingPairs,
  figures: {
    pairs: "experts who answered both rounds",
    used: "experts whose answer changed",
    rankSumUp: "sum of the ranks of the upward changes",
    rankSumDown: "sum of the ranks of the downward changes",
    rankBiserial: "direction and strength, −1 all down, 1 all up",
    method: "exact or normal: where p comes from",
    p: "two-sided",
  },
  example: {
    input: { earlier: [82, 69, 73, 43, 58, 56, 76, 65], later: [63, 42, 74, 37, 51, 43, 80, 62] },
    value: {
      pairs: 8,
      used: 8,
      rankSumUp: 4,
      rankSumDown: 32,
      rankBiserial: -0.777777777778,
      method: "exact",
      p: 0.0546875,
    },
  },
  compute(rounds) {
    const pairs = pairsOf(rounds);
    const changes = pairs.map(([before, after]) => nineDecimals(after - before)).filter((d) => d !== 0);
    const sizes = changes.map(Math.abs);
    const ranks = midRanks(sizes);
    const rankSumUp = sum(ranks.filter((_, index) => changes[index]! > 0));
    const rankSumDown = sum(ranks) - rankSumUp;
    return {
      pairs: pairs.length,
      used: changes.length,
      rankSumUp,
      rankSumDown,
      ...verdictOf(sizes, ranks, rankSumUp, rankSumDown),
    };
  },
});

type Verdict = { rankBiserial: number | null; method: "exact" | "normal" | null; p: number | null };

function verdictOf(sizes: readonly number[], ranks: readonly number[], up: number, down: number): Verdict {
  if (ranks.length === 0) return { rankBiserial: null, method: null, p: null };
  const rankBiserial = (up - down) / (up + down);
  if (ranks.length <= EXACT_UP_TO) return { rankBiserial, method: "exact", p: exactP(ranks, up) };
  return { rankBiserial, method: "normal", p: normalP(sizes, up) };
}

/** Counts the signs by their doubled rank sum, which is whole even where ranks are halves. */
function exactP(ranks: readonly number[], up: number): number {
  const doubled = ranks.map((rank) => 2 * rank);
  const most = sum(doubled);
  const ways = new Array<number>(most + 1).fill(0);
  ways[0] = 1;
  for (const rank of doubled)
    for (let total = most; total >= rank; total--) ways[total]! += ways[total - rank]!;
  const asFar = ways.filter((_, total) => Math.abs(2 * total - most) >= Math.abs(4 * up - most));
  return sum(asFar) / 2 ** ranks.length;
}

function normalP(sizes: readonly number[], up: number): number {
  const N = sizes.length;
  const variance = (N * (N + 1) * (2 * N + 1)) / 24 - tieTerm(sizes) / 48;
  return normalTails(Math.max(0, Math.abs(up - (N * (N + 1)) / 4) - 0.5) / Math.sqrt(variance));
}
