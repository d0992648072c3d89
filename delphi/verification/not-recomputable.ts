import type { ShownFigure } from "../figure";
import type { Scale } from "../scale";

/** What readers are told about a figure that can't be computed again from what is published; null where it can. */
export const whyNotRecomputable = (scale: Scale, figure: ShownFigure): string | null =>
  figure.counts !== null
    ? null
    : scale.kind === "probability"
      ? "single values are too fine to show"
      : "the counts are not published";
