import type { ReactNode } from "react";

/** What names a row of a picture. Titles are set as text beside the drawing and may be long. */
export type RowName = {
  key: string;
  title: ReactNode;
  /** The item's number in the questionnaire. */
  number?: number | string;
  /** A place on the same page or another: the title becomes a link. */
  href?: string;
};

/** A row that may not be shown: the reason stands where the drawing would be. */
export type WithheldRow = RowName & { withheld: ReactNode };

export function isWithheld<Row extends RowName>(row: Row | WithheldRow): row is WithheldRow {
  return "withheld" in row;
}

export type DrawnRow = RowName & { drawing: ReactNode; aside?: ReactNode };

const grid = "grid items-center gap-x-4 sm:gap-x-6";
const columns = {
  narrow: "grid-cols-[minmax(0,1fr)_3.25rem] sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_4rem]",
  wide: "grid-cols-[minmax(0,1fr)_5.25rem] sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_6rem]",
};

// From this many rows on the axis is repeated below.
const LONG = 16;

/**
 * Rows of titles and drawings on one axis. On a phone the title stands above its drawing; on a desktop beside it.
 * `axis` and the drawings share one column, so their places agree. The figures beside them are `aside`.
 */
export function PictureRows({
  rows,
  axis,
  asideHead,
  aside = "narrow",
}: {
  rows: readonly DrawnRow[];
  axis?: ReactNode;
  asideHead?: ReactNode;
  aside?: keyof typeof columns;
}) {
  const line = <AxisLine axis={axis} asideHead={asideHead} layout={`${grid} ${columns[aside]}`} />;
  return (
    <div>
      {line}
      <ul className="border-t border-edge">
        {rows.map((row) => (
          <li
            key={row.key}
            className={`${grid} ${columns[aside]} break-inside-avoid border-b border-line py-2`}
          >
            <RowTitle row={row} className="max-sm:col-span-2 max-sm:pb-1" />
            <div className={row.aside === undefined ? "col-span-2 min-w-0" : "min-w-0"}>{row.drawing}</div>
            {row.aside === undefined ? null : (
              <div className="figures text-right text-sm text-muted">{row.aside}</div>
            )}
          </li>
        ))}
      </ul>
      {rows.length >= LONG ? line : null}
    </div>
  );
}

function AxisLine({ axis, asideHead, layout }: { axis: ReactNode; asideHead: ReactNode; layout: string }) {
  return (
    <div aria-hidden="true" className={`${layout} py-1 text-sm text-muted`}>
      <span className="max-sm:hidden" />
      <div className="min-w-0">{axis}</div>
      <span className="figures self-end text-right">{asideHead}</span>
    </div>
  );
}

/** An item's number and title; a long title runs beside its number, not under it. */
export function RowTitle({ row, className = "" }: { row: RowName; className?: string }) {
  return (
    <span className={`flex items-baseline gap-2 font-serif text-base leading-snug font-normal ${className}`}>
      {row.number === undefined ? null : (
        <span className="figures min-w-6 shrink-0 font-sans text-sm text-muted">{row.number}</span>
      )}
      {row.href ? (
        <a
          href={row.href}
          className="-my-3 min-w-0 py-3 decoration-line underline-offset-4 [overflow-wrap:anywhere] hover:underline hover:decoration-current"
        >
          {row.title}
        </a>
      ) : (
        <span className="min-w-0 [overflow-wrap:anywhere]">{row.title}</span>
      )}
    </span>
  );
}

/** The reason why a row has no drawing, in words. */
export function Withheld({ children }: { children: ReactNode }) {
  return <p className="text-sm text-muted italic">{children}</p>;
}
