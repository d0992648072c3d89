import { type Item, ratedParts } from "./item";
import type { Protocol } from "./protocol";
import { conditionsOf } from "./rule";
import { endsOf, type OrdinalScale } from "./scale";

/**
 * The items whose scales have other ends than the protocol's rule of agreement counts: "the top two of five
 * points" means something else on seven points, and nothing on three.
 */
export const itemsOffTheRules = (protocol: Protocol, items: readonly Item[]): readonly Item[] =>
  items.filter((item) =>
    ratedParts(item).some(({ scale }) => scale.kind === "ordinal" && !fits(protocol, item, scale)),
  );

function fits(protocol: Protocol, item: Item, scale: OrdinalScale): boolean {
  const rule = protocol.rules[item.kind]?.consensus;
  if (!rule) return true;
  const { topFrom, bottomTo } = endsOf(scale);
  return conditionsOf(rule).every(
    ({ settings }) =>
      (settings.topFrom ?? topFrom) === topFrom && (settings.bottomTo ?? bottomTo) === bottomTo,
  );
}
