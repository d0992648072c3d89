import { CHOSEN_SCALE, type OrdinalScale, type Scale } from "@/delphi/scale";
import { HUNDRED_POINTS } from "@/delphi/usual-parts";

/** Labelled points from 1 up. */
export const oneTo = (points: number): OrdinalScale => ({
  kind: "ordinal",
  points: Array.from({ length: points }, (_, at) => ({ value: at + 1, label: `point ${at + 1}` })),
});

export const probability: Scale = { kind: "probability" };

const ranks: Scale = { kind: "rank", of: 7 };

export const scales: readonly Scale[] = [
  ...[2, 3, 4, 5, 6, 7, 9, 11].map(oneTo),
  probability,
  CHOSEN_SCALE,
  ranks,
  HUNDRED_POINTS,
];
