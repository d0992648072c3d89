import { ItemKind } from "./item";
import type { Protocol } from "./protocol";
import { type Reading, reading, type Said } from "./reading";
import type { Condition, Rule } from "./rule";

/** The declared method in plain sentences, in the order in which a reader needs them. */
export function readProtocol(protocol: Protocol): readonly Reading[] {
  return [
    reading("protocol.rounds", { rounds: protocol.rounds }),
    ...ItemKind.options.flatMap((kind) => readRules(protocol, kind)),
    reading(`protocol.stopping.${protocol.stopping}`, { rounds: protocol.rounds }),
    ...readFeedback(protocol),
    reading("protocol.minimum-group", { k: protocol.minimumGroup }),
    reading(`protocol.anonymity.${protocol.anonymity}`),
    reading(`protocol.next-round.${protocol.nextRound}`),
    reading(`protocol.closing.${protocol.closing}`),
    ...(protocol.strata.length > 1
      ? [reading("protocol.strata", { strata: { all: protocol.strata.map((stratum) => stratum.title) } })]
      : []),
    ...(protocol.earlyPublication ? [reading("protocol.early-publication")] : []),
  ];
}

function readRules(protocol: Protocol, kind: ItemKind): Reading[] {
  const rules = protocol.rules[kind];
  if (!rules) return [];
  const about = reading(`protocol.kind.${kind}`);
  return [
    rules.consensus
      ? reading("protocol.consensus", { about, rule: readRule(rules.consensus) })
      : reading("protocol.no-consensus", { about }),
    ...(rules.stability ? [reading("protocol.stability", { about, rule: readRule(rules.stability) })] : []),
  ];
}

function readFeedback({ feedback }: Protocol): Reading[] {
  const shown: Said[] = [
    ...(feedback.reasons ? [reading("protocol.feedback.reasons")] : []),
    ...(feedback.distribution ? [reading("protocol.feedback.distribution")] : []),
    ...(feedback.strata ? [reading("protocol.feedback.strata")] : []),
  ];
  return [
    shown.length > 0
      ? reading("protocol.feedback.some", { shown: { all: shown } })
      : reading("protocol.feedback.none"),
  ];
}

/** A rule as one clause: "the middle half spans at most 1 point, and 75% lie in …". */
export function readRule(rule: Rule): Said {
  if ("all" in rule) return rule.all.length === 1 ? readRule(rule.all[0]!) : { all: rule.all.map(readRule) };
  if ("any" in rule) return reading("rule.either", { rules: { any: rule.any.map(readRule) } });
  return readCondition(rule);
}

/** Figures that have a clause of their own; any other is named as the method page names it. */
const PLAIN = new Set(["iqr", "topPercent", "bottomPercent", "netChangePercent", "medianChange", "iqrLater"]);

function readCondition(condition: Condition): Reading {
  const compared = reading(`rule.compare.${COMPARED[condition.compare]}`, { value: String(condition.value) });
  if (PLAIN.has(condition.figure)) return reading(`rule.${condition.figure}`, { compared });
  return reading("rule.other", { figure: condition.figure, measure: condition.measure, compared });
}

const COMPARED: Readonly<Record<Condition["compare"], string>> = {
  ">=": "at-least",
  "<=": "at-most",
  "<": "below",
  ">": "above",
  "=": "equal",
};
