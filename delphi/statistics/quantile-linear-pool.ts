import { z } from "zod";
import { Bounds, beyondBounds, type Estimate, Estimates, heldWithin } from "./estimate";
import { firstProblem } from "./input";
import { measure } from "./measure";
import { ascending } from "./quantile";
import { sum } from "./sum";

export const quantileLinearPool = measure({
  name: "quantile-linear-pool",
  title: "The average of the experts' distributions",
  meaning: "What interval and middle does the panel give, if any of its experts may be the one who is right?",
  formula:
    "α = (1 − level/100)/2. The range runs from L = min lower − overshoot·w to U = max upper + overshoot·w, w = max upper − min lower, held within the bounds. Each expert's distribution is linear through (L, 0), (lower, α), (best, ½), (upper, 1 − α), (U, 1); they are averaged; each answer is the smallest x at which the average reaches α, ½, 1 − α.",
  conventions: [
    "Equal points are jumps. Solved exactly between the knots.",
    "Null without answers. Estimates outside the bounds are refused.",
  ],
  reading: "Wider than the quantile average: it keeps the disagreement between the experts.",
  source: "Cooke 1991, Experts in Uncertainty (equal weights).",
  input: z
    .strictObject({
      estimates: Estimates,
      level: z.number().gt(0).lt(100).describe("the confidence of the intervals, above 0, below 100 percent"),
      overshoot: z
        .number()
        .min(0)
        .default(0.1)
        .describe(
          "how far the range reaches beyond all intervals, as a share of their joint width, 0 or more",
        ),
      bounds: Bounds.optional(),
    })
    .check(firstProblem(({ estimates, bounds }) => beyondBounds("estimates", estimates, bounds))),
  figures: {
    n: "experts who answered",
    lower: "the α point of the average distribution",
    best: "its median",
    upper: "its 1 − α point",
  },
  example: {
    input: {
      estimates: [
        { lower: 10, best: 20, upper: 40 },
        { lower: 20, best: 30, upper: 50 },
      ],
      level: 80,
    },
    value: { n: 2, lower: 11.5151515152, best: 26.6666666667, upper: 47.3684210526 },
  },
  compute({ estimates, level, overshoot, bounds }) {
    const given = estimates.filter((estimate) => estimate !== null);
    if (given.length === 0) return { n: 0, lower: null, best: null, upper: null };
    const alpha = (1 - level / 100) / 2;
    const lowest = Math.min(...given.map((estimate) => estimate.lower));
    const highest = Math.max(...given.map((estimate) => estimate.upper));
    const reach = overshoot * (highest - lowest);
    const range = { from: heldWithin(lowest - reach, bounds), to: heldWithin(highest + reach, bounds) };
    const experts = given.map((estimate) => distribution(estimate, alpha, range));
    const at = (share: number) => smallestReaching(experts, share);
    return { n: given.length, lower: at(alpha), best: at(0.5), upper: at(1 - alpha) };
  },
});

type Point = readonly [x: number, share: number];

function distribution(
  { lower, best, upper }: Estimate,
  alpha: number,
  range: { from: number; to: number },
): Point[] {
  return [
    [range.from, 0],
    [lower, alpha],
    [best, 0.5],
    [upper, 1 - alpha],
    [range.to, 1],
  ];
}

/** The smallest x at which the mean of the distributions reaches the share. */
function smallestReaching(experts: readonly (readonly Point[])[], share: number): number {
  const knots = ascending([...new Set(experts.flatMap((points) => points.map(([x]) => x)))]);
  const pooled = (side: typeof upTo) => (x: number) =>
    sum(experts.map((points) => side(points, x))) / experts.length;
  const [before, from] = [pooled(below), pooled(upTo)];
  const reaches = (value: number) => value >= share - 1e-13;
  const knot = knots.findIndex((x) => reaches(from(x)));
  const right = knots[knot]!;
  const left = knots[knot - 1];
  if (left === undefined || !reaches(before(right))) return right;
  const start = from(left);
  return Math.min(right, left + ((share - start) / (before(right) - start)) * (right - left));
}

/** The share at x, a jump at x included. */
function upTo(points: readonly Point[], x: number): number {
  const at = points.findLastIndex(([knot]) => knot <= x);
  return between(points[at], points[at + 1], x);
}

/** The share just below x, a jump at x left out. */
function below(points: readonly Point[], x: number): number {
  const at = points.findIndex(([knot]) => knot >= x);
  return between(points[at - 1], points[at], x);
}

function between(left: Point | undefined, right: Point | undefined, x: number): number {
  if (!left) return 0;
  if (!right) return 1;
  return left[1] + ((x - left[0]) / (right[0] - left[0])) * (right[1] - left[1]);
}
