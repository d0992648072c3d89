import { evidenceOfCounts } from "./evidence";
import { repeatable } from "./repeatable";
import { judge, type Rule } from "./rule";
import { type Scale, scaleValues } from "./scale";

import { wilsonInterval } from "./statistics/percent-agreement";
import { sum } from "./statistics/sum";

/** Up to so many distributions are gone through one by one; beyond, panels are drawn. */
const MOST_DISTRIBUTIONS = 3000;
const DRAWS = 4000;
const SEED = 1975;

export type Chance = {
  /** How often the rule is met by luck, in percent. */
  readonly percent: number;
  readonly method: "exact" | "simulation";
  /** Wilson's 95% interval of a simulation's percentage. */
  readonly interval: { readonly low: number; readonly high: number } | null;
};

/**
 * How often a rule about one item would be met if each of `experts` drew an answer at random. `lean` tilts the
 * draw along a straight line: 0 makes every point equally likely, 0.5 the last three times as likely as the first.
 * The same input always gives the same figure: panels are drawn from a fixed seed.
 */
export function chanceOfConsensus(rule: Rule, scale: Scale, experts: number, lean = 0): Chance {
  const shares = leaning(scaleValues(scale).length, lean);
  const met = remembered((counts) => judge(rule, evidenceOfCounts(scale, counts)).met === true);
  if (distributions(experts, shares.length) <= MOST_DISTRIBUTIONS)
    return { percent: 100 * exactly(met, shares, experts), method: "exact", interval: null };
  const hits = drawn(met, shares, experts);
  return {
    percent: (100 * hits) / DRAWS,
    method: "simulation",
    interval: wilsonInterval(hits, DRAWS),
  };
}

type Met = (counts: readonly number[]) => boolean;

function remembered(met: Met): Met {
  const known = new Map<string, boolean>();
  return (counts) => {
    const key = counts.join();
    const verdict = known.get(key) ?? met(counts);
    known.set(key, verdict);
    return verdict;
  };
}

const leaning = (points: number, lean: number): number[] =>
  Array.from({ length: points }, (_, at) => (1 + lean * ((2 * at) / (points - 1) - 1)) / points);

/** In how many ways n answers can fall on K points: (n + K − 1 choose K − 1). */
const distributions = (n: number, points: number): number =>
  Array.from({ length: points - 1 }, (_, at) => (n + at + 1) / (at + 1)).reduce((ways, one) => ways * one, 1);

function exactly(met: Met, shares: readonly number[], experts: number): number {
  const logFactorial = [0];
  for (let k = 1; k <= experts; k++) logFactorial.push(logFactorial[k - 1]! + Math.log(k));
  const probability = (counts: readonly number[]) =>
    Math.exp(
      logFactorial[experts]! +
        sum(
          counts.map((count, at) => (count === 0 ? 0 : count * Math.log(shares[at]!) - logFactorial[count]!)),
        ),
    );
  let total = 0;
  for (const counts of everyDistribution(experts, shares.length))
    if (met(counts)) total += probability(counts);
  return Math.min(1, total);
}

/** Every way in which n answers can fall on the points, in order. */
export function* everyDistribution(n: number, points: number): Generator<readonly number[]> {
  if (points === 1) {
    yield [n];
    return;
  }
  for (let first = 0; first <= n; first++)
    for (const rest of everyDistribution(n - first, points - 1)) yield [first, ...rest];
}

function drawn(met: Met, shares: readonly number[], experts: number): number {
  const random = repeatable(SEED);
  const upTo = shares.map((_, at) => sum(shares.slice(0, at + 1)));
  let hits = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const counts = shares.map(() => 0);
    for (let expert = 0; expert < experts; expert++) {
      const at = random();
      const point = upTo.findIndex((end) => at < end);
      counts[point < 0 ? shares.length - 1 : point]! += 1;
    }
    if (met(counts)) hits += 1;
  }
  return hits;
}
