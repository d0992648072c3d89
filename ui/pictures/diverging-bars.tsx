import { percent } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { ratingFill, ratingInk } from "@/ui/pictures/rating-colour";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { answersIn } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One count for each point of the scale, from low to high. */
export type CountsRow = RowName & { counts: readonly number[] };

export type DivergingBarsProps = FigureTexts & {
  /** The labels of the scale's points, from low to high. */
  scale: readonly string[];
  rows: readonly (CountsRow | WithheldRow)[];
  words: PictureWords;
};

const HEIGHT = 28;
// A count is printed where its part of the bar is wide enough for two figures on a phone.
const ROOM_FOR_A_COUNT = 8;

/** Shares of each point, low to the left and high to the right of one line; the middle point lies across it. */
export function DivergingBars({ scale, rows, words, ...texts }: DivergingBarsProps) {
  const shown = rows.filter((row): row is CountsRow => !isWithheld(row));
  const reach = reachOf(shown);
  const numbers = {
    head: [words.item, ...scale, words.n],
    rows: rows.map((row) => ({
      key: row.key,
      cells: isWithheld(row) ? [row.title, row.withheld] : [row.title, ...row.counts, answersIn(row.counts)],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <ScaleKey scale={scale} />
      <PictureRows
        asideHead={words.n}
        rows={rows.map((row) =>
          isWithheld(row)
            ? { ...row, drawing: <Withheld>{row.withheld}</Withheld> }
            : {
                ...row,
                drawing: <Bar counts={row.counts} reach={reach} scale={scale} />,
                aside: answersIn(row.counts),
              },
        )}
      />
    </Figure>
  );
}

type Reach = { left: number; right: number };

/** How far the bars reach to either side, as shares, so that all rows use the same line and the same measure. */
function reachOf(rows: readonly CountsRow[]): Reach {
  const sides = rows.map((row) => sidesOf(row.counts));
  const left = Math.max(0.05, ...sides.map((side) => side.left));
  const right = Math.max(0.05, ...sides.map((side) => side.right));
  return { left, right };
}

function sidesOf(counts: readonly number[]): Reach {
  const n = answersIn(counts);
  if (n === 0) return { left: 0, right: 0 };
  const middle = (counts.length - 1) / 2;
  const part = (keep: (index: number) => boolean) => answersIn(counts.filter((_, index) => keep(index)));
  const across = Number.isInteger(middle) ? (counts[middle] ?? 0) / 2 : 0;
  return {
    left: (part((index) => index < middle) + across) / n,
    right: (part((index) => index > middle) + across) / n,
  };
}

function Bar({
  counts,
  reach,
  scale,
}: {
  counts: readonly number[];
  reach: Reach;
  scale: readonly string[];
}) {
  const n = answersIn(counts);
  const whole = reach.left + reach.right;
  const start = reach.left - sidesOf(counts).left;
  const parts = counts.map((count, index) => {
    const before = answersIn(counts.slice(0, index));
    return {
      index,
      count,
      from: n === 0 ? 0 : ((start + before / n) / whole) * 100,
      width: n === 0 ? 0 : (count / n / whole) * 100,
    };
  });
  const said = counts.map((count, index) => `${scale[index] ?? ""}: ${count}`).join("; ");
  const line = percent((reach.left / whole) * 100);
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="figures block overflow-visible">
      {parts.map((part) =>
        part.count === 0 ? null : (
          <rect
            key={part.index}
            x={percent(part.from)}
            width={percent(part.width)}
            y={3}
            height={HEIGHT - 6}
            fill={ratingFill(part.index, counts.length)}
            stroke="var(--paper)"
          />
        ),
      )}
      {/* The line is drawn above and below the bar only, so that it strikes through no figure. */}
      <line x1={line} x2={line} y1={-4} y2={2} stroke="var(--ink)" />
      <line x1={line} x2={line} y1={HEIGHT - 2} y2={HEIGHT + 4} stroke="var(--ink)" />
      {parts.map((part) =>
        part.width < ROOM_FOR_A_COUNT ? null : (
          <text
            key={part.index}
            x={percent(part.from + part.width / 2)}
            y={HEIGHT / 2}
            dy="0.35em"
            textAnchor="middle"
            fontSize="14"
            fill={ratingInk(part.index, counts.length)}
          >
            {part.count}
          </text>
        ),
      )}
    </svg>
  );
}

/** The points of a scale with their colours, in order. */
export function ScaleKey({ scale }: { scale: readonly string[] }) {
  return (
    <ol className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {scale.map((label, index) => (
        <li key={label} className="flex items-baseline gap-2">
          <svg viewBox="0 0 12 12" className="relative top-px size-3 shrink-0" aria-hidden="true">
            <rect width="12" height="12" fill={ratingFill(index, scale.length)} />
          </svg>
          {label}
        </li>
      ))}
    </ol>
  );
}
