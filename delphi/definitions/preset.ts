import type { Condition, Rule } from "../rule";
import type { Scale } from "../scale";

/** A number in a preset that a facilitator may change, within bounds that make sense on the scale. */
export type Threshold = {
  readonly name: string;
  /** point: a point of the scale; points: a distance on it; number: a coefficient. */
  readonly unit: "percent" | "point" | "points" | "experts" | "number";
  readonly start: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
};

export type Values = Readonly<Record<string, number>>;

/** A published way to define consensus or stability: its texts stand here, its sentence in the catalogue. */
export type Preset = {
  /** Kebab-case, never reused. */
  readonly name: string;
  readonly about: "consensus" | "stability";
  readonly title: string;
  /** What it takes for consensus or stability, and by which convention. */
  readonly convention: string;
  /** What it is blind to. */
  readonly caution: string;
  readonly source: string;
  /** In words, which scales it was made for. */
  readonly scales: string;
  /** set: the verdict is about the order of all items of a kind, not about one of them. */
  readonly over: "item" | "set";
  readonly fits: (scale: Scale) => boolean;
  /** What can be changed, for a scale that fits. */
  readonly thresholds: (scale: Scale) => readonly Threshold[];
  readonly rule: (values: Values) => Rule;
};

/** One comparison, as the presets write it. */
export const condition = (
  measure: string,
  figure: string,
  compare: Condition["compare"],
  value: Condition["value"],
  more: Partial<Pick<Condition, "settings" | "minus" | "absolute" | "split" | "needed">> = {},
): Condition => ({ measure, figure, compare, value, settings: {}, ...more });

/** The numbers that a preset starts with on this scale. */
export const startValues = (preset: Preset, scale: Scale): Values =>
  Object.fromEntries(preset.thresholds(scale).map(({ name, start }) => [name, start]));

/** The rule that a preset gives on this scale, unless its numbers are changed. */
export const startRule = (preset: Preset, scale: Scale): Rule => preset.rule(startValues(preset, scale));
