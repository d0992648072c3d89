import { z } from "zod";
import { firstProblem, QuantileTypeChoice, Ratings, ratingOffScale } from "./input";
import { measure } from "./measure";
import { nineDecimals } from "./nine-decimals";
import { ascending, medianOfSorted, quantileOfSorted } from "./quantile";
import { answered } from "./rating-pairs";

const SCALE = { min: 1, max: 9 };
const REGIONS = {
  "1-3": { from: 1, to: 3, verdict: "inappropriate" },
  "4-6": { from: 4, to: 6, verdict: "uncertain" },
  "7-9": { from: 7, to: 9, verdict: "appropriate" },
} as const;

/** The sizes of panel that the manual's table covers. */
export const RAND_TABLE = { from: 8, to: 16 } as const;

type Region = keyof typeof REGIONS;
type TableRule = "agreement" | "disagreement" | "indeterminate";
type Verdict = (typeof REGIONS)[Region]["verdict"];

export const randUcla = measure({
  name: "rand-ucla",
  title: "Appropriateness and disagreement on a 1–9 scale",
  meaning: "Is this appropriate, and do the experts disagree about it?",
  formula:
    "region is 7-9 if the median is at least 6.5, 4-6 if at least 3.5, else 1-3. Table rule with t = ⌊(n + 1)/3⌋ for 8–16 ratings: disagreement if at least t ratings are in 1–3 and at least t in 7–9; else agreement if at most t − 1 ratings lie outside the median's region; else indeterminate. ipr = p70 − p30; ipras = 2.35 + 1.5·|5 − (p30 + p70)/2|; disagreementIndex = ipr/ipras; disagreement if ipr > ipras. verdict: uncertain if there is disagreement by the chosen rule, else by region (7-9 appropriate, 4-6 uncertain, 1-3 inappropriate).",
  conventions: [
    "ipr equal to ipras (to 9 decimals) is no disagreement.",
    "tableRule is null outside 8–16 ratings, and with rule “table” so is the verdict.",
    "Without answers everything but n, missing, low, middle and high is null.",
    "For the 1–9 scale only: the constants were fitted to it.",
    "The manual does not say how its 30% and 70% points are computed, and it matters: 1, 1, 5, 5, 5, 9, 9, 9 has an index of 0.71 with quantileType 7, 1.17 with 6 and 0.75 with 2.",
  ],
  reading:
    "An index above 1 is disagreement, whatever the median. For necessity read “necessary” for the region 7-9.",
  source:
    "Fitch et al. 2001, RAND/UCLA Appropriateness Method User's Manual, MR-1269. Example: BMJ Open 2012;2:e001431, table 1.",
  input: z
    .strictObject({
      ratings: Ratings.describe("one whole number from 1 to 9 for each expert, null for no answer"),
      quantileType: QuantileTypeChoice,
      rule: z
        .enum(["ipras", "table"])
        .default("ipras")
        .describe("what disagreement means in the verdict: ipras (ipr > ipras) or table (by panel size)"),
    })
    .check(firstProblem(({ ratings }) => ratingOffScale({ ratings, scale: SCALE }))),
  figures: {
    n: "answers used",
    missing: "experts without an answer",
    median: "the middle rating",
    region: "the third of the scale that holds the median: 1-3, 4-6 or 7-9",
    low: "ratings in 1–3",
    middle: "ratings in 4–6",
    high: "ratings in 7–9",
    outsideRegion: "ratings outside the median's region",
    tableRule: "agreement, disagreement or indeterminate, by panel size",
    p30: "the 30% point",
    p70: "the 70% point",
    ipr: "interpercentile range, p70 − p30",
    ipras: "the width that counts as disagreement here, adjusted for symmetry",
    disagreementIndex: "ipr as a multiple of ipras",
    disagreement: "whether ipr exceeds ipras",
    verdict: "appropriate, uncertain or inappropriate",
  },
  example: {
    input: { ratings: [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9] },
    value: {
      n: 15,
      missing: 0,
      median: 7,
      region: "7-9",
      low: 0,
      middle: 3,
      high: 12,
      outsideRegion: 3,
      tableRule: "agreement",
      p30: 7,
      p70: 8,
      ipr: 1,
      ipras: 6.1,
      disagreementIndex: 0.16393442623,
      disagreement: false,
      verdict: "appropriate",
    },
  },
  compute({ ratings, quantileType, rule }) {
    const sorted = ascending(answered(ratings));
    const n = sorted.length;
    const median = medianOfSorted(sorted);
    const region = regionOf(median);
    const { low, middle, high, outsideRegion } = heads(sorted, region);
    const tableRule = tableRuleOf(n, low, high, outsideRegion);
    const p30 = quantileOfSorted(sorted, 0.3, quantileType);
    const p70 = quantileOfSorted(sorted, 0.7, quantileType);
    const index = disagreementIndexOf(p30, p70);
    const disagrees = rule === "ipras" ? index.disagreement : tableRule && tableRule === "disagreement";
    return {
      n,
      missing: ratings.length - n,
      median,
      region,
      low,
      middle,
      high,
      outsideRegion,
      tableRule,
      p30,
      p70,
      ...index,
      verdict: verdictOf(region, disagrees),
    };
  },
});

function regionOf(median: number | null): Region | null {
  if (median === null) return null;
  return median >= 6.5 ? "7-9" : median >= 3.5 ? "4-6" : "1-3";
}

function heads(ratings: readonly number[], region: Region | null) {
  const within = (name: Region) =>
    ratings.filter((x) => x >= REGIONS[name].from && x <= REGIONS[name].to).length;
  return {
    low: within("1-3"),
    middle: within("4-6"),
    high: within("7-9"),
    outsideRegion: region === null ? null : ratings.length - within(region),
  };
}

function tableRuleOf(n: number, low: number, high: number, outside: number | null): TableRule | null {
  if (outside === null || n < RAND_TABLE.from || n > RAND_TABLE.to) return null;
  const t = Math.floor((n + 1) / 3);
  if (low >= t && high >= t) return "disagreement";
  return outside <= t - 1 ? "agreement" : "indeterminate";
}

function disagreementIndexOf(p30: number | null, p70: number | null) {
  if (p30 === null || p70 === null)
    return { ipr: null, ipras: null, disagreementIndex: null, disagreement: null };
  const ipr = p70 - p30;
  const ipras = 2.35 + 1.5 * Math.abs(5 - (p30 + p70) / 2);
  return { ipr, ipras, disagreementIndex: ipr / ipras, disagreement: nineDecimals(ipr - ipras) > 0 };
}

function verdictOf(region: Region | null, disagrees: boolean | null): Verdict | null {
  if (region === null || disagrees === null) return null;
  return disagrees ? "uncertain" : REGIONS[region].verdict;
}
