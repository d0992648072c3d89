import type { Item } from "@/delphi/item";
import { policyDelphi, withUsualRules } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { CHOSEN_SCALE } from "@/delphi/scale";
import { OTHER_PARTS } from "@/delphi/usual-parts";

/** A question with three options and another answer in words. */
export const aChoice = (choose: "one" | "many", id = "crossing"): Item => ({
  id,
  kind: "choice",
  title: "How should the river be crossed?",
  text: "",
  choose,
  parts: [
    ...["bridge", "ferry", "tunnel"].map((option) => ({
      id: option,
      question: `By ${option}`,
      scale: CHOSEN_SCALE,
    })),
    ...OTHER_PARTS,
  ],
  sources: [],
});

export const withChoiceRules = (items: readonly Item[]): Protocol =>
  withUsualRules(policyDelphi, "choice", items)!;
