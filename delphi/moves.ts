import { type Category, foldedCounts, pointsOf, SMALLEST_CELL, sidesOf } from "./crossing";
import type { Figure, ShownFigure } from "./figure";
import type { Part } from "./item";
import { type Reading, reading } from "./reading";
import { scaleValues } from "./scale";

/** How experts moved between two rounds, as far as it may be told. Indices are those of `categories`, low to high. */
export type Moves = {
  readonly since: number;
  readonly round: number;
  readonly categories: readonly Category[];
  /** Rows earlier, columns later. */
  readonly table: readonly (readonly number[])[];
  /** Who answered only the earlier round, by category; a single number where a category has too few to be told. */
  readonly left: readonly number[] | number;
  /** Who answered only the later one. */
  readonly joined: readonly number[] | number;
  /** Whether the categories are the whole scale's points. */
  readonly fine: boolean;
};

/**
 * The moves behind a panel's figure, from the edition alone: its change table, and those who answered only once as
 * the difference of released counts. Null where there is none, with the reason in `whyNoMoves`.
 */
export function movesOf(part: Part, earlier: Figure | undefined, later: Figure): Moves | null {
  if (later.withheld !== null || !later.stability?.table || part.scale.kind !== "ordinal") return null;
  const { table, since, pairs } = later.stability;
  const { scale } = part;
  const fine = table.length === scaleValues(scale).length;
  const categories = fine ? pointsOf(scale) : sidesOf(scale);
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, at) => sum(table.map((row) => row[at]!)));
  const once = (figure: ShownFigure | null, twice: readonly number[]) => {
    if (!figure?.counts || pairs === null) return 0;
    const each = foldedCounts(figure.counts, scale, categories).map((count, at) => count - twice[at]!);
    return each.every((count) => count === 0 || count >= SMALLEST_CELL) ? each : sum(each);
  };
  const before = earlier?.withheld === null ? earlier : null;
  // A scale of four points has no middle.
  const there = <T>(all: readonly T[]): T[] =>
    all.filter((_, at) => categories[at]!.from <= categories[at]!.to);
  const onceThere = (counts: readonly number[] | number) =>
    typeof counts === "number" ? counts : there(counts);
  return {
    since,
    round: later.round,
    categories: there(categories),
    table: there(table).map((row) => there(row)),
    left: onceThere(once(before, rows)),
    joined: onceThere(once(later, columns)),
    fine,
  };
}

/** "6 of 24 experts gave another answer in round 2 than in round 1". */
export function readMoves({ table, since, round, fine }: Moves): Reading {
  const pairs = sum(table.flat());
  const moved = pairs - sum(table.map((row, at) => row[at]!));
  const up = sum(table.flatMap((row, at) => row.slice(at + 1)));
  const toOneSide = Math.max(up, moved - up);
  const direction = up * 2 > moved ? "up" : "down";
  const way =
    moved === 0 || up * 2 === moved
      ? "both"
      : toOneSide === moved
        ? `all${direction === "up" ? "Up" : "Down"}`
        : direction;
  return reading(`moves.${fine ? "points" : "sides"}`, { moved, pairs, since, round, way, toOneSide });
}

/** Why there is no picture of the moves, for figures that have an earlier round. */
export function readNoMoves(figure: ShownFigure): Reading | null {
  const held = figure.stability?.held.table;
  return held ? reading(`moves.held.${held}`) : null;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
