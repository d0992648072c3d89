import type { RoundAnswers } from "@/delphi/analysis";
import type { Item } from "@/delphi/item";
import { policyDelphi, withUsualRules } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import type { QuantityScale } from "@/delphi/scale";
import { estimateParts } from "@/delphi/usual-parts";

export const GIGAWATTS: QuantityScale = { kind: "number", unit: "GW", decimals: 1, min: 0, max: null };
export const DAYS: QuantityScale = { kind: "date", min: 20_454, max: null };

/** A number or a date in the four steps of the IDEA protocol. */
export const anEstimate = (scale: QuantityScale = GIGAWATTS, id = "capacity"): Item => ({
  id,
  kind: "estimate",
  title: scale.kind === "date" ? "When will the bridge open?" : "How much will be installed by 2035?",
  text: "",
  parts: [...estimateParts(scale)],
  sources: [],
});

export const withEstimateRules = (items: readonly Item[], showsIntervals = false): Protocol => ({
  ...withUsualRules(policyDelphi, "estimate", items)!,
  ...(showsIntervals && { showsIntervals }),
});

/** Lowest, highest, best, and how sure. */
export type Four = readonly [low: number, high: number, best: number, confidence: number];

/** A round on one estimate: the expert at place i is the same person in every round, null abstains. */
export const anEstimateRound = (
  item: Item,
  round: number,
  given: readonly (Four | null | undefined)[],
  stratumOf: (at: number) => string | null = () => null,
): RoundAnswers => ({
  round,
  items: [item],
  seats: given.flatMap((four, at) =>
    four === undefined
      ? []
      : [
          {
            seat: `seat-${at}`,
            stratum: stratumOf(at),
            values: new Map(
              item.parts.map(({ id }, part) => [`${item.id}/${id}`, four ? four[part]! : null]),
            ),
          },
        ],
  ),
});

/** Everybody around a middle of their own, with an interval of 10 at 80% confidence. */
export const around = (...middles: readonly number[]): readonly Four[] =>
  middles.map((middle) => [middle - 5, middle + 5, middle, 80]);
