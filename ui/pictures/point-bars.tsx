import type { ReactNode } from "react";
import { percent } from "@/ui/pictures/axis";
import { OwnMark, Place } from "@/ui/pictures/marks";
import { ratingFill } from "@/ui/pictures/rating-colour";
import { answersIn, share } from "@/ui/pictures/share";

/** One column of bars: the counts of a round or a stratum, one for each point from low to high. */
export type BarColumn = { key: string; label?: string; head?: ReactNode } & (
  | { counts: readonly number[]; own?: number | null }
  | { withheld: ReactNode }
);

// The longest bar leaves room beside it for its figures; the more columns, the more of their width that takes.
const longest: Record<number, number> = { 1: 62, 2: 62, 3: 42, 4: 60 };

// On a phone the columns of a point stand below each other, each after its label.
const cell = "grid grid-cols-[minmax(0,1fr)_minmax(0,3fr)] items-center gap-x-3 sm:block";

const grids: Record<number, string> = {
  1: "sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]",
  2: "sm:grid-cols-[minmax(0,3fr)_repeat(2,minmax(0,3fr))]",
  3: "sm:grid-cols-[minmax(0,3fr)_repeat(3,minmax(0,2fr))]",
  4: "sm:grid-cols-[minmax(0,3fr)_repeat(4,minmax(0,2fr))]",
};

/**
 * Points of a scale below each other with their full labels, and one column of bars for each round or stratum, all on
 * the same measure: the share of those who answered. At most four columns.
 */
export function PointBars({
  points,
  columns,
  you,
}: {
  points: readonly { value: number; label: string }[];
  columns: readonly BarColumn[];
  /** The word beside one's own answer. */
  you: string;
}) {
  const most = Math.max(
    0.01,
    ...columns.flatMap((column) => ("counts" in column ? sharesOf(column.counts) : [])),
  );
  const several = columns.length > 1;
  const measure = (longest[Math.min(4, columns.length)] ?? 60) / most;
  const grid = `grid gap-x-6 ${grids[Math.min(4, columns.length)]}`;
  return (
    <div role="img" aria-label={saidOf(points, columns)}>
      {columns.some((column) => column.head) ? (
        <div className={`${grid} gap-y-2 border-b border-edge pb-2 text-sm`}>
          <div className="max-sm:hidden" />
          {columns.map((column) => (
            <div key={column.key} className="self-end">
              {column.head}
              {"withheld" in column ? <p className="text-muted italic sm:hidden">{column.withheld}</p> : null}
            </div>
          ))}
        </div>
      ) : null}
      {points.map((point, index) => (
        <div key={point.value} className={`${grid} items-center border-b border-line py-2`}>
          <p className="flex items-baseline gap-2 text-base leading-snug max-sm:pb-1">
            <span className="figures min-w-4 shrink-0 text-sm text-muted">{point.value}</span>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              {point.label === String(point.value) ? null : point.label}
            </span>
          </p>
          {columns.map((column) =>
            "counts" in column ? (
              <div key={column.key} className={several ? cell : ""}>
                {several ? <span className="text-sm text-muted sm:hidden">{column.label}</span> : null}
                <PointBar
                  count={column.counts[index] ?? 0}
                  n={answersIn(column.counts)}
                  measure={measure}
                  brief={columns.length > 3}
                  fill={ratingFill(index, points.length)}
                  you={column.own === point.value ? you : undefined}
                />
              </div>
            ) : (
              <div key={column.key} className="text-sm text-muted italic max-sm:hidden">
                {index === 0 ? column.withheld : null}
              </div>
            ),
          )}
        </div>
      ))}
    </div>
  );
}

function PointBar({
  count,
  n,
  measure,
  brief,
  fill,
  you,
}: {
  count: number;
  n: number;
  /** Percent of the column for a share of one. */
  measure: number;
  /** Only the count beside the bar, where columns are narrow. */
  brief: boolean;
  fill: string;
  you?: string;
}) {
  const length = n === 0 ? 0 : (count / n) * measure;
  const text = count === 0 || brief ? String(count) : `${count} · ${share(count, n)}`;
  return (
    <svg width="100%" height={you ? 40 : 22} className="figures block overflow-visible" aria-hidden="true">
      <line x1="0" x2="0" y1="0" y2="22" stroke="var(--edge)" />
      <rect x="0" y="3" width={percent(length)} height="16" fill={fill} />
      <Place x={percent(length)}>
        <text x="7" y="16" fontSize="14" fill={count === 0 ? "var(--muted)" : "var(--ink)"}>
          {text}
        </text>
      </Place>
      {you ? <OwnMark x="7" y={31} size={6} /> : null}
      {you ? (
        <text x="18" y="36" fontSize="14" fontWeight="600" fill="var(--you)">
          {you}
        </text>
      ) : null}
    </svg>
  );
}

function sharesOf(counts: readonly number[]): number[] {
  const n = answersIn(counts);
  return counts.map((count) => (n === 0 ? 0 : count / n));
}

function saidOf(points: readonly { value: number; label: string }[], columns: readonly BarColumn[]): string {
  return columns
    .flatMap((column) =>
      "counts" in column
        ? [
            `${column.label ?? ""} ${points.map((point, index) => `${point.label}: ${column.counts[index] ?? 0}`).join("; ")}`,
          ]
        : [],
    )
    .join(". ")
    .trim();
}
