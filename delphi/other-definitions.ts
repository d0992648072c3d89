import { canonical } from "./canonical";
import { presetOf, presetsFor } from "./definitions/library";
import { startRule } from "./definitions/preset";
import { evidenceOfCounts, ratingsOf } from "./evidence";
import { type Judgement, judge, type Rule, type Unknown } from "./rule";
import type { Scale } from "./scale";
import { medianInterval } from "./statistics/median-interval";

/** The verdict on one distribution under one definition of consensus. */
export type OtherVerdict = Judgement & {
  /** The preset's name, or null for a rule that is none. */
  readonly preset: string | null;
  /** Whether the study declared this rule; the others answer "what if". */
  readonly declared: boolean;
  readonly rule: Rule;
};

/**
 * The verdict under the declared rule and under every other published definition that fits the scale, each with
 * the numbers it starts with. Needs nothing but the published distribution, so any reader can work it out again;
 * where that is not released every verdict is unknown. Definitions about the order of several items are left out.
 */
export function otherDefinitions(
  scale: Scale,
  counts: readonly number[] | null,
  declared: Rule | null = null,
): readonly OtherVerdict[] {
  const own = declared && (presetOf(declared, "consensus", [scale])?.preset.name ?? null);
  const others = presetsFor("consensus", [scale])
    .filter(({ over }) => over === "item")
    .map((preset) => ({ preset: preset.name, rule: startRule(preset, scale) }))
    .filter(({ rule }) => declared === null || canonical(rule) !== canonical(declared));
  return [
    ...(declared
      ? [{ preset: own, declared: true, rule: declared, ...verdict(declared, scale, counts) }]
      : []),
    ...others.map((one) => ({ ...one, declared: false, ...verdict(one.rule, scale, counts) })),
  ];
}

/** A rule judged on a published distribution, with the reason where it can't be. */
export const verdict = (rule: Rule, scale: Scale, counts: readonly number[] | null): Judgement =>
  counts === null
    ? { met: null, figures: {}, unknown: "not-released" }
    : judge(rule, evidenceOfCounts(scale, counts));

export type MedianInterval =
  | { readonly low: number; readonly high: number; readonly coveragePercent: number; readonly unknown: null }
  | { readonly low: null; readonly high: null; readonly coveragePercent: null; readonly unknown: Unknown };

/** The interval for the median by order statistics, at 95%; from six answers on. */
export function medianIntervalOf(scale: Scale, counts: readonly number[] | null): MedianInterval {
  const none = (unknown: Unknown) => ({ low: null, high: null, coveragePercent: null, unknown });
  if (counts === null) return none("not-released");
  const { n, low, high, coveragePercent } = medianInterval.compute({ ratings: ratingsOf(scale, counts) });
  if (low === null || high === null || coveragePercent === null)
    return none(n === 0 ? "nobody-answered" : "too-few-answers");
  return { low, high, coveragePercent, unknown: null };
}
