import { presetOf, presetsFor } from "@/delphi/definitions/library";
import type { Preset, Threshold } from "@/delphi/definitions/preset";
import { hasVerdict, type Item, judgedParts } from "@/delphi/item";
import { ITEM_KINDS, type ItemKind } from "@/delphi/item-kind";
import type { Protocol } from "@/delphi/protocol";
import type { Scale } from "@/delphi/scale";
import { partsFor } from "@/delphi/usual-parts";

/** What a form offers as the rule of a kind: each preset that fits, and which one the protocol has now. */
export type RuleChoice = {
  readonly presets: readonly OfferedPreset[];
  /** A preset's name; none: no verdict; own: a rule of another form, kept as it is. */
  readonly chosen: string;
};
export type OfferedPreset = Pick<Preset, "name" | "title" | "convention" | "caution" | "source"> & {
  readonly thresholds: readonly Threshold[];
};

const NO_RULE = "none";
export const OWN_RULE = "own";

/** The kinds of items that a verdict is given on. */
export const DECIDED = ITEM_KINDS.filter(hasVerdict);

export function ruleChoice(
  { rules }: Protocol,
  items: readonly Item[],
  kind: ItemKind,
  about: Preset["about"],
): RuleChoice {
  const scales = scalesOf(items, kind);
  const rule = rules[kind]?.[about] ?? null;
  const now = rule && (presetOf(rule, about, scales) ?? presetOf(rule, about));
  const fitting = presetsFor(about, scales);
  const offered = now && !fitting.includes(now.preset) ? [now.preset, ...fitting] : fitting;
  return {
    chosen: rule === null ? NO_RULE : (now?.preset.name ?? OWN_RULE),
    presets: offered.map((preset) => ({
      name: preset.name,
      title: preset.title,
      convention: preset.convention,
      caution: preset.caution,
      source: preset.source,
      thresholds: preset
        .thresholds(scales[0]!)
        .map((one) => (preset === now?.preset ? { ...one, start: now.values[one.name] ?? one.start } : one)),
    })),
  };
}

/** The scales on which items of a kind are rated; before there is any, those that a new one starts with. */
function scalesOf(items: readonly Item[], kind: ItemKind): readonly Scale[] {
  const those = items.filter((item) => item.kind === kind);
  const scales = those.flatMap((item) => judgedParts(item).map(({ scale }) => scale));
  return scales.length > 0 ? scales : partsFor(kind, []).map(({ scale }) => scale);
}
