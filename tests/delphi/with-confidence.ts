import type { Item } from "@/delphi/item";
import { partsFor } from "@/delphi/usual-parts";

/** The question that asks experts how sure they are of all their answers. */
export const sure: Item = {
  id: "sure",
  kind: "confidence",
  title: "How sure are you?",
  text: "",
  parts: [...partsFor("confidence", [])],
  sources: [],
};

/** What one expert answers on the option "visas", and how sure they are: null is an abstention, undefined no answer. */
export type Sure = readonly [answer: number | null | undefined, confidence: number | null | undefined];

export const seatsSaying = (said: readonly Sure[]) =>
  said.map(([answer, confidence], at) => ({
    seat: `seat-${at}`,
    stratum: null,
    values: new Map(
      [
        ["visas/desirability", answer],
        ["sure/confidence", confidence],
      ].filter((one): one is [string, number | null] => one[1] !== undefined),
    ),
  }));

export const times = (count: number, ...said: Sure): Sure[] => Array.from({ length: count }, () => said);
