import { cellCentre, figure, percent } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { Key, MedianTick, MiddleHalf, OwnMark, Place } from "@/ui/pictures/marks";
import { PointBars } from "@/ui/pictures/point-bars";
import { pointText } from "@/ui/pictures/point-text";
import { ratingFill } from "@/ui/pictures/rating-colour";
import { answersIn, share } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One point of a scale and how many chose it. */
export type PointCount = { value: number; label: string; count: number };

export type HistogramProps = FigureTexts & {
  /** Whole numbers in a row, from low to high, every point of the scale. */
  points: readonly PointCount[];
  median: number | null;
  /** Lower and upper quartile. */
  middle: { low: number; high: number } | null;
  /** The reader's own answer, a point of the scale. */
  own?: number | null;
  words: PictureWords;
};

const BARS = 104;
const TALLEST = 80;
const RUG = 18;
const LONGEST_LABEL_BELOW_A_BAR = 24;

/**
 * How many chose each point, with the median and the middle half on a line below the bars and one's own answer below
 * that. Labels too long for a bar's foot put the bars in rows instead, each beside its label.
 */
export function Histogram({ points, median, middle, own = null, words, ...texts }: HistogramProps) {
  const n = answersIn(points.map((point) => point.count));
  const numbers = {
    head: [words.point, words.answers, words.share],
    rows: points.map((point) => ({
      key: String(point.value),
      cells: [pointText(point), point.count, share(point.count, n)],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <div className="max-w-xl">
        {points.some((point) => point.label.length > LONGEST_LABEL_BELOW_A_BAR) ? (
          <div className="mb-3">
            <PointBars
              points={points}
              columns={[{ key: "panel", counts: points.map((point) => point.count), own }]}
              you={words.you}
            />
          </div>
        ) : (
          <>
            <Bars points={points} median={median} middle={middle} own={own} words={words} />
            <Ends points={points} />
          </>
        )}
        <Key entries={keyOf({ median, middle, own, words })} />
      </div>
    </Figure>
  );
}

function Bars({ points, median, middle, own, words }: Omit<HistogramProps, "title" | "caption" | "heading">) {
  const most = Math.max(1, ...points.map((point) => point.count));
  const range = { min: points[0]?.value ?? 1, max: points.at(-1)?.value ?? 1 };
  const centre = cellCentre(range);
  const cell = 100 / points.length;
  const rug = BARS + 8;
  const height = rug + RUG + 24 + (own == null ? 0 : 22);
  const said = points.map((point) => `${point.label}: ${point.count}`).join("; ");
  return (
    <svg role="img" aria-label={said} width="100%" height={height} className="figures block overflow-visible">
      <svg
        viewBox={`0 0 ${points.length} ${BARS}`}
        preserveAspectRatio="none"
        width="100%"
        height={BARS}
        aria-hidden="true"
      >
        {points.map((point, index) =>
          point.count === 0 ? null : (
            <path
              key={point.value}
              d={`M${index + 0.04} ${BARS}v${tenth((-point.count / most) * TALLEST)}h.92V${BARS}`}
              fill={ratingFill(index, points.length)}
            />
          ),
        )}
      </svg>
      <text textAnchor="middle" fontSize="14" fill="var(--ink)">
        {points.map((point, index) => (
          <tspan
            key={point.value}
            x={percent((index + 0.5) * cell)}
            y={tenth(BARS - (point.count / most) * TALLEST - 6)}
            fill={point.count === 0 ? "var(--muted)" : undefined}
          >
            {point.count}
          </tspan>
        ))}
      </text>
      <text y={rug + RUG + 17} textAnchor="middle" fontSize="14" fill="var(--muted)">
        {points.map((point, index) => (
          <tspan key={point.value} x={percent((index + 0.5) * cell)}>
            {point.value}
          </tspan>
        ))}
      </text>
      <line x1="0" x2="100%" y1={BARS + 0.5} y2={BARS + 0.5} stroke="var(--edge)" />
      {middle ? (
        <MiddleHalf from={centre(middle.low)} to={centre(middle.high)} y={rug + 4} height={RUG - 8} />
      ) : null}
      {median === null ? null : <MedianTick x={centre(median)} y={rug} height={RUG} />}
      {own == null ? null : <OwnMark x={centre(own)} y={height - 10} size={7} />}
      {own == null ? null : <OwnWord at={own} range={range} y={height - 10} word={words.you} />}
    </svg>
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The ends of the scale in words, where they have words. */
function Ends({ points }: Pick<HistogramProps, "points">) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || first.label === String(first.value)) return <div className="mb-3" />;
  return (
    <div aria-hidden="true" className="mt-1 mb-3 flex justify-between gap-6 text-sm text-muted">
      <span>{first.label}</span>
      <span className="text-right">{last.label}</span>
    </div>
  );
}

function OwnWord({
  at,
  range,
  y,
  word,
}: {
  at: number;
  range: { min: number; max: number };
  y: number;
  word: string;
}) {
  const right = at < (range.min + range.max) / 2 + 0.5;
  return (
    <Place x={cellCentre(range)(at)} y={y}>
      <text
        x={right ? 11 : -11}
        dy="0.35em"
        textAnchor={right ? "start" : "end"}
        fontSize="14"
        fontWeight="600"
        fill="var(--you)"
        stroke="var(--paper)"
        strokeWidth="4"
        paintOrder="stroke"
      >
        {word}
      </text>
    </Place>
  );
}

/** The median, the middle half and one's own answer in words, for the line under a picture. */
function keyOf({ median, middle, own, words }: Pick<HistogramProps, "median" | "middle" | "own" | "words">) {
  return [
    ...(median === null ? [] : [{ mark: "median" as const, text: `${words.median} ${figure(median)}` }]),
    ...(middle ? [{ mark: "middle-half" as const, text: spanText(middle, words) }] : []),
    ...(own == null ? [] : [{ mark: "you" as const, text: `${words.you} ${figure(own)}` }]),
  ];
}

/** "middle half 4 to 5", or "middle half at 4" */
function spanText(middle: { low: number; high: number }, words: PictureWords): string {
  const [low, high] = [figure(middle.low), figure(middle.high)];
  return low === high
    ? `${words.middleHalf} ${words.at} ${low}`
    : `${words.middleHalf} ${low} ${words.to} ${high}`;
}
