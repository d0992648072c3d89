import { presetOf } from "./definitions/library";
import { isOneTo } from "./definitions/threshold";
import type { Problem } from "./result";
import { type Condition, conditionsOf, isAboutAnOrder, isAboutARanking, type Rule } from "./rule";
import { limitsOf } from "./rule-limits";
import { isQuantity, type Scale, scaleValues } from "./scale";

type About = "consensus" | "stability";

/** Measures that take ratings for what they are on labelled points, and mean nothing on probabilities. */
const OF_POINTS: readonly string[] = [
  "percent-agreement",
  "comet-consensus",
  "modal-shares",
  "mcnemar",
  "kendall-w",
];

/** Measures that take an expert's whole estimate, and there is one only where a number or a date is asked. */
const OF_ESTIMATES: readonly string[] = ["interval-agreement", "estimate-change"];

/**
 * What is wrong with a well-formed rule on this scale and, where it is known, with this many people on the roll.
 * At most one problem: the first says what to change.
 */
export function fitProblem(
  rule: Rule,
  about: About,
  scale: Scale,
  subject: string,
  people: number | null,
  path: string,
): Problem | null {
  const off = outOfBounds(rule, about, scale);
  if (off) return { path: `${path}.${off.name}`, message: off.message };
  const message =
    measureOffScale(rule, scale, subject) ??
    // Quantities have no points to try a rule on; their rules hold for any unit.
    (isQuantity(scale) ? null : endsOffScale(rule, about, scale, subject)) ??
    panelOffRule(rule, people) ??
    (isQuantity(scale) ? null : emptyRule(rule, about, scale, subject, people));
  return message === null ? null : { path, message };
}

/** A preset's own number outside its bounds is named itself, at its own place. */
function outOfBounds(rule: Rule, about: About, scale: Scale): { name: string; message: string } | null {
  const known = presetOf(rule, about, [scale]);
  const off = known?.preset
    .thresholds(scale)
    .find(({ name, least, most }) => !(known.values[name]! >= least && known.values[name]! <= most));
  return off ? { name: off.name, message: `This must be from ${off.least} to ${off.most}.` } : null;
}

function measureOffScale(rule: Rule, scale: Scale, subject: string): string | null {
  if (scale.kind === "text") return `${subject} is answered in words, so no rule can judge it.`;
  const used = conditionsOf(rule).map(({ measure }) => measure);
  const ofEstimates = used.filter((measure) => OF_ESTIMATES.includes(measure)).length;
  if (isQuantity(scale) && ofEstimates < used.length)
    return `This rule is for points of a scale; ${subject} asks for an estimate with its interval.`;
  if (!isQuantity(scale) && ofEstimates > 0)
    return `This rule is for estimates with an interval; ${subject} asks for none.`;
  if (used.includes("rand-ucla") && !isOneTo(scale, 9))
    return `The RAND/UCLA rules are for the points 1 to 9; ${subject} has ${span(scale)}.`;
  if (used.includes("modal-shares") && scaleValues(scale).length !== 4)
    return `The policy Delphi bands are for four points; ${subject} has ${span(scale)}.`;
  if (scale.kind !== "ordinal" && used.some((measure) => OF_POINTS.includes(measure)))
    return `This rule counts points of a scale; ${subject} ${ASKS_FOR[scale.kind]}.`;
  if (scale.kind !== "rank" && isAboutARanking(rule))
    return `This rule is about a ranking; ${subject} is none.`;
  return null;
}

const ASKS_FOR = {
  probability: "asks for a probability",
  rank: "asks for an order",
  points: "gives out points",
  number: "asks for an estimate",
  date: "asks for an estimate",
} as const;

/** Both ends lie on the scale, each beyond its middle, and are equally wide: reversing a scale changes no verdict. */
function endsOffScale(rule: Rule, about: About, scale: Scale, subject: string): string | null {
  const values = scaleValues(scale);
  const [first, last] = [values[0]!, values.at(-1)!];
  const known = presetOf(rule, about, [scale])?.values ?? presetOf(rule, about)?.values;
  for (const { settings, split } of [...conditionsOf(rule), { settings: known ?? {}, split: undefined }]) {
    const { topFrom: top, bottomTo: bottom } = settings as Record<string, unknown>;
    if (split !== undefined && (split <= first || split > last))
      return `${subject} goes from ${first} to ${last}, so it can't be told apart at ${split}.`;
    if (typeof top !== "number" || typeof bottom !== "number") continue;
    if (top > last || bottom < first || bottom >= top)
      return `${subject} goes from ${first} to ${last}: the ends of the rule (${top} or higher, ${bottom} or lower) do not lie on it.`;
    if (last - top !== bottom - first)
      return `${subject} has ${span(scale)}, of which the rule counts ${last - top + 1} at the upper end and ${bottom - first + 1} at the lower. Both ends must be equally wide.`;
  }
  return null;
}

function panelOffRule(rule: Rule, people: number | null): string | null {
  if (people === null) return null;
  for (const condition of conditionsOf(rule)) {
    if (usesTable(condition) && (people < 8 || people > 16))
      return `The RAND/UCLA table is for panels of 8 to 16, and ${people} people are on the roll.`;
    if (condition.needed && typeof condition.value === "number" && condition.value > people)
      return `The rule needs at least ${condition.value} experts in both rounds, and ${people} people are on the roll.`;
  }
  return null;
}

const usesTable = ({ measure, figure, settings }: Condition): boolean =>
  measure === "rand-ucla" && (settings.rule === "table" || figure === "tableRule");

function emptyRule(
  rule: Rule,
  about: About,
  scale: Scale,
  subject: string,
  people: number | null,
): string | null {
  if (isAboutAnOrder(rule) || isAboutARanking(rule)) return null;
  const { canBeMet, canBeMissed } = limitsOf(rule, about, scale, people);
  if (!canBeMet)
    return `No answers to ${subject} could ever meet this rule: it contradicts itself, or asks for too much.`;
  return canBeMissed ? null : `All answers to ${subject} would meet this rule, so it decides nothing.`;
}

function span(scale: Scale): string {
  if (scale.kind === "ordinal") return `${scale.points.length} points`;
  const values = scaleValues(scale);
  return scale.kind === "rank" ? `${values.length} ranks` : `the points 0 to ${values.at(-1)}`;
}
