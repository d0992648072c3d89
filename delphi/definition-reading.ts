import { presetOf } from "./definitions/library";
import type { OtherVerdict } from "./other-definitions";
import { type Reading, reading } from "./reading";
import type { Scale } from "./scale";

/** A definition of consensus as one clause; null for a rule that was made from no preset. */
export function readDefinition({ rule }: OtherVerdict, scale: Scale): Reading | null {
  const known = presetOf(rule, "consensus", [scale]);
  return known && reading(`preset.${known.preset.name}`, known.values);
}
