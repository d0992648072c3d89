import { evidenceAt, type RoundAnswers } from "./analysis";
import { type Figure, figureOf } from "./figure";
import { judgedParts } from "./item";
import type { Protocol } from "./protocol";
import { judge, type Rule } from "./rule";

/**
 * The other half of the 70/15 rule for core outcome sets: at least 70% of the answers at the bottom and fewer than
 * 15% at the top of nine points (Williamson et al. 2017, COMET Handbook, Trials 18 (Suppl 3):280).
 */
export const outOfTheCoreSet: Rule = {
  measure: "comet-consensus",
  figure: "verdict",
  compare: "=",
  value: "out",
  settings: { topFrom: 7, bottomTo: 3 },
};

/**
 * The items of a round that the protocol's rule drops: it is met on every rated part. A verdict is a figure too, so
 * only items whose figures are shown are judged.
 */
export function itemsOut(
  protocol: Protocol,
  { items, seats }: RoundAnswers,
  shown: readonly Figure[],
): readonly string[] {
  return items
    .filter((item) => {
      const rule = protocol.rules[item.kind]?.retire;
      if (!rule) return false;
      return judgedParts(item).every((part) => {
        if (figureOf(shown, item.id, part.id)?.withheld !== null) return false;
        return judge(rule, evidenceAt(item, part, seats)).met === true;
      });
    })
    .map((item) => item.id);
}
