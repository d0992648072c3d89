import { everyDistribution } from "./chance";
import { evidenceOfCounts, pairedEvidence } from "./evidence";
import { type Evidence, judge, type Rule } from "./rule";
import { type Scale, scaleValues } from "./scale";

/** Whether a rule can be met at all, and whether it can be missed: one of the two makes it no rule. */
export type Limits = { readonly canBeMet: boolean; readonly canBeMissed: boolean };

/** A panel of this size stands in where nobody is on the roll yet; it suits the RAND/UCLA table too. */
const SOME_EXPERTS = 12;
/** Up to this size every distribution is tried. */
const EVERY_DISTRIBUTION = 5;

/**
 * Tries a rule on panels of this size until it was met and missed: all on one point, every division over two
 * points, an even spread, and every distribution of five answers where the scale is short.
 */
export function limitsOf(
  rule: Rule,
  about: "consensus" | "stability",
  scale: Scale,
  experts: number | null,
): Limits {
  const n = Math.max(1, experts ?? SOME_EXPERTS);
  const panels = about === "consensus" ? oneRound(scale, n) : twoRounds(scale, n);
  let [canBeMet, canBeMissed] = [false, false];
  for (const panel of panels) {
    const { met } = judge(rule, panel);
    canBeMet ||= met === true;
    canBeMissed ||= met === false;
    if (canBeMet && canBeMissed) break;
  }
  return { canBeMet, canBeMissed };
}

function* oneRound(scale: Scale, n: number): Generator<Evidence> {
  for (const counts of telling(scale, n)) yield evidenceOfCounts(scale, counts);
  const points = scaleValues(scale).length;
  if (points > 7) return;
  for (const counts of everyDistribution(Math.min(n, EVERY_DISTRIBUTION), points))
    yield evidenceOfCounts(scale, counts);
}

function* telling(scale: Scale, n: number): Generator<readonly number[]> {
  const points = scaleValues(scale).length;
  const on = (shares: Readonly<Record<number, number>>) =>
    Array.from({ length: points }, (_, at) => shares[at] ?? 0);
  for (let at = points - 1; at >= 0; at--) yield on({ [at]: n });
  yield on({ 0: Math.floor(n / 2), [points - 1]: Math.ceil(n / 2) });
  yield Array.from({ length: points }, (_, at) => Math.floor(n / points) + (at < n % points ? 1 : 0));
  for (let low = 0; low < points; low++)
    for (let high = low + 1; high < points; high++)
      for (let count = 1; count < n; count++) yield on({ [low]: count, [high]: n - count });
}

function* twoRounds(scale: Scale, n: number): Generator<Evidence> {
  const values = scaleValues(scale);
  const [first, last] = [values[0]!, values.at(-1)!];
  const panel = (of: (expert: number) => number) => Array.from({ length: n }, (_, expert) => of(expert));
  const rounds = [
    panel((expert) => values[expert % values.length]!),
    panel(() => first),
    panel(() => last),
    panel((expert) => (expert % 2 === 0 ? first : last)),
    panel((expert) => (expert % 2 === 0 ? last : first)),
  ];
  for (const earlier of rounds) for (const later of rounds) yield pairedEvidence(scale, earlier, later);
}
