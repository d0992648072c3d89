import { measure } from "./measure";
import { pairsOf, RatingPairs } from "./rating-pairs";
import { percent } from "./sum";

export const netChange = measure({
  name: "net-change",
  title: "Net change of the distribution",
  meaning: "How far did the distribution of answers move?",
  formula: "100·½·Σ_k |later count_k − earlier count_k|/pairs, over the values that occur.",
  conventions: ["Only experts who answered both rounds count; null without any."],
  reading: "Below 15% is stable. Swaps cancel: in the example everybody changed.",
  source: "Scheibe, Skutsch & Schofer 1975, in Linstone & Turoff, The Delphi Method.",
  input: RatingPairs,
  figures: {
    pairs: "experts who answered both rounds",
    netChangePercent: "share of the distribution that moved, in percent",
  },
  example: {
    input: { earlier: [1, 5, 1, 5], later: [5, 1, 5, 1] },
    value: { pairs: 4, netChangePercent: 0 },
  },
  compute(rounds) {
    const pairs = pairsOf(rounds);
    const gains = new Map<number, number>();
    for (const [before, after] of pairs) {
      gains.set(before, (gains.get(before) ?? 0) - 1);
      gains.set(after, (gains.get(after) ?? 0) + 1);
    }
    const moved = [...gains.values()].reduce((total, gain) => total + Math.abs(gain), 0) / 2;
    return { pairs: pairs.length, netChangePercent: percent(moved, pairs.length) };
  },
});
