import type { ReactNode } from "react";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { type RowName, RowTitle, Withheld } from "@/ui/pictures/rows";
import { Table } from "@/ui/table";
import { type ConsensusMark, type StabilityMark, Verdict } from "@/ui/verdict";

/** The verdicts of one item in one column, or the words that stand where there are none ("not asked", a reason). */
export type VerdictCell =
  | {
      consensus: { mark: ConsensusMark; label: ReactNode };
      stability?: { mark: StabilityMark; label: ReactNode };
      /** A small picture or figures below the verdict, e.g. a Strip. */
      note?: ReactNode;
    }
  | { none: ReactNode };

export type VerdictRow = RowName & {
  /** By the key of the column. */
  cells: Readonly<Record<string, VerdictCell>>;
};

/**
 * Items against rounds, criteria or strata: a glyph and its word in every cell. It is a table, so the words are the
 * accessible version; on a phone each item becomes a card.
 */
export function VerdictMatrix({
  itemHead,
  columns,
  rows,
  ...texts
}: FigureTexts & {
  /** The head of the first column: "Option". */
  itemHead: string;
  columns: readonly { key: string; label: string }[];
  rows: readonly VerdictRow[];
}) {
  return (
    <Figure {...texts}>
      <Table
        caption={texts.title}
        captionHidden
        columns={[{ key: "item", label: itemHead }, ...columns]}
        rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row, columns) }))}
      />
    </Figure>
  );
}

function cellsOf(row: VerdictRow, columns: readonly { key: string }[]) {
  const verdicts = columns.map((column) => [
    column.key,
    <Cell key={column.key} cell={row.cells[column.key]} />,
  ]);
  return { item: <RowTitle row={row} />, ...Object.fromEntries(verdicts) };
}

function Cell({ cell }: { cell: VerdictCell | undefined }) {
  if (!cell) return null;
  if ("none" in cell) return <Withheld>{cell.none}</Withheld>;
  return (
    <span className="flex flex-col gap-1">
      <Verdict aligned consensus={cell.consensus} stability={cell.stability} />
      {cell.note}
    </span>
  );
}
