import { percent } from "@/ui/pictures/axis";
import { barParts, lineOf, reachOf, type Sides } from "@/ui/pictures/diverging";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { ratingFill, ratingInk } from "@/ui/pictures/rating-colour";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { answersIn } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One count for each point of the scale, from low to high. */
export type CountsRow = RowName & { counts: readonly number[] };

const HEIGHT = 28;
// A count is printed where its part of the bar is wide enough for two figures on a phone.
const ROOM_FOR_A_COUNT = 8;

/** Answers at each point, low to the left and high to the right of one line; a middle point lies across it. */
export function DivergingBars({
  scale,
  rows,
  words,
  ...texts
}: FigureTexts & {
  /** The labels of the scale's points, from low to high. */
  scale: readonly string[];
  rows: readonly (CountsRow | WithheldRow)[];
  words: PictureWords;
}) {
  const reach = reachOf(rows.flatMap((row) => (isWithheld(row) ? [] : [row.counts])));
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

function Bar({
  counts,
  reach,
  scale,
}: {
  counts: readonly number[];
  reach: Sides;
  scale: readonly string[];
}) {
  const parts = barParts(counts, reach);
  const said = parts.map(({ point, count }) => `${scale[point]}: ${count}`).join("; ");
  const line = percent(lineOf(reach) * 100);
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="figures block overflow-visible">
      {parts.map(({ point, from, width }) => (
        <rect
          key={point}
          x={percent(from * 100)}
          width={percent(width * 100)}
          y={3}
          height={HEIGHT - 6}
          fill={ratingFill(point, counts.length)}
          stroke="var(--paper)"
        />
      ))}
      {/* The line is drawn above and below the bar only, so that it strikes through no figure. */}
      <line x1={line} x2={line} y1={-2} y2={2} stroke="var(--ink)" />
      <line x1={line} x2={line} y1={HEIGHT - 2} y2={HEIGHT + 5} stroke="var(--ink)" />
      {parts.map(({ point, count, from, width }) =>
        width * 100 < ROOM_FOR_A_COUNT ? null : (
          <text
            key={point}
            x={percent((from + width / 2) * 100)}
            y={HEIGHT / 2}
            dy="0.35em"
            textAnchor="middle"
            fontSize="14"
            fill={ratingInk(point, counts.length)}
          >
            {count}
          </text>
        ),
      )}
    </svg>
  );
}

/** The points of a scale with their colours, in order. */
function ScaleKey({ scale }: { scale: readonly string[] }) {
  return (
    <ol className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {scale.map((label, point) => (
        <li key={label} className="flex items-baseline gap-2">
          <svg viewBox="0 0 12 12" className="relative top-px size-3 shrink-0" aria-hidden="true">
            <rect width="12" height="12" fill={ratingFill(point, scale.length)} />
          </svg>
          {label}
        </li>
      ))}
    </ol>
  );
}
