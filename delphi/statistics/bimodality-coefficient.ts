import { z } from "zod";
import { WholeCounts } from "./input";
import { measure } from "./measure";
import { sum } from "./sum";

export const bimodalityCoefficient = measure({
  name: "bimodality-coefficient",
  title: "Does the item split the panel in two?",
  meaning: "Do the answers gather in two camps rather than one?",
  formula:
    "(g² + 1)/(k + 3(n − 1)²/((n − 2)(n − 3))), g = G1 and k = G2 the unbiased skewness and excess kurtosis: G1 = g1·√(n(n − 1))/(n − 2), G2 = (n − 1)/((n − 2)(n − 3))·((n + 1)·g2 + 6), g1 = m₃/m₂^1.5, g2 = m₄/m₂² − 3, m_r the central moments divided by n.",
  conventions: ["Null for three answers or fewer, and without variation.", "The points are equally spaced."],
  reading:
    "Above 5/9 (0.555), its value for an even spread over a continuous scale, it suggests two camps; a skewed item can exceed it too, and with few answers on few points it swings widely.",
  source: "Pfister et al. 2013, Front Psychol 4:700.",
  input: z.strictObject({ counts: WholeCounts }),
  figures: {
    n: "sum of the counts",
    coefficient: "Sarle's coefficient in its small-sample form",
  },
  example: { input: { counts: [5, 0, 0, 0, 5] }, value: { n: 10, coefficient: 0.565656565657 } },
  compute({ counts }) {
    const n = sum(counts);
    const varies = counts.filter((count) => count > 0).length > 1;
    return { n, coefficient: n > 3 && varies ? coefficientOf(counts, n) : null };
  },
});

function coefficientOf(counts: readonly number[], n: number): number {
  const centre = sum(counts.map((count, point) => (count / n) * point));
  const moment = (r: number) => sum(counts.map((count, point) => (count / n) * (point - centre) ** r));
  const g1 = moment(3) / moment(2) ** 1.5;
  const g2 = moment(4) / moment(2) ** 2 - 3;
  const skewness = (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
  const kurtosis = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  return (skewness ** 2 + 1) / (kurtosis + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}
