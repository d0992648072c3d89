import { canonical } from "./canonical";
import { presetOf } from "./definitions/library";
import { STANDARD_LEVEL } from "./estimate";
import { ITEM_KINDS, type ItemKind } from "./item-kind";
import { ORDERS } from "./item-order";
import type { Protocol } from "./protocol";
import { type Reading, reading, type Said } from "./reading";
import type { Condition, Rule } from "./rule";
import { measureNamed } from "./statistics/registry";

/**
 * The declared method in plain sentences, in the order in which a reader needs them. `asked` are the kinds of items that
 * the study has: a rule for any other says nothing about it. Without items, every rule is told.
 */
export function readProtocol(declared: Protocol, asked: readonly ItemKind[] = []): readonly Reading[] {
  const protocol = asked.length > 0 ? { ...declared, rules: rulesFor(declared, asked) } : declared;
  return [
    reading("protocol.rounds", { rounds: protocol.rounds }),
    ...readRules(protocol),
    reading(`protocol.stopping.${protocol.stopping}`, { rounds: protocol.rounds }),
    ...readBetweenRounds(protocol),
    ...readFeedback(protocol),
    ...(protocol.showsIntervals ? [reading("protocol.intervals", { level: STANDARD_LEVEL })] : []),
    reading("protocol.minimum-group", { k: protocol.minimumGroup }),
    reading(`protocol.anonymity.${protocol.anonymity}`),
    reading(`protocol.next-round.${protocol.nextRound}`),
    reading(`protocol.closing.${protocol.closing}`),
    ...(protocol.strata.length > 1
      ? [
          reading("protocol.strata", {
            strata: { all: protocol.strata.map(({ title }) => reading("quoted", { text: title })) },
          }),
        ]
      : []),
    ...readPositions(protocol),
    ...readAboutExperts(protocol),
    ...readOrders(protocol),
    ...(protocol.earlyPublication ? [reading("protocol.early-publication")] : []),
  ];
}

const rulesFor = ({ rules }: Protocol, asked: readonly ItemKind[]): Protocol["rules"] =>
  Object.fromEntries(asked.flatMap((kind) => (rules[kind] ? [[kind, rules[kind]]] : [])));

function readRules({ rules }: Protocol): Reading[] {
  const kinds = ITEM_KINDS.filter((kind) => rules[kind]);
  const consensus = sameRule(kinds, (kind) => rules[kind]!.consensus).map(({ rule, about }) =>
    rule
      ? reading("protocol.consensus", { about, rule: readRule(rule) })
      : reading("protocol.no-consensus", { about }),
  );
  const stability = sameRule(kinds, (kind) => rules[kind]!.stability).flatMap(({ rule, about }) =>
    rule ? [reading("protocol.stability", { about, rule: readRule(rule) })] : [],
  );
  return [...consensus, ...stability];
}

/** Kinds of items that share a rule are named together. */
function sameRule(
  kinds: readonly ItemKind[],
  ruleOf: (kind: ItemKind) => Rule | null,
): { rule: Rule | null; about: Said }[] {
  const texts = [...new Set(kinds.map((kind) => canonical(ruleOf(kind))))];
  return texts.map((text) => {
    const those = kinds.filter((kind) => canonical(ruleOf(kind)) === text);
    return {
      rule: ruleOf(those[0]!),
      about: { any: those.map((kind) => reading(`protocol.kind.${kind}`)) },
    };
  });
}

/** What may happen to items between rounds; nothing is said of what is not foreseen. */
function readBetweenRounds({ rules, betweenRounds }: Protocol): Reading[] {
  const above = betweenRounds?.rewordAbove ?? null;
  const kinds = ITEM_KINDS.filter((kind) => rules[kind]?.retire);
  return [
    ...sameRule(kinds, (kind) => rules[kind]!.retire!).map(({ rule, about }) =>
      reading("protocol.retire", { about, rule: readRule(rule!) }),
    ),
    ...(above === null ? [] : [reading("protocol.reword", { percent: above })]),
    ...(betweenRounds?.panelItems ? [reading("protocol.panel-items")] : []),
  ];
}

/** Nothing is said of what is usual. */
const readPositions = ({ positions }: Protocol): Reading[] => [
  ...(positions?.names === false ? [reading("protocol.positions-nameless")] : []),
  ...(positions?.beside === "positions" ? [reading("protocol.positions-beside")] : []),
];

const readAboutExperts = ({ aboutExperts }: Protocol): Reading[] => [
  ...(aboutExperts?.expertise ? [reading(`protocol.expertise.${aboutExperts.expertise}`)] : []),
  ...(aboutExperts?.interests ? [reading(`protocol.interests.${aboutExperts.interests}`)] : []),
];

/** Whose order differs from expert to expert; nothing is said of what all see alike. */
function readOrders({ questionnaire }: Protocol): Reading[] {
  const sections = (questionnaire?.sections ?? [])
    .filter(({ order }) => order === "shuffled")
    .map(({ title }) => reading("quoted", { text: title }));
  return [
    ...(sections.length > 0
      ? [reading("protocol.shuffled", { sections: { all: sections }, orders: ORDERS })]
      : []),
    ...(questionnaire?.order === "shuffled" ? [reading("protocol.shuffled-rest", { orders: ORDERS })] : []),
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

/**
 * A rule as one clause: "at least 75% of the answers lie at …, and the middle half spans at most 1 point". One that
 * was made from a preset has the preset's own clause; any other is put together from its conditions.
 */
export function readRule(rule: Rule): Said {
  const known = presetOf(rule, "consensus") ?? presetOf(rule, "stability");
  return known ? reading(`preset.${known.preset.name}`, known.values) : readConditions(rule);
}

function readConditions(rule: Rule): Said {
  if ("all" in rule)
    return rule.all.length === 1 ? readConditions(rule.all[0]!) : { all: rule.all.map(readConditions) };
  if ("any" in rule) return reading("rule.either", { rules: { any: rule.any.map(readConditions) } });
  return readCondition(rule);
}

/** Figures that have a clause of their own, with their unit; any other is described as on the method page. */
const UNITS: Readonly<Record<string, string>> = {
  iqr: "points",
  topPercent: "percent",
  bottomPercent: "percent",
  netChangePercent: "percent",
  medianChange: "points",
  iqrLater: "points",
  coveringPercent: "percent",
  shiftPercent: "percent",
  widthChangePercent: "percent",
};

function readCondition({ measure: name, figure, compare, value }: Condition): Reading {
  const unit = typeof value === "number" ? (UNITS[figure] ?? "none") : "none";
  const compared = reading(`rule.compare.${COMPARED[compare]}`, { value: amount(value, unit) });
  if (unit !== "none") return reading(`rule.${figure}`, { compared });
  const measure = measureNamed(name);
  const described = measure?.figures[figure.split(".")[0]!] ?? figure;
  return reading("rule.other", { figure: described, measure: measure?.title ?? name, compared });
}

const amount = (value: Condition["value"], unit: string): Said =>
  typeof value === "number" && unit !== "none" ? reading(`rule.unit.${unit}`, { value }) : String(value);

const COMPARED: Readonly<Record<Condition["compare"], string>> = {
  ">=": "at-least",
  "<=": "at-most",
  "<": "below",
  ">": "above",
  "=": "equal",
};
