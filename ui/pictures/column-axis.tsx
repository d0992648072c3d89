import { percent } from "@/ui/pictures/axis";

/** Where the middle of a column stands: each of `of` columns takes an equal share of the width. */
export const columnMiddle = (at: number, of: number): string => percent(((at + 0.5) / of) * 100);

/** The names of equal columns, one for each round or wave, above the lines that run through them. */
export function ColumnAxis({ labels }: { labels: readonly string[] }) {
  return (
    <svg width="100%" height="18" className="figures block overflow-visible" aria-hidden="true">
      {labels.map((label, at) => (
        <text
          key={label}
          x={columnMiddle(at, labels.length)}
          y="14"
          textAnchor="middle"
          fontSize="14"
          fill="var(--muted)"
        >
          {label}
        </text>
      ))}
    </svg>
  );
}
