import type { Problem } from "./result";
import { type Condition, figureAt, type Rule } from "./rule";
import { measureNamed } from "./statistics/registry";

/** What is wrong with a rule whatever the scale: names that do not exist, comparisons that mean nothing. */
export function formProblems(rule: Rule, path: string): readonly Problem[] {
  if ("all" in rule) return rule.all.flatMap((one, at) => formProblems(one, `${path}.all.${at}`));
  if ("any" in rule) return rule.any.flatMap((one, at) => formProblems(one, `${path}.any.${at}`));
  return conditionProblems(rule, path);
}

function conditionProblems(condition: Condition, path: string): readonly Problem[] {
  const measure = measureNamed(condition.measure);
  if (!measure)
    return [{ path: `${path}.measure`, message: `There is no measure called “${condition.measure}”.` }];
  const example = { ...measure.example.value } as Readonly<Record<string, unknown>>;
  for (const name of ["figure", "minus"] as const) {
    const figure = condition[name];
    if (figure === undefined || figureAt(example, figure) !== undefined) continue;
    const known = Object.keys(measure.figures).join(", ");
    return [
      {
        path: `${path}.${name}`,
        message: `“${measure.title}” has no figure called “${figure}” that can be compared; it has ${known}.`,
      },
    ];
  }
  const unknown = Object.keys(condition.settings).find((name) => !(name in measure.input.shape));
  if (unknown)
    return [
      { path: `${path}.settings.${unknown}`, message: `“${measure.title}” has no setting “${unknown}”.` },
    ];
  return valueProblems(condition, figureAt(example, condition.figure) ?? null, path);
}

function valueProblems(
  { figure, compare, value }: Condition,
  like: number | string | boolean | null,
  path: string,
): readonly Problem[] {
  const wrong = (message: string) => [{ path: `${path}.value`, message }];
  if (like !== null && typeof value !== typeof like)
    return wrong(`“${figure}” is ${KIND[typeof like]}, so it can't be compared with “${value}”.`);
  if (typeof value !== "number" && compare !== "=")
    return [
      { path: `${path}.compare`, message: `“${value}” is no number: it can only be compared with “=”.` },
    ];
  if (figure.endsWith("Percent") && typeof value === "number" && Math.abs(value) > 100)
    return wrong(`A percentage goes up to 100, so ${value} can't be reached.`);
  return [];
}

const KIND: Readonly<Record<string, string>> = {
  number: "a number",
  string: "a word",
  boolean: "true or false",
};

/** Whether a rule can be met by weighted kappa alone, which falls when a panel comes to agree. */
export function restsOnKappa(rule: Rule): boolean {
  if ("all" in rule) return rule.all.every(restsOnKappa);
  if ("any" in rule) return rule.any.some(restsOnKappa);
  return rule.measure === "weighted-kappa" && rule.figure === "kappa";
}
