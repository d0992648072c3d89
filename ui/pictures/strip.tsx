import { cellCentre, cellSpan } from "@/ui/pictures/axis";
import { MedianTick, MiddleHalf, OwnMark } from "@/ui/pictures/marks";

export type StripProps = {
  /** The ends of the scale. */
  min: number;
  max: number;
  median: number | null;
  middle: { low: number; high: number } | null;
  /** One's own answer, a diamond below the line; the words beside the strip must say so too. */
  own?: number | null;
  /** The distribution as a ghost behind the strip: one count for each whole point from min to max. */
  counts?: readonly number[];
  /** The figures in words: "Median 4, middle half 4 to 5, 21 experts". */
  description: string;
  className?: string;
};

const HEIGHT = 28;
const LINE = 11;

/** Median and middle half of one item in the height of a line, for lists. As wide as its box. */
export function Strip({
  min,
  max,
  median,
  middle,
  own = null,
  counts,
  description,
  className = "w-40",
}: StripProps) {
  const range = { min, max };
  const centre = cellCentre(range);
  const points = max - min + 1;
  // A probability has a hundred points: then only the ends are marked.
  const ticks = points <= 11 ? Array.from({ length: points }, (_, step) => min + step) : [min, max];
  return (
    <svg
      role="img"
      aria-label={description}
      width="100%"
      height={HEIGHT}
      className={`block overflow-visible ${className}`}
    >
      {counts ? <Ghost counts={counts} min={min} max={max} /> : null}
      <line x1={centre(min)} x2={centre(max)} y1={LINE} y2={LINE} stroke="var(--line)" />
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={centre(tick)}
          x2={centre(tick)}
          y1={LINE - 3}
          y2={LINE + 3}
          stroke="var(--edge)"
          strokeOpacity="0.6"
        />
      ))}
      {middle ? (
        <MiddleHalf from={centre(middle.low)} to={centre(middle.high)} y={LINE - 4} height={8} />
      ) : null}
      {median === null ? null : <MedianTick x={centre(median)} y={2} height={18} />}
      {own == null ? null : <OwnMark x={centre(own)} y={HEIGHT - 4} size={5} />}
    </svg>
  );
}

function Ghost({ counts, min, max }: { counts: readonly number[]; min: number; max: number }) {
  const most = Math.max(1, ...counts);
  const span = cellSpan({ min, max });
  const bars = counts.map((count, index) => ({ at: index, height: (count / most) * HEIGHT }));
  return bars.map((bar) => (
    <rect
      key={bar.at}
      x={span(bar.at)}
      width={span(0.94)}
      y={HEIGHT - bar.height}
      height={bar.height}
      fill="var(--line)"
      opacity="0.6"
    />
  ));
}
