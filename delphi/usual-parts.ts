import { BEST, CONFIDENCE, HIGH, LOW } from "./estimate-part";
import type { Item, Part } from "./item";
import { type ItemKind, KINDS } from "./item-kind";
import { OTHER, OTHER_TEXT } from "./other-answer";
import { CHOSEN_SCALE, type OrdinalScale, type PointsScale, type QuantityScale, type Scale } from "./scale";

/**
 * The parts that a new item of a kind starts with: those of the last item like it, else the usual ones. What can be
 * offered is each item's own.
 */
export function partsFor(kind: ItemKind, items: readonly Item[]): readonly Part[] {
  if (KINDS[kind].asOne) return USUAL[kind];
  return items.findLast((item) => item.kind === kind)?.parts ?? USUAL[kind];
}

const ordinal = (...labels: string[]): OrdinalScale => ({
  kind: "ordinal",
  points: labels.map((label, at) => ({ value: at + 1, label })),
});

/** What stands behind the options of a choice where another answer may be given in words. */
export const OTHER_PARTS: readonly Part[] = [
  { id: OTHER, question: "Another answer", scale: CHOSEN_SCALE },
  { id: OTHER_TEXT, question: "Your other answer, in a few words", scale: { kind: "text", maxLength: 500 } },
];

/** The four steps of the IDEA protocol, in its order: the ends before what lies between them (Hemming et al. 2018). */
export const estimateParts = (scale: QuantityScale): readonly Part[] => {
  const [lowest, highest, truth] =
    scale.kind === "date"
      ? ["Earliest plausible date", "Latest plausible date", "date"]
      : ["Lowest plausible value", "Highest plausible value", "value"];
  return [
    { id: LOW, question: lowest, scale },
    { id: HIGH, question: highest, scale },
    { id: BEST, question: "Best estimate", scale },
    {
      id: CONFIDENCE,
      question: `How sure are you that the true ${truth} lies between the two?`,
      scale: { kind: "number", unit: "%", decimals: 0, min: 50, max: 100 },
    },
  ];
};
/** On the grid of probabilities, for the same reason. */
export const HUNDRED_POINTS: PointsScale = { kind: "points", total: 100, step: 5 };

const twoOptions = (scale: Scale): readonly Part[] =>
  ["First option", "Second option"].map((question, at) => ({ id: `option-${at + 1}`, question, scale }));

const USUAL: Readonly<Record<ItemKind, readonly Part[]>> = {
  stance: [
    {
      id: "stance",
      question: "",
      scale: ordinal("No", "Mostly no", "Both equally", "Mostly yes", "Yes"),
    },
  ],
  option: [
    {
      id: "desirability",
      question: "How desirable is this?",
      scale: ordinal("very undesirable", "undesirable", "neither", "desirable", "very desirable"),
    },
    {
      id: "feasibility",
      question: "How feasible is this?",
      scale: ordinal(
        "clearly not feasible",
        "probably not feasible",
        "uncertain",
        "probably feasible",
        "clearly feasible",
      ),
    },
  ],
  choice: twoOptions(CHOSEN_SCALE),
  ranking: twoOptions({ kind: "rank", of: 2 }),
  allocation: twoOptions(HUNDRED_POINTS),
  scenario: [{ id: "probability", question: "How likely is this?", scale: { kind: "probability" } }],
  estimate: estimateParts({ kind: "number", unit: "", decimals: 0, min: null, max: null }),
  confidence: [
    {
      id: "confidence",
      question: "How confident are you in your answers?",
      scale: ordinal(
        "not at all confident",
        "slightly confident",
        "fairly confident",
        "confident",
        "very confident",
      ),
    },
  ],
  /** They follow from the protocol (delphi/about-expert). */
  about: [],
  open: [{ id: "text", question: "", scale: { kind: "text", maxLength: 2000 } }],
};
