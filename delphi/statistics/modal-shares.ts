import { z } from "zod";
import { Counts } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { percent, sum } from "./sum";

/** One point, or two neighbours, hold at least these percentages; the strongest band first. */
const BANDS = [
  { band: "high", one: 70, two: 80 },
  { band: "medium", one: 60, two: 70 },
  { band: "low", one: 50, two: 60 },
] as const;

export const modalShares = measure({
  name: "modal-shares",
  title: "Largest share on one point and on two neighbouring points",
  meaning: "How many experts gather on one point of the scale, or on two beside each other?",
  formula:
    "onePercent = 100·max_k count_k/n. twoPercent = 100·max_k (count_k + count_{k+1})/n. band: high if onePercent ≥ 70 or twoPercent ≥ 80; else medium if onePercent ≥ 60 or twoPercent ≥ 70; else low if onePercent ≥ 50 or twoPercent ≥ 60; else none.",
  conventions: [
    "Percentages are compared as counts; without answers they and the band are null.",
    "It does not say where on the scale the experts gather: the two points of a pair may lie on both sides of its middle.",
  ],
  reading:
    "Made for the four points without a middle of a policy Delphi. On more points two neighbours are a smaller part of the scale, so the same percentages ask for more.",
  source: "de Loë 1995, Applied Geography 15:53.",
  input: z.strictObject({ counts: Counts }),
  figures: {
    n: "answers used",
    onePercent: "largest share on one point, in percent",
    twoPercent: "largest share on two neighbouring points, in percent",
    band: "high, medium, low or none",
  },
  example: {
    note: "Four fifths on two neighbouring points are enough, although no point holds seven tenths.",
    input: { counts: [1, 1, 5, 3] },
    value: { n: 10, onePercent: 50, twoPercent: 80, band: "high" },
  },
  compute({ counts }) {
    const n = sum(counts);
    const one = Math.max(...counts);
    const two = Math.max(...counts.slice(1).map((count, at) => count + counts[at]!));
    return { n, onePercent: percent(one, n), twoPercent: percent(two, n), band: bandOf(one, two, n) };
  },
});

function bandOf(one: number, two: number, n: number): (typeof BANDS)[number]["band"] | "none" | null {
  if (n === 0) return null;
  const reached = BANDS.find(
    (band) => nineDecimals(100 * one - band.one * n) >= 0 || nineDecimals(100 * two - band.two * n) >= 0,
  );
  return reached?.band ?? "none";
}
