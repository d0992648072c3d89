import { z } from "zod";
import { Counts } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";

export const normalisedEntropy = measure({
  name: "normalised-entropy",
  title: "Spread over the points, ignoring their order",
  meaning: "Over how many points do the answers spread?",
  formula: "bits = −Σ p_k·log₂ p_k over p_k > 0; normalised = bits/log₂ K.",
  conventions: ["K counts every point of the scale, unused ones included.", "Null without answers."],
  reading: "0 one point, 1 uniform. It says nothing about distance: pair it with an ordinal measure.",
  source: "Shannon 1948, Bell Syst Tech J 27:379.",
  input: z.strictObject({ counts: Counts }),
  figures: {
    n: "sum of the counts",
    bits: "entropy in bits",
    normalised: "entropy as a share of the largest possible, 0 to 1",
  },
  example: { input: { counts: [2, 0, 1, 1] }, value: { n: 4, bits: 1.5, normalised: 0.75 } },
  compute({ counts }) {
    const n = sum(counts);
    if (n === 0) return { n, bits: null, normalised: null };
    const shares = counts.map((count) => count / n).filter((share) => share > 0);
    const bits = 0 - sum(shares.map((share) => share * Math.log2(share)));
    return { n, bits, normalised: bits / Math.log2(counts.length) };
  },
});
