import { z } from "zod";
import { measureNamed } from "./statistics/registry";

const SettingValue = z.union([z.number(), z.string(), z.boolean()]);

/** One comparison of a figure of a named measure with a threshold, for example iqr ≤ 1. */
export const Condition = z.strictObject({
  measure: z.string(),
  figure: z.string(),
  /** Subtracted from `figure` before comparing, for example iqrLater − iqrEarlier. */
  minus: z.string().optional(),
  /** Compare the size of the figure, whichever way it points. */
  absolute: z.boolean().optional(),
  compare: z.enum([">=", "<=", "<", ">", "="]),
  value: SettingValue,
  settings: z.record(z.string(), SettingValue).default({}),
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
}>;

/** `met` is null where a figure it needs cannot be computed; `figures` are those that decided. */
export type Judgement = {
  readonly met: boolean | null;
  readonly figures: Readonly<Record<string, Figure>>;
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
  if (parts.some((part) => part.met === decisive)) return { met: decisive, figures };
  return { met: parts.some((part) => part.met === null) ? null : !decisive, figures };
}

function judgeCondition(condition: Condition, evidence: Evidence): Judgement {
  const measure = measureNamed(condition.measure);
  if (!measure) throw new Error(`There is no measure called “${condition.measure}”.`);
  const given: Record<string, unknown> = { ...condition.settings };
  for (const name of Object.keys(measure.input.shape))
    if (name in evidence && !(name in given)) given[name] = evidence[name as keyof Evidence];
  const value = measure.compute(given) as Record<string, unknown>;
  const figures: Record<string, Figure> = {};
  for (const name of [condition.figure, condition.minus].filter((one) => one !== undefined)) {
    if (value[name] === undefined)
      throw new Error(`The measure “${condition.measure}” has no figure called “${name}”.`);
    figures[name] = value[name] as Figure;
  }
  const figure = compared(condition, figures);
  return { met: figure === null ? null : compare(figure, condition.compare, condition.value), figures };
}

type Figure = number | string | boolean | null;

function compared(condition: Condition, figures: Readonly<Record<string, Figure>>): Figure {
  const first = figures[condition.figure] ?? null;
  const second = condition.minus === undefined ? 0 : (figures[condition.minus] ?? null);
  if (typeof first !== "number" || typeof second !== "number") return second === null ? null : first;
  return condition.absolute ? Math.abs(first - second) : first - second;
}

/** Equality at a boundary holds to 9 decimals, so that 3.1 − 2.9 is 0.2. */
function compare(
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

/** The distinct figures that a rule looks at, in the order in which it names them. */
export function conditionsOf(rule: Rule): readonly Condition[] {
  if ("all" in rule) return rule.all.flatMap(conditionsOf);
  if ("any" in rule) return rule.any.flatMap(conditionsOf);
  return [rule];
}
