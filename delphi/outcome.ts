import type { ShownFigure } from "./figure";
import type { Part } from "./item";
import { isChosenScale } from "./scale";
import { type Shape, shapeOf } from "./shape";

/**
 * Where an item stands, stability first (Dajani, Sincoff & Talley 1979): while answers move, or can't be compared
 * yet, nothing is concluded; what is steady is a consensus, or the shape that it has. A steady dissent is a result.
 */
export type Outcome = "first-answers" | "unknown" | "moving" | "consensus" | Shape["name"] | "no-consensus";

/** Made from a published figure; no-consensus stands where the distribution is not released or has no ends. */
export function outcomeOf(part: Part, figure: ShownFigure): Outcome {
  if (figure.stability === null) return "first-answers";
  if (figure.stability.met === null) return "unknown";
  if (!figure.stability.met) return "moving";
  if (figure.consensus?.met === true) return "consensus";
  if (part.scale.kind !== "ordinal" || figure.counts === null) return "no-consensus";
  if (isChosenScale(part.scale)) return 2 * figure.counts[1]! > figure.n ? "majority" : "no-consensus";
  return shapeOf(part.scale, figure.counts)?.name ?? "unknown";
}
