import type { Item } from "./item";
import { quoted, reading, type Said } from "./reading";
import { endsOf, type OrdinalScale, pointLabel, type Scale } from "./scale";

export type How = "rated" | "answered";
export const howOf = (item: Item): How => (item.kind === "stance" ? "answered" : "rated");

/**
 * A label up to its colon: "Mostly yes: engage step by step" is "Mostly yes" where space is short. The number before
 * an end's words, as in "1: clearly inappropriate", is none of them.
 */
export const shortLabel = (label: string): string =>
  label
    .replace(/^\d+\s*:/, "")
    .split(":")[0]!
    .trim();

/** A median between two points stands between their labels. */
export function middleLabels(scale: Scale, median: number): Said {
  const labels = [Math.floor(median), Math.ceil(median)].map((value) =>
    quoted(shortLabel(pointLabel(scale, value))),
  );
  return Number.isInteger(median) ? labels[0]! : reading("between", { low: labels[0]!, high: labels[1]! });
}

/** The points that belong to neither end, in quotes, since "neither" is no adjective. */
export function middlePoints(scale: OrdinalScale): Said {
  const { topFrom, bottomTo } = endsOf(scale);
  const points = scale.points.filter(({ value }) => value > bottomTo && value < topFrom);
  return { any: points.map(({ label }) => quoted(shortLabel(label))) };
}

/** Points of one end, the innermost first: “Mostly no” or “No” where they are answers, undesirable where they rate. */
export const pointWords = (scale: OrdinalScale, points: readonly { value: number }[], how: How): Said =>
  how === "answered"
    ? { any: points.map(({ value }) => quoted(shortLabel(pointLabel(scale, value)))) }
    : adjective(scale, points[0]!.value);

/** The word of a point within a sentence; one that has only a number is told by the end that it is close to. */
export function adjective(scale: OrdinalScale, value: number): Said {
  const [label, low, high] = [value, scale.points[0]!.value, scale.points.at(-1)!.value].map((point) =>
    shortLabel(pointLabel(scale, point!)),
  );
  const end = value - scale.points[0]!.value < scale.points.at(-1)!.value - value ? low! : high!;
  return isNumber(label!) && !isNumber(end)
    ? reading("close-to", { label: quoted(end) })
    : label!.charAt(0).toLowerCase() + label!.slice(1);
}

const isNumber = (label: string): boolean => /^\d+$/.test(label);
