import type { Figure, HeldReason, ShownFigure } from "./figure";
import type { Part } from "./item";
import { type Reading, reading } from "./reading";
import { endsOf, scaleValues } from "./scale";

/** A category of an alluvial: a point of the scale, or one of its three sides. */
export type Category = { readonly key: string; readonly from: number; readonly to: number };

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

/** No cell of a picture that crosses two answers of the same experts is smaller, unless it is empty. */
const SMALLEST_CELL = 3;

/**
 * The moves behind a panel's figure, from the edition alone: its change table, and those who answered only once as
 * the difference of released counts. Null where there is none, with the reason in `whyNoMoves`.
 */
export function movesOf(part: Part, earlier: Figure | undefined, later: Figure): Moves | null {
  if (later.withheld !== null || !later.stability?.table || part.scale.kind !== "ordinal") return null;
  const { table, since, pairs } = later.stability;
  const values = scaleValues(part.scale);
  const { topFrom, bottomTo } = endsOf(part.scale);
  const fine = table.length === values.length;
  const categories: readonly Category[] = fine
    ? values.map((value) => ({ key: String(value), from: value, to: value }))
    : [
        { key: "lower", from: values[0]!, to: bottomTo },
        { key: "middle", from: bottomTo + 1, to: topFrom - 1 },
        { key: "upper", from: topFrom, to: values.at(-1)! },
      ];
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, at) => sum(table.map((row) => row[at]!)));
  const once = (figure: ShownFigure | null, twice: readonly number[]) => {
    if (!figure?.counts || pairs === null) return 0;
    const each = categories.map(({ from, to }, at) => {
      const inIt = figure.counts!.filter((_, place) => values[place]! >= from && values[place]! <= to);
      return sum(inIt) - twice[at]!;
    });
    return each.every((count) => count === 0 || count >= SMALLEST_CELL) ? each : sum(each);
  };
  const before = earlier?.withheld === null ? earlier : null;
  return {
    since,
    round: later.round,
    categories,
    table,
    left: once(before, rows),
    joined: once(later, columns),
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
  const held: HeldReason | null | undefined = figure.stability?.held.table;
  return held ? reading(`moves.held.${held}`) : null;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
