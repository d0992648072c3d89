import { quantityOf } from "../estimate";
import type { Edition } from "../publication";

const COLUMNS = ["round", "item", "unit", "lower", "best", "upper"] as const;

export type EstimatesTable = {
  readonly columns: readonly (typeof COLUMNS)[number][];
  readonly rows: readonly Readonly<Record<(typeof COLUMNS)[number], string | number>>[];
};

/**
 * Every single estimate that an edition shows, at the common confidence and by size: rows of a table tell nothing of
 * who gave them, and nothing joins those of two questions or of two rounds. Null where none are shown.
 */
export function estimatesTable({ items, rounds }: Edition): EstimatesTable | null {
  const rows = rounds.flatMap(({ round, figures }) =>
    figures.flatMap((figure) => {
      if (figure.withheld !== null || !figure.intervals) return [];
      const item = items.find(({ id }) => id === figure.item);
      const scale = item && quantityOf(item);
      const unit = scale?.kind === "date" ? "days since 1970-01-01" : (scale?.unit ?? "");
      return figure.intervals.map((one) => ({ round, item: figure.item, unit, ...one }));
    }),
  );
  return rows.length === 0 ? null : { columns: COLUMNS, rows };
}
