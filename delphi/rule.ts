import { z } from "zod";
import type { Estimate } from "./statistics/estimate";
import { Matrix } from "./statistics/input";
import { RAND_TABLE } from "./statistics/rand-ucla";
import { type AnyMeasure, measureNamed } from "./statistics/registry";

const SettingValue = z.union([z.number(), z.string(), z.boolean()]);

/** One comparison of a figure of a named measure with a threshold, for example iqr ≤ 1. */
export const Condition = z.strictObject({
  measure: z.string(),
  /** The figure's name; a figure within a figure by its dotted place, for example interval.low. */
  figure: z.string(),
  /** Subtracted from `figure` before comparing, for example iqrLater − iqrEarlier. */
  minus: z.string().optional(),
  /** Compare the size of the figure, whichever way it points. */
  absolute: z.boolean().optional(),
  compare: z.enum([">=", "<=", "<", ">", "="]),
  value: SettingValue,
  settings: z.record(z.string(), SettingValue).default({}),
  /** For tests on a yes and a no: both rounds are first told apart into below this point, and from it on. */
  split: z.number().optional(),
  /** What a test needs before it may speak: where this is not met, the verdict is unknown and not “no”. */
  needed: z.literal(true).optional(),
});
export type Condition = z.infer<typeof Condition>;

export type Rule = Condition | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] };

/** A rule over the figures of named measures. All and any follow three-valued logic: unknown stays unknown. */
export const Rule: z.ZodType<Rule> = z.lazy(() =>
  z.union([
    Condition,
    z.strictObject({ all: z.array(Rule).min(1).max(8) }),
    z.strictObject({ any: z.array(Rule).min(1).max(8) }),
  ]),
);

/** Everything a measure can be asked about one item and part; the measure takes what its input names. */
export type Evidence = Readonly<{
  ratings?: readonly (number | null)[];
  scale?: { readonly min: number; readonly max: number };
  counts?: readonly number[];
  earlier?: readonly (number | null)[];
  later?: readonly (number | null)[];
  table?: readonly (readonly number[])[];
  earlierCounts?: readonly number[];
  laterCounts?: readonly number[];
  /** All items that are put in order together: together[item][expert], for measures of agreement on an order. */
  together?: readonly (readonly (number | null)[])[];
  /** Of a quantity, in one round or in two: everybody's estimate at the common confidence. */
  estimates?: readonly (Estimate | null)[];
  earlierEstimates?: readonly (Estimate | null)[];
  laterEstimates?: readonly (Estimate | null)[];
  /** How often each option of a ranking had each rank: rankCounts[option][rank − 1]. */
  rankCounts?: readonly (readonly number[])[];
  /** The points of the scale in order, where `split` needs to know which row of a table is which. */
  points?: readonly number[];
}>;

/** Why a rule could not be judged; shared.reading.unknown has a sentence for each. */
export type Unknown =
  | "nobody-answered"
  | "nobody-answered-both"
  | "too-few-answers"
  | "panel-too-small"
  | "panel-too-large"
  | "no-variation"
  | "not-released";

/** `met` is null where a figure it needs cannot be computed, and `unknown` says why; `figures` are those that decided. */
export type Judgement = {
  readonly met: boolean | null;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly unknown: Unknown | null;
};

export function judge(rule: Rule, evidence: Evidence): Judgement {
  if ("all" in rule) return combine(rule.all, evidence, false);
  if ("any" in rule) return combine(rule.any, evidence, true);
  return judgeCondition(rule, evidence);
}

/** `decisive` is the verdict that settles the combination on its own: true for any, false for all. */
function combine(rules: readonly Rule[], evidence: Evidence, decisive: boolean): Judgement {
  const parts = rules.map((rule) => judge(rule, evidence));
  const figures = Object.assign({}, ...parts.map((part) => part.figures));
  if (parts.some((part) => part.met === decisive)) return { met: decisive, figures, unknown: null };
  const open = parts.find((part) => part.met === null);
  return { met: open ? null : !decisive, figures, unknown: open?.unknown ?? null };
}

function judgeCondition(condition: Condition, evidence: Evidence): Judgement {
  const measure = measureNamed(condition.measure);
  if (!measure) throw new Error(`There is no measure called “${condition.measure}”.`);
  const value = measure.compute(inputOf(condition, measure, evidence));
  const figures: Record<string, Figure> = {};
  for (const name of [condition.figure, condition.minus].filter((one) => one !== undefined)) {
    const found = figureAt(value, name);
    if (found === undefined)
      throw new Error(`The measure “${condition.measure}” has no figure called “${name}”.`);
    figures[name] = found;
  }
  const figure = compared(condition, figures);
  if (figure === null) return { met: null, figures, unknown: whyUndefined(condition, value, evidence) };
  const met = compare(figure, condition.compare, condition.value);
  if (condition.needed && !met)
    return { met: null, figures, unknown: whyUndefined(condition, value, evidence) };
  return { met, figures, unknown: null };
}

