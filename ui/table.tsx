import type { ReactNode } from "react";

export type TableColumn = {
  key: string;
  label: string;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  /** Hides the head from sight, e.g. above a column of buttons. */
  labelHidden?: boolean;
};

export type TableRow = { key: string; cells: Readonly<Record<string, ReactNode>> };

// Said again because a table shown as blocks loses its roles in some browsers.
const said = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  rowheader: { role: "rowheader" },
  cell: { role: "cell" },
} as const;

// In a card the labels stand in one column and the values in another.
const card =
  "max-sm:grid max-sm:grid-cols-[min(6.5rem,44%)_minmax(0,1fr)] max-sm:items-baseline max-sm:gap-x-3 max-sm:before:text-sm max-sm:before:text-muted max-sm:before:content-[attr(data-label)]";

/**
 * Rows of the desk and of results. The first column names the row. The head stays in sight on a long page; on a
 * phone each row becomes a card with the column's label before each value, unless it is a name and a number, which
 * fit beside each other.
 */
export function Table({
  caption,
  captionHidden = false,
  columns,
  rows,
  empty,
}: {
  caption: ReactNode;
  captionHidden?: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** What stands here when there are no rows. */
  empty?: ReactNode;
}) {
  if (rows.length === 0 && empty) return <p className="font-sans text-base text-muted">{empty}</p>;
  const [first, ...others] = columns;
  if (!first) return null;
  if (others.length === 1 && others[0]!.numeric)
    return (
      <NumberList caption={caption} captionHidden={captionHidden} columns={[first, others[0]!]} rows={rows} />
    );
  return (
    <table {...said.table} className="w-full border-collapse text-base max-sm:block">
      <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-sm text-muted max-sm:block"}>
        {caption}
      </caption>
      <thead {...said.rowgroup} className="max-sm:sr-only">
        <tr {...said.row}>
          {columns.map((column) => (
            <th
              key={column.key}
              {...said.columnheader}
              scope="col"
              className={`sticky top-0 z-10 bg-paper after:absolute after:inset-x-0 after:bottom-0 after:border-b after:border-edge px-3 py-2 align-bottom text-sm font-medium text-muted first:pl-0 last:pr-0 ${column.numeric ? "text-right" : "text-left"}`}
            >
              {column.labelHidden ? <span className="sr-only">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...said.rowgroup} className="max-sm:block max-sm:space-y-3">
        {rows.map((row) => (
          <tr
            key={row.key}
            {...said.row}
            className="border-b border-line hover:bg-wash max-sm:block max-sm:rounded-md max-sm:border max-sm:bg-card max-sm:px-4 max-sm:py-2"
          >
            <th
              {...said.rowheader}
              scope="row"
              className="px-3 py-2.5 text-left align-baseline font-medium first:pl-0 max-sm:block max-sm:px-0 max-sm:text-base"
            >
              {row.cells[first.key]}
            </th>
            {others.map((column) => (
              <td
                key={column.key}
                {...said.cell}
                data-label={column.labelHidden ? undefined : column.label}
                className={`px-3 py-2.5 align-baseline last:pr-0 max-sm:border-t max-sm:border-line max-sm:px-0 max-sm:py-2 max-sm:empty:hidden ${column.labelHidden ? "max-sm:block" : card} ${column.numeric ? "figures sm:text-right" : ""}`}
              >
                {row.cells[column.key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A name and a number in each row. */
function NumberList({
  caption,
  captionHidden,
  columns: [name, number],
  rows,
}: {
  caption: ReactNode;
  captionHidden: boolean;
  columns: readonly [TableColumn, TableColumn];
  rows: readonly TableRow[];
}) {
  return (
    <table className="w-full border-collapse text-base">
      <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-sm text-muted"}>{caption}</caption>
      <thead>
        <tr className="border-b border-edge text-sm text-muted">
          <th scope="col" className="py-2 text-left font-medium">
            {name.label}
          </th>
          <th scope="col" className="py-2 pl-3 text-right font-medium">
            {number.label}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className="border-b border-line align-baseline">
            <th scope="row" className="py-2.5 text-left font-medium">
              {row.cells[name.key]}
            </th>
            <td className="figures py-2.5 pl-3 text-right">{row.cells[number.key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
