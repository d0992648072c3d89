import { agreementWithSpread, chosenByMost } from "./definitions/agreement";
import { estimateSteady, intervalsHoldMedian } from "./definitions/estimates";
import { type Preset, startRule } from "./definitions/preset";
import { pointsSpread, rankingAgreement } from "./definitions/special-agreement";
import { middleSteady, netChangeSmall } from "./definitions/steadiness";
import type { Item } from "./item";
import type { ItemKind } from "./item-kind";
import type { Protocol } from "./protocol";
import { protocolProblems } from "./protocol-problems";
import type { Rule } from "./rule";

/** On five points: at least `percent` in the top two or the bottom two, and a middle half of at most one point. */
export const agreementWithNarrowSpread = (percent: number): Rule =>
  agreementWithSpread.rule({ percent, topFrom: 4, bottomTo: 2, iqr: 1 });

export const netChangeBelow = (percent: number): Rule => netChangeSmall.rule({ percent });

/** Median moves by at most `median` and the middle half by at most `spread`, in points of percent. */
const quantilesSteady = (median: number, spread: number): Rule => middleSteady.rule({ median, spread });

/**
 * A question that more than a fifth of those who took part left open may not be understood, or not be theirs to
 * answer: a new wording is proposed. What the panel proposes in its open answers may become an item.
 */
export const openBetweenRounds = { rewordAbove: 20, panelItems: true };

/** What a kind of item gets with its first item, since the protocols that studies begin with have no rules for it. */
const usualPresets: Partial<Readonly<Record<ItemKind, { consensus: Preset; stability: Preset }>>> = {
  choice: { consensus: chosenByMost, stability: netChangeSmall },
  ranking: { consensus: rankingAgreement, stability: middleSteady },
  allocation: { consensus: pointsSpread, stability: middleSteady },
  estimate: { consensus: intervalsHoldMedian, stability: estimateSteady },
};

/** The protocol with the usual rules for a kind that has none yet; null where there is nothing to add, or no room. */
export function withUsualRules(protocol: Protocol, kind: ItemKind, items: readonly Item[]): Protocol | null {
  const usual = usualPresets[kind];
  const scale = items.findLast((item) => item.kind === kind)?.parts[0]?.scale;
  if (!usual || !scale || protocol.rules[kind]) return null;
  const stability = protocol.rounds === 1 ? null : startRule(usual.stability, scale);
  const rules = { consensus: startRule(usual.consensus, scale), stability };
  const changed = { ...protocol, rules: { ...protocol.rules, [kind]: rules } };
  return protocolProblems(changed, items).length === 0 ? changed : null;
}

/** The protocol of the seeded study: at most three rounds, consensus and stability judged apart. */
export const policyDelphi: Protocol = {
  design: "policy-delphi",
  rounds: 3,
  minimumGroup: 5,
  rules: {
    stance: { consensus: agreementWithNarrowSpread(75), stability: netChangeBelow(15) },
    option: { consensus: agreementWithNarrowSpread(75), stability: netChangeBelow(15) },
    scenario: { consensus: null, stability: quantilesSteady(5, 10) },
  },
  stopping: "all-stable",
  feedback: { reasons: true, distribution: true, strata: true },
  anonymity: "sealed",
  closing: "by-hand",
  nextRound: "everyone",
  strata: [],
  earlyPublication: false,
};