/** The measure takes from the evidence what its input names, unless a setting says otherwise. */
function inputOf({ settings, split }: Condition, measure: AnyMeasure, evidence: Evidence) {
  const given: Record<string, unknown> = { ...settings };
  for (const name of Object.keys(measure.input.shape))
    if (name in evidence && !(name in given)) given[name] = evidence[name as keyof Evidence];
  if (looksAtSeveralItems(measure)) given.ratings = evidence.together ?? [[]];
  if (looksAtARanking(measure)) given.rankCounts = evidence.rankCounts ?? [[0, 0]];
  if (split !== undefined && evidence.table && evidence.points)
    given.table = splitAt(evidence.table, evidence.points, split);
  return given;
}

/** Whether a measure takes ratings[item][expert], so that its verdict is about a set of items and not about one. */
const looksAtSeveralItems = (measure: AnyMeasure): boolean => measure.input.shape.ratings === Matrix;

/** Whether a measure takes all options of a ranking, so that its verdict is about the ranking and not about one. */
const looksAtARanking = (measure: AnyMeasure): boolean => "rankCounts" in measure.input.shape;

function splitAt(table: readonly (readonly number[])[], points: readonly number[], from: number): number[][] {
  const half = [0, 0].map(() => [0, 0]);
  table.forEach((row, earlier) => {
    row.forEach((count, later) => {
      half[points[earlier]! >= from ? 1 : 0]![points[later]! >= from ? 1 : 0]! += count;
    });
  });
  return half;
}

/** A figure by its dotted place. Undefined where there is none; a figure within an undefined figure is undefined too: null. */
export function figureAt(value: Readonly<Record<string, unknown>>, place: string): Figure | undefined {
  let found: unknown = value;
  for (const name of place.split(".")) {
    if (found === null) return null;
    if (typeof found !== "object" || !Object.hasOwn(found as object, name)) return undefined;
    found = (found as Record<string, unknown>)[name];
  }
  return typeof found === "object" && found !== null ? undefined : (found as Figure | undefined);
}

function whyUndefined(
  condition: Condition,
  value: Readonly<Record<string, unknown>>,
  evidence: Evidence,
): Unknown {
  if (value.n === 0 || value.experts === 0) return "nobody-answered";
  if (value.pairs === 0 || value.earlierN === 0 || value.laterN === 0) return "nobody-answered-both";
  if (condition.measure === "spread-change" && [evidence.earlier, evidence.later].some(isEmpty))
    return "nobody-answered-both";
  if (condition.measure === "rand-ucla" && typeof value.n === "number")
    return value.n < RAND_TABLE.from ? "panel-too-small" : "panel-too-large";
  if (condition.needed || value.n === 1 || value.experts === 1) return "too-few-answers";
  return "no-variation";
}

const isEmpty = (ratings: readonly (number | null)[] | undefined): boolean =>
  !ratings || ratings.every((one) => one === null);

export type Figure = number | string | boolean | null;

export function compared(condition: Condition, figures: Readonly<Record<string, Figure>>): Figure {
  const first = figures[condition.figure] ?? null;
  const second = condition.minus === undefined ? 0 : (figures[condition.minus] ?? null);
  if (typeof first !== "number" || typeof second !== "number") return second === null ? null : first;
  return condition.absolute ? Math.abs(first - second) : first - second;
}

/** Equality at a boundary holds to 9 decimals, so that 3.1 − 2.9 is 0.2. */
export function compare(
  figure: number | string | boolean,
  how: Condition["compare"],
  value: number | string | boolean,
): boolean {
  if (typeof figure !== "number" || typeof value !== "number") return how === "=" && figure === value;
  const difference = Math.abs(figure - value) < 5e-10 ? 0 : figure - value;
  if (how === ">=") return difference >= 0;
  if (how === "<=") return difference <= 0;
  if (how === "<") return difference < 0;
  if (how === ">") return difference > 0;
  return difference === 0;
}

/** Whether a rule is about the order of several items, so that its verdict is not about any one of them. */
export const isAboutAnOrder = (rule: Rule): boolean =>
  conditionsOf(rule).some(({ measure }) => {
    const known = measureNamed(measure);
    return known !== undefined && looksAtSeveralItems(known);
  });

/** Whether a rule is about a ranking as a whole, so that each of its options carries the same verdict. */
export const isAboutARanking = (rule: Rule): boolean =>
  conditionsOf(rule).some(({ measure }) => {
    const known = measureNamed(measure);
    return known !== undefined && looksAtARanking(known);
  });

/** The conditions that a rule is made of, in the order in which it names them. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  if ("all" in rule) return rule.all.flatMap(conditionsOf);
  if ("any" in rule) return rule.any.flatMap(conditionsOf);
  return [rule];
}
