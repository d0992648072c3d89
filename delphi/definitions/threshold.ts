import { endsOf, type OrdinalScale, type Scale } from "../scale";
import type { Threshold } from "./preset";

export const isOrdinal = (scale: Scale): scale is OrdinalScale => scale.kind === "ordinal";
export const isProbability = (scale: Scale): boolean => scale.kind === "probability";

/** Points from 1 up to `points`: the constants of some rules were fitted to one scale. */
export const isOneTo = (scale: Scale, points: number): boolean =>
  isOrdinal(scale) && scale.points.length === points && scale.points[0]!.value === 1;

/** A share of the answers. Half of them or fewer is no agreement, so agreement starts above. */
export const agreementPercent = (name: string, start: number): Threshold => ({
  name,
  unit: "percent",
  start,
  least: 51,
  most: 100,
  step: 1,
});

export const changePercent = (start: number): Threshold => ({
  name: "percent",
  unit: "percent",
  start,
  least: 1,
  most: 50,
  step: 1,
});

/** Where the top and the bottom of the scale begin. */
export function ends(scale: Scale): readonly Threshold[] {
  if (!isOrdinal(scale)) return [];
  const { topFrom, bottomTo } = endsOf(scale);
  const [first, last] = [scale.points[0]!.value, scale.points.at(-1)!.value];
  return [
    { name: "topFrom", unit: "point", start: topFrom, least: bottomTo + 1, most: last, step: 1 },
    { name: "bottomTo", unit: "point", start: bottomTo, least: first, most: topFrom - 1, step: 1 },
  ];
}

/**
 * The widest middle half: 1 on up to seven points, 2 on more (von der Gracht 2012), 20 points of percent, a tenth of
 * points that are given out.
 */
export function middleHalf(scale: Scale): Threshold {
  if (scale.kind === "points")
    return { name: "iqr", unit: "points", start: scale.total / 10, least: 0, most: scale.total / 2, step: 1 };
  if (!isOrdinal(scale)) return { name: "iqr", unit: "points", start: 20, least: 0, most: 50, step: 1 };
  const points = scale.points.length;
  return { name: "iqr", unit: "points", start: points <= 7 ? 1 : 2, least: 0, most: points - 2, step: 0.25 };
}
