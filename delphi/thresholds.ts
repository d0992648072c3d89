import { canonical } from "./canonical";
import { agreementWithNarrowSpread, netChangeBelow, quantilesSteady } from "./presets";
import type { Protocol } from "./protocol";
import { conditionsOf } from "./rule";

/** The numbers in the usual rules of a policy Delphi. */
export type Thresholds = {
  /** Percent of the answers at one end. */
  readonly agreement: number;
  /** Percent; a net change below it is steady. */
  readonly netChange: number;
  /** Points of percent by which the median of a probability may move, and its middle half grow or shrink. */
  readonly median: number;
  readonly spread: number;
};

export const rulesWith = ({ agreement, netChange, median, spread }: Thresholds): Protocol["rules"] => {
  const rated = { consensus: agreementWithNarrowSpread(agreement), stability: netChangeBelow(netChange) };
  return {
    stance: rated,
    option: rated,
    scenario: { consensus: null, stability: quantilesSteady(median, spread) },
  };
};

/** The numbers of a protocol's rules, or null where its rules have another form. */
export function thresholdsOf({ rules }: Protocol): Thresholds | null {
  const conditions = [rules.option?.consensus, rules.option?.stability, rules.scenario?.stability].flatMap(
    (rule) => (rule ? conditionsOf(rule) : []),
  );
  const limitOf = (figure: string) => Number(conditions.find((one) => one.figure === figure)?.value);
  const thresholds = {
    agreement: limitOf("topPercent"),
    netChange: limitOf("netChangePercent"),
    median: limitOf("medianChange"),
    spread: limitOf("iqrLater"),
  };
  if (Object.values(thresholds).some(Number.isNaN)) return null;
  return canonical(rulesWith(thresholds)) === canonical(rules) ? thresholds : null;
}
