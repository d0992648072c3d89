import type { ShownFigure } from "./figure";
import { hasVerdict, type Item, type Part } from "./item";
import { figureText, numberText, type Reading, reading } from "./reading";

/** The verdict of consensus in one word with its glyph's name, or null where the protocol has no rule. */
export type ConsensusWord = { readonly mark: NonNullable<ShownFigure["mark"]>; readonly word: Reading };
export type StabilityWord = { readonly mark: "steady" | "moving"; readonly word: Reading };

export const consensusWord = (figure: ShownFigure): ConsensusWord | null =>
  figure.mark && { mark: figure.mark, word: reading(`verdict.${figure.mark}`) };

/** Null in an item's first round, or where the rule cannot be computed. */
export function stabilityWord(figure: ShownFigure): StabilityWord | null {
  if (figure.stability === null || figure.stability.met === null) return null;
  const mark = figure.stability.met ? "steady" : "moving";
  return { mark, word: reading(`verdict.${mark}`) };
}

/**
 * "Agreed: 19 of 23 answers lie at the upper end, 1 at the lower end; the middle half is 1 wide." Counts, since a
 * rounded percentage can seem to reach a threshold that it missed.
 */
export function readConsensus(item: Item, figure: ShownFigure): Reading {
  if (figure.consensus === null)
    return reading(hasVerdict(item.kind) ? "consensus.no-rule" : "consensus.described");
  if (figure.consensus.met === null || figure.mark === null) return reading("consensus.unknown");
  const [top, bottom] = [figure.topPercent, figure.bottomPercent].map((share) =>
    share === null ? null : Math.round((share * figure.n) / 100),
  );
  if (top == null || bottom == null || figure.iqr === null) return reading(`verdict.${figure.mark}`);
  return reading(`consensus.${figure.mark}`, {
    top,
    bottom,
    n: figure.n,
    iqr: Number(numberText(figure.iqr, 2)),
  });
}

/** "Steady: since round 1 the answers moved by 9% (21 experts answered both rounds)." */
export function readStability(figure: ShownFigure): Reading {
  const { stability } = figure;
  if (stability === null) return reading("stability.first");
  if (stability.met === null) return reading("stability.unknown", { since: stability.since });
  const mark = stability.met ? "steady" : "moving";
  if (stability.figures === null) return reading(`stability.${mark}.bare`, { since: stability.since });
  const { netChangePercent, medianChange } = stability.figures;
  const { since, pairs } = stability;
  const whose = pairs === null ? "-of-totals" : "";
  if (typeof netChangePercent === "number")
    return reading(`stability.${mark}.net-change${whose}`, {
      since,
      change: numberText(netChangePercent, 1),
      pairs: pairs ?? 0,
    });
  if (typeof medianChange === "number")
    return reading(`stability.${mark}.median${whose}`, {
      since,
      change: Number(numberText(Math.abs(medianChange), 2)),
      pairs: pairs ?? 0,
    });
  return reading(`stability.${mark}.bare`, { since });
}

/** "From round 1 to round 2 the median moved from 3 to 4", or that it stayed; null without two medians. */
export function readChange(part: Part, earlier: ShownFigure, later: ShownFigure): Reading | null {
  if (earlier.median === null || later.median === null) return null;
  const values = {
    from: earlier.round,
    to: later.round,
    before: figureText(part.scale, earlier.median),
    after: figureText(part.scale, later.median),
  };
  if (earlier.median !== later.median) return reading("change.median", values);
  if (earlier.iqr === null || later.iqr === null || earlier.iqr === later.iqr)
    return reading("change.none", values);
  return reading(later.iqr < earlier.iqr ? "change.closer" : "change.wider", values);
}
