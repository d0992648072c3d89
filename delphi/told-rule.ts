import { canonical } from "./canonical";
import { type Condition, compare, compared, conditionsOf, type Figure, type Rule } from "./rule";

type Figures = Readonly<Record<string, Figure>>;
/** Undefined where it can't be told. */
type Told = boolean | null | undefined;

/**
 * The verdict that the published figures of a rule give by themselves, whoever computed them; undefined where they do
 * not settle it: one is missing, or two measures have a figure of one name.
 */
export function judgeTold(rule: Rule, figures: Figures): Told {
  return isAmbiguous(rule) ? undefined : told(rule, figures);
}

function told(rule: Rule, figures: Figures): Told {
  if ("all" in rule) return combine(rule.all, figures, false);
  if ("any" in rule) return combine(rule.any, figures, true);
  return toldCondition(rule, figures);
}

function combine(rules: readonly Rule[], figures: Figures, decisive: boolean): Told {
  const parts = rules.map((rule) => told(rule, figures));
  if (parts.includes(decisive)) return decisive;
  if (parts.includes(undefined)) return undefined;
  return parts.includes(null) ? null : !decisive;
}

function toldCondition(condition: Condition, figures: Figures): Told {
  const names = [condition.figure, condition.minus].filter((one) => one !== undefined);
  if (names.some((name) => !Object.hasOwn(figures, name))) return undefined;
  const figure = compared(condition, figures);
  if (figure === null) return null;
  const met = compare(figure, condition.compare, condition.value);
  return condition.needed && !met ? null : met;
}

function isAmbiguous(rule: Rule): boolean {
  const sources = new Map<string, string>();
  return conditionsOf(rule).some(({ measure, settings, split, figure, minus }) => {
    const source = canonical({ measure, settings, split: split ?? null });
    return [figure, minus].some((name) => {
      if (name === undefined) return false;
      const known = sources.get(name) ?? source;
      sources.set(name, source);
      return known !== source;
    });
  });
}
