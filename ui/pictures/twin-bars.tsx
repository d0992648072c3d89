import { percent } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { Place } from "@/ui/pictures/marks";
import { ratingFill } from "@/ui/pictures/rating-colour";
import type { PictureWords } from "@/ui/pictures/words";

export type TwinRow = { key: string; label: string; plain: number; weighted: number };

// The longest bar leaves room beside it for its figure.
const LONGEST = 78;
const BAR = 13;
const STEP = 18;

/**
 * Every answer with two bars: its share where all experts count alike (hollow), and where each counts by what is
 * named `words.weighted` (full). Shares are in percent, rows from low to high.
 */
export function TwinBars({
  rows,
  names,
  words,
  ...texts
}: FigureTexts & {
  rows: readonly TwinRow[];
  /** What the two bars of a row are called. */
  names: { plain: string; weighted: string };
  words: PictureWords;
}) {
  const most = Math.max(1, ...rows.flatMap(({ plain, weighted }) => [plain, weighted]));
  const numbers = {
    head: [words.point, names.plain, names.weighted],
    rows: rows.map(({ key, label, plain, weighted }) => ({
      key,
      cells: [label, said(plain), said(weighted)],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <p aria-hidden="true" className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {(["plain", "weighted"] as const).map((which) => (
          <span key={which} className="inline-flex items-center gap-1.5">
            <svg viewBox="0 0 20 12" className="h-3 w-5" aria-hidden="true">
              <rect x="1" y="1" width="18" height="10" {...looks(which, "var(--muted)")} />
            </svg>
            {names[which]}
          </span>
        ))}
      </p>
      <div className="max-w-2xl border-t border-edge">
        {rows.map((row, at) => (
          <div
            key={row.key}
            className="grid items-center gap-x-6 break-inside-avoid border-b border-line py-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <p className="leading-snug [overflow-wrap:anywhere] max-sm:pb-1">{row.label}</p>
            <Twins row={row} names={names} measure={LONGEST / most} fill={ratingFill(at, rows.length)} />
          </div>
        ))}
      </div>
    </Figure>
  );
}

function Twins({
  row,
  names,
  measure,
  fill,
}: {
  row: TwinRow;
  names: { plain: string; weighted: string };
  measure: number;
  fill: string;
}) {
  const label = `${row.label}: ${said(row.plain)} ${names.plain}, ${said(row.weighted)} ${names.weighted}`;
  return (
    <svg
      role="img"
      aria-label={label}
      width="100%"
      height={2 * STEP}
      className="figures block overflow-visible"
    >
      {(["plain", "weighted"] as const).map((which, at) => (
        <g key={which}>
          <rect
            x="1"
            y={at * STEP + 2}
            width={percent(row[which] * measure)}
            height={BAR}
            {...looks(which, fill)}
          />
          <Place x={percent(row[which] * measure)} y={at * STEP + 2}>
            <text x="8" y={BAR / 2} dy="0.36em" fontSize="14" fill="var(--ink)">
              {said(row[which])}
            </text>
          </Place>
        </g>
      ))}
      <line x1="0.5" x2="0.5" y1="-3" y2={2 * STEP + 3} stroke="var(--edge)" />
    </svg>
  );
}

const said = (share: number): string => `${Math.round(share)}%`;

const looks = (which: "plain" | "weighted", fill: string) =>
  which === "plain" ? { fill: "none", stroke: "var(--muted)", strokeWidth: 1.5 } : { fill, stroke: "none" };
