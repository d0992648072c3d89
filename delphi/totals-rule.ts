import { type Condition, conditionsOf, type Rule } from "./rule";

/** Measures of change that look at each round as a whole, whoever answered only one of them. */
const OF_WHOLE_ROUNDS: readonly string[] = [
  "net-change-of-totals",
  "spread-change",
  "marginal-chi-square",
  "estimate-change",
];

/** Whether a rule of stability compares the same experts in both rounds. */
export const needsPairs = (rule: Rule): boolean =>
  conditionsOf(rule).some(({ measure }) => !OF_WHOLE_ROUNDS.includes(measure));

/**
 * The same rule over the totals of both rounds, which are released anyway; null where a measure needs the pairs.
 * It stands in for the rule where figures about pairs would give away the few who answered only one round.
 */
export function onTotals(rule: Rule): Rule | null {
  if ("all" in rule) return combined(rule.all, (all) => ({ all }));
  if ("any" in rule) return combined(rule.any, (any) => ({ any }));
  return conditionOnTotals(rule);
}

function combined(rules: readonly Rule[], make: (rules: readonly Rule[]) => Rule): Rule | null {
  const turned = rules.map(onTotals);
  return turned.includes(null) ? null : make(turned.filter((rule) => rule !== null));
}

function conditionOnTotals(condition: Condition): Condition | null {
  if (OF_WHOLE_ROUNDS.includes(condition.measure)) return condition;
  if (condition.measure !== "net-change" || condition.figure !== "netChangePercent") return null;
  return { ...condition, measure: "net-change-of-totals" };
}
