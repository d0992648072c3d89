import type { ShownFigure } from "../figure";
import { isFine } from "../fine-detail";
import type { Scale } from "../scale";

/**
 * What readers are told about a figure that can't be computed again from what is published; null where it can.
 * `intervals` are the single estimates that it rests on, where they are published.
 */
export function whyNotRecomputable(
  scale: Scale,
  figure: ShownFigure,
  intervals: ShownFigure["intervals"] = figure.intervals,
): string | null {
  if (figure.counts !== null || intervals !== undefined) return null;
  return isFine(scale) ? "single values are too fine to show" : "the counts are not published";
}
