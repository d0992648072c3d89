import type { Mark } from "./figure";
import type { ItemKind } from "./item-kind";

/** Share of the panel, in percent, that each end must hold before we speak of a divided panel. */
export const CAMP_PERCENT = 30;

/**
 * How a panel stands on one part: the rule's verdict first, then the shape of what is not consensus. Where a
 * scale has no ends (probabilities), what is not agreed is open.
 */
export function markOf(
  consensus: boolean | null,
  topPercent: number | null,
  bottomPercent: number | null,
  kind?: ItemKind,
): Mark | null {
  if (consensus === null) return null;
  if (consensus) return "agreed";
  if (topPercent === null || bottomPercent === null) return "open";
  // An option that most passed over is no majority for anything.
  if (kind === "choice") return topPercent > 50 ? "majority" : "open";
  if (topPercent > 50 || bottomPercent > 50) return "majority";
  if (topPercent >= CAMP_PERCENT && bottomPercent >= CAMP_PERCENT) return "divided";
  return "open";
}
