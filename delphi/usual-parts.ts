import type { Item, ItemKind, Part } from "./item";
import type { OrdinalScale } from "./scale";

/** The parts that a new item of a kind starts with: those of the last item like it, else the usual ones. */
export function partsFor(kind: ItemKind, items: readonly Item[]): readonly Part[] {
  return items.findLast((item) => item.kind === kind)?.parts ?? USUAL[kind];
}

const ordinal = (...labels: string[]): OrdinalScale => ({
  kind: "ordinal",
  points: labels.map((label, at) => ({ value: at + 1, label })),
});

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
  scenario: [{ id: "probability", question: "How likely is this?", scale: { kind: "probability" } }],
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
  open: [{ id: "text", question: "", scale: { kind: "text", maxLength: 2000 } }],
};
