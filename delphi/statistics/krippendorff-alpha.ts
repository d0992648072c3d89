import { z } from "zod";
import { firstProblem, Matrix } from "./input";
import { measure } from "./measure";
import { ascending } from "./quantile";
import { answered } from "./rating-pairs";
import { sum } from "./sum";

type Metric = "nominal" | "ordinal" | "interval" | "ratio";
type Counted = readonly (readonly [value: number, count: number])[];

export const krippendorffAlpha = measure({
  name: "krippendorff-alpha",
  title: "Agreement on any metric, with missing ratings (Krippendorff's alpha)",
  meaning: "Can the ratings of these items be relied on, whoever gave them?",
  formula:
    "o_ck = Σ over items of (ordered pairs c, k within the item)/(m_u − 1), n_c = Σ_k o_ck, N = Σ n_c; alpha = 1 − (N − 1)·Σ o_ck·δ²_ck / Σ n_c·n_k·δ²_ck. δ²: nominal [c ≠ k]; ordinal (Σ_{g=c..k} n_g − (n_c + n_k)/2)²; interval (c − k)²; ratio ((c − k)/(c + k))², 0 at c = k = 0.",
  conventions: [
    "Items with fewer than two ratings drop out; values counts the ratings that remain.",
    "Null below two items or without variation.",
    "The ratio metric takes no negative rating.",
  ],
  reading:
    "0.800 and above: rely on it; 0.667–0.800: tentative. A low alpha beside a high percent agreement means that the items do not differ.",
  source:
    "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability (example C; nominal 0.743, interval 0.849, ratio 0.797).",
  input: z
    .strictObject({
      ratings: Matrix,
      metric: z
        .enum(["nominal", "ordinal", "interval", "ratio"])
        .describe("how far apart two ratings are: only different, by rank, by difference, or by proportion"),
    })
    .check(
      firstProblem(({ ratings, metric }) => {
        if (metric !== "ratio") return null;
        const item = ratings.findIndex((row) => row.some((x) => x !== null && x < 0));
        if (item < 0) return null;
        const expert = ratings[item]!.findIndex((x) => x !== null && x < 0);
        const message = `The ratio metric takes no negative rating: ratings.${item}.${expert} is ${ratings[item]![expert]}.`;
        return { path: ["ratings", item, expert], message };
      }),
    ),
  figures: {
    items: "items with two or more ratings",
    values: "ratings of those items",
    alpha: "1 perfect, 0 as by chance, below 0 systematic disagreement",
  },
  example: {
    input: {
      ratings: [
        [1, 1, null, 1],
        [2, 2, 3, 2],
        [3, 3, 3, 3],
        [3, 3, 3, 3],
        [2, 2, 2, 2],
        [1, 2, 3, 4],
        [4, 4, 4, 4],
        [1, 1, 2, 1],
        [2, 2, 2, 2],
        [null, 5, 5, 5],
        [null, null, 1, 1],
        [null, 3, null, null],
      ],
      metric: "ordinal",
    },
    value: { items: 11, values: 40, alpha: 0.815387503755 },
  },
  compute({ ratings, metric }) {
    const units = ratings.map(answered).filter((unit) => unit.length >= 2);
    const values = units.flat();
    const all = counted(values);
    return {
      items: units.length,
      values: values.length,
      alpha: units.length < 2 || all.length < 2 ? null : alphaOf(units, all, DISTANCE[metric](all)),
    };
  },
});

/** A squared distance between two values; the ordinal one depends on how often the values between them occur. */
type Distance = (c: number, k: number) => number;

const DISTANCE: Readonly<Record<Metric, (all: Counted) => Distance>> = {
  nominal: () => (c, k) => (c === k ? 0 : 1),
  ordinal: (all) => {
    const middles = new Map<number, number>();
    let below = 0;
    for (const [value, count] of all) {
      middles.set(value, below + count / 2);
      below += count;
    }
    return (c, k) => (middles.get(c)! - middles.get(k)!) ** 2;
  },
  interval: () => (c, k) => (c - k) ** 2,
  ratio: () => (c, k) => (c === k ? 0 : ((c - k) / (c + k)) ** 2),
};

function alphaOf(units: readonly (readonly number[])[], all: Counted, distance: Distance): number {
  const N = sum(all.map(([, count]) => count));
  const observed = sum(units.map((unit) => disagreement(counted(unit), distance) / (unit.length - 1)));
  return 1 - ((N - 1) * observed) / disagreement(all, distance);
}

/** The distances of all ordered pairs of the counted values. */
function disagreement(values: Counted, distance: Distance): number {
  return sum(values.map(([c, n]) => sum(values.map(([k, m]) => (c === k ? 0 : n * m * distance(c, k))))));
}

function counted(values: readonly number[]): Counted {
  const counts = new Map<number, number>();
  for (const value of ascending(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}
