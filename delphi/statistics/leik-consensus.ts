import { z } from "zod";
import { Counts } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";

export const leikConsensus = measure({
  name: "leik-consensus",
  title: "Ordinal consensus from cumulative shares",
  meaning: "How far is the distribution from half the panel at each end?",
  formula: "1 − D, D = 2·Σ_{k<K} min(F_k, 1 − F_k)/(K − 1), F_k the cumulative share.",
  conventions: [
    "D is dispersion; some software prints D under the name of consensus.",
    "Null without answers. K counts every point of the scale, unused ones included.",
  ],
  reading: "1 unanimous, 0 half at each end. It uses the order of the points, not their distances.",
  source: "Leik 1966, Pacific Sociological Review 9:85.",
  input: z.strictObject({ counts: Counts }),
  figures: {
    n: "sum of the counts",
    consensus: "1 − D, 0 to 1",
  },
  example: {
    input: { counts: [30, 40, 210, 130, 530, 50, 10] },
    value: { n: 1000, consensus: 0.713333333333 },
  },
  compute({ counts }) {
    const n = sum(counts);
    if (n === 0) return { n, consensus: null };
    let upTo = 0;
    const shares = counts.slice(0, -1).map((count) => {
      upTo += count;
      return upTo / n;
    });
    const dispersion = (2 * sum(shares.map((share) => Math.min(share, 1 - share)))) / (counts.length - 1);
    return { n, consensus: 1 - dispersion };
  },
});
