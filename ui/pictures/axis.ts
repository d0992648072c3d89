import { scaleLinear } from "d3-scale";

/** A scale of answers, lowest first: Likert points, or the bounds of a probability. */
export type Range = { min: number; max: number };

/**
 * Pictures are as wide as their column, so places along a scale are percentages of the width and text keeps its size.
 * `inset` is the room left and right of the ends, in percent.
 */
export function along(range: Range, inset = 0): (value: number) => string {
  const place = scaleLinear()
    .domain([range.min, range.max])
    .range([inset, 100 - inset]);
  return (value) => percent(place(value));
}

/** The centre of each of `points` equal cells, for scales drawn as cells: point 1 of 5 stands at 10%. */
export function cellCentre(range: Range): (value: number) => string {
  const points = range.max - range.min + 1;
  return (value) => percent(((value - range.min + 0.5) / points) * 100);
}

/** A length in percent, short enough to read in the source. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}

/** Medians and quartiles as they are printed: whole where they are whole, otherwise to two places at most. */
export function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}
