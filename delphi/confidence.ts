import { type Category, type CrossTable, categoryOf, hasNoSmallCell, pointsOf, sidesOf } from "./crossing";
import type { Weighted } from "./figure";
import { type Item, type Part, ratedParts } from "./item";
import { isChosenScale, type OrdinalScale, scaleValues } from "./scale";
import { confidenceWeightedShares } from "./statistics/confidence-weighted-shares";

/** An item and the part of it that is answered on a scale of points. */
export type Asked = { readonly item: Item; readonly part: Part; readonly scale: OrdinalScale };

/** What asks the experts how sure they are, once for all their answers; its points count as weights. */
export function confidenceAsked(items: readonly Item[]): Asked | null {
  const item = items.find(({ kind }) => kind === "confidence");
  const part = item && ratedParts(item)[0];
  if (part?.scale.kind !== "ordinal" || scaleValues(part.scale)[0]! < 0) return null;
  return { item: item!, part, scale: part.scale };
}

/** Answers on a scale of points can be weighted; of options to choose from, a table would tell who chose which. */
export const canBeWeighted = ({ kind }: Item, { scale }: Part): boolean =>
  kind !== "confidence" && scale.kind === "ordinal" && !isChosenScale(scale);

type Pair = { readonly answer: number; readonly confidence: number };
type Told = Pick<Weighted, "table" | "weights" | "percents">;

/**
 * The finest table of answers (rows) by confidence (columns) without a small cell: over all points of both, over the
 * sides of confidence, or over the sides of both; null where each has one.
 */
export function tableToTell(
  answers: OrdinalScale,
  confidence: OrdinalScale,
  pairs: readonly Pair[],
): Told | null {
  for (const [rows, columns] of [
    [pointsOf(answers), pointsOf(confidence)],
    [pointsOf(answers), sidesOf(confidence)],
    [sidesOf(answers), sidesOf(confidence)],
  ] as const) {
    const table = counted(pairs, rows, columns);
    const weights = columns.map(weightOf);
    if (hasNoSmallCell(table)) return { table, weights, percents: weightedPercents(table, weights) };
  }
  return null;
}

function counted(
  pairs: readonly Pair[],
  rows: readonly Category[],
  columns: readonly Category[],
): number[][] {
  const table = rows.map(() => columns.map(() => 0));
  for (const { answer, confidence } of pairs)
    table[categoryOf(rows, answer)]![categoryOf(columns, confidence)]! += 1;
  return table;
}

/** A side of the scale of confidence counts as its middle. */
const weightOf = ({ from, to }: Category): number => (from + to) / 2;

/** Share of the confidence on each row, in percent; null where nobody has any. */
export function weightedPercents(table: CrossTable, weights: readonly number[]): number[] | null {
  const experts = table.flatMap((cells, row) =>
    cells.flatMap((cell, column) => Array.from({ length: cell }, () => ({ row, weight: weights[column]! }))),
  );
  const { weightedPercents: percents } = confidenceWeightedShares.compute({
    ratings: experts.map(({ row }) => row),
    confidence: experts.map(({ weight }) => weight),
    scale: { min: 0, max: table.length - 1 },
  });
  return percents;
}

/** What the rows of a released table are: points of the scale, or its sides. */
export const rowsOf = (scale: OrdinalScale, table: CrossTable): readonly Category[] =>
  table.length === scale.points.length ? pointsOf(scale) : sidesOf(scale);
