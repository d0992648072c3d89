import { z } from "zod";
import { Counts } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";

export const tastleWiermanConsensus = measure({
  name: "tastle-wierman-consensus",
  title: "Consensus (Cns) of an ordinal distribution",
  meaning: "How closely do the answers gather around their mean?",
  formula: "1 + Σ p_k·log₂(1 − |k − μ|/(K − 1)) over p_k > 0, μ = Σ k·p_k.",
  conventions: [
    "The points are equally spaced, at 1…K, unused ones included.",
    "Null without answers. Dissent is 1 − Cns.",
  ],
  reading:
    "1 unanimous, 0 half at each end. Bands in use, such as 0.8 for strong and below 0.5 for weak, are their authors' choice and follow from nothing in the measure.",
  source: "Tastle & Wierman 2007, Int J Approx Reasoning 45:531.",
  input: z.strictObject({ counts: Counts }),
  figures: {
    n: "sum of the counts",
    consensus: "Cns, 0 to 1",
  },
  example: { input: { counts: [1, 1, 1, 1] }, value: { n: 4, consensus: 0.368482797083 } },
  compute({ counts }) {
    const n = sum(counts);
    if (n === 0) return { n, consensus: null };
    const shares = counts.map((count) => count / n);
    const centre = sum(shares.map((share, point) => share * point));
    const nearness = (point: number) => Math.log2(1 - Math.abs(point - centre) / (counts.length - 1));
    return {
      n,
      consensus: 1 + sum(shares.map((share, point) => (share > 0 ? share * nearness(point) : 0))),
    };
  },
});
