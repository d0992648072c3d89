import { endsOf, type OrdinalScale, scaleValues } from "./scale";

/** A category of a table or picture that crosses two answers: a point of a scale, or one of its three sides. */
export type Category = { readonly key: string; readonly from: number; readonly to: number };

/** Rows and columns are categories, cells are experts. */
export type CrossTable = readonly (readonly number[])[];

/** No cell of a released table that crosses two answers of the same experts is smaller, unless it is empty. */
export const SMALLEST_CELL = 3;

export const hasNoSmallCell = (table: CrossTable): boolean =>
  table.flat().every((cell) => cell === 0 || cell >= SMALLEST_CELL);

/** Every point of a scale, low to high. */
export const pointsOf = (scale: OrdinalScale): readonly Category[] =>
  scaleValues(scale).map((value) => ({ key: String(value), from: value, to: value }));

/** Bottom, middle and top of a scale; short scales have an empty middle. */
export function sidesOf(scale: OrdinalScale): readonly Category[] {
  const { topFrom, bottomTo } = endsOf(scale);
  const values = scaleValues(scale);
  return [
    { key: "lower", from: values[0]!, to: bottomTo },
    { key: "middle", from: bottomTo + 1, to: topFrom - 1 },
    { key: "upper", from: topFrom, to: values.at(-1)! },
  ];
}

/** Which of the categories holds a value. */
export const categoryOf = (categories: readonly Category[], value: number): number =>
  categories.findIndex(({ from, to }) => value >= from && value <= to);

/** Counts by point of a scale, added up by category. */
export function foldedCounts(
  counts: readonly number[],
  scale: OrdinalScale,
  categories: readonly Category[],
): number[] {
  const sums = categories.map(() => 0);
  for (const [at, value] of scaleValues(scale).entries())
    sums[categoryOf(categories, value)]! += counts[at] ?? 0;
  return sums;
}

/** A table over all points of a scale on both sides, added up by its bottom, middle and top. */
export function foldedTable(table: CrossTable, scale: OrdinalScale): number[][] {
  const sides = sidesOf(scale);
  const rows = table.map((row) => foldedCounts(row, scale, sides));
  const columns = sides.map((_, side) =>
    foldedCounts(
      rows.map((row) => row[side]!),
      scale,
      sides,
    ),
  );
  return sides.map((_, row) => columns.map((column) => column[row]!));
}
