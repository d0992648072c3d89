import type { Item } from "@/delphi/item";
import { policyDelphi, withUsualRules } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import type { Scale } from "@/delphi/scale";
import { HUNDRED_POINTS } from "@/delphi/usual-parts";

const CROSSINGS = ["bridge", "ferry", "tunnel"];

const over = (scale: Scale) => CROSSINGS.map((option) => ({ id: option, question: `By ${option}`, scale }));

/** Three options to be put in order. */
export const aRanking: Item = {
  id: "order",
  kind: "ranking",
  title: "Which crossing comes first?",
  text: "",
  parts: over({ kind: "rank", of: 3 }),
  sources: [],
};

/** A hundred points to be given to three options. */
export const anAllocation: Item = {
  id: "money",
  kind: "allocation",
  title: "How should the money be shared?",
  text: "",
  parts: over(HUNDRED_POINTS),
  sources: [],
};

export const withOrderRules = (items: readonly Item[]): Protocol =>
  (["ranking", "allocation"] as const).reduce(
    (protocol, kind) => withUsualRules(protocol, kind, items) ?? protocol,
    policyDelphi,
  );
