import { canonical } from "../canonical";
import type { Rule } from "../rule";
import type { Scale } from "../scale";
import {
  agreementWithSpread,
  chosenByMost,
  coreOutcome,
  iqrThreshold,
  medianBand,
  percentAtOneEnd,
  policyBands,
} from "./agreement";
import { estimateSteady, intervalsHoldMedian } from "./estimates";
import type { Preset, Values } from "./preset";
import {
  orderAgreement,
  pointsSpread,
  probabilitySpread,
  randIndex,
  randTable,
  rankingAgreement,
} from "./special-agreement";
import {
  cvSteady,
  iqrSteady,
  mcnemarSilent,
  middleSteady,
  netChangeSmall,
  shareUnchanged,
  wilcoxonSilent,
} from "./steadiness";

/** Every preset, in the order of the method page. The only list. */
export const presets: readonly Preset[] = [
  agreementWithSpread,
  percentAtOneEnd,
  chosenByMost,
  coreOutcome,
  randTable,
  randIndex,
  iqrThreshold,
  medianBand,
  policyBands,
  orderAgreement,
  rankingAgreement,
  probabilitySpread,
  intervalsHoldMedian,
  pointsSpread,
  netChangeSmall,
  shareUnchanged,
  wilcoxonSilent,
  mcnemarSilent,
  iqrSteady,
  cvSteady,
  middleSteady,
  estimateSteady,
];

export const presetNamed = (name: string): Preset | undefined => presets.find((one) => one.name === name);

/** The presets that can be chosen where these are the scales: each has to fit all of them. */
export const presetsFor = (about: Preset["about"], scales: readonly Scale[]): readonly Preset[] =>
  presets.filter((preset) => preset.about === about && scales.every(preset.fits));

export type Recognised = { readonly preset: Preset; readonly values: Values };

/**
 * The preset that a rule was made from, with its numbers; null for a rule of another form. A narrow middle half
 * has the same rule on points and on probabilities: there the scales tell the two apart.
 */
export function presetOf(
  rule: Rule,
  about: Preset["about"],
  scales: readonly Scale[] = [],
): Recognised | null {
  for (const preset of presetsFor(about, scales)) {
    const values = valuesIn(preset, rule);
    if (values) return { preset, values };
  }
  return null;
}

/** Every number that a preset may hold, whatever the scale. */
const NAMES = [
  "percent",
  "against",
  "topFrom",
  "bottomTo",
  "iqr",
  "one",
  "two",
  "w",
  "level",
  "pairs",
  "share",
  "change",
  "median",
  "spread",
] as const;

/** Numbers that no rule holds, one for each name: where the preset puts one, the rule's own number is read. */
const MARKS = new Map<number, string>(NAMES.map((name, at) => [-(2 ** 40) - at, name]));
const MARKED: Values = Object.fromEntries([...MARKS].map(([mark, name]) => [name, mark]));

function valuesIn(preset: Preset, rule: Rule): Values | null {
  const values: Record<string, number> = {};
  if (!reads(preset.rule(MARKED), rule, values)) return null;
  return canonical(preset.rule(values)) === canonical(rule) ? values : null;
}

/** Walks both trees at once and notes the numbers that stand where the form has a mark. */
function reads(form: unknown, given: unknown, values: Record<string, number>): boolean {
  const name = typeof form === "number" ? MARKS.get(form) : undefined;
  if (name !== undefined) {
    if (typeof given !== "number") return false;
    values[name] ??= given;
    return values[name] === given;
  }
  if (typeof form !== "object" || form === null) return form === given;
  if (typeof given !== "object" || given === null) return false;
  return Object.entries(form).every(([key, part]) =>
    reads(part, (given as Record<string, unknown>)[key], values),
  );
}
