import { cellCentre } from "@/ui/pictures/axis";
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
  return (
    <svg
      role="img"
      aria-label={description}
      width="100%"
      height={HEIGHT}
      className={`block overflow-visible ${className}`}
    >
      <Ground min={min} max={max} counts={counts} />
      {middle ? (
        <MiddleHalf from={centre(middle.low)} to={centre(middle.high)} y={LINE - 4} height={8} />
      ) : null}
      {median === null ? null : <MedianTick x={centre(median)} y={2} height={18} />}
      {own == null ? null : <OwnMark x={centre(own)} y={HEIGHT - 4} size={5} />}
    </svg>
  );
}

/** The distribution as a ghost, and the scale over it: two paths on a stretched sheet, since lists have many strips. */
function Ground({ counts, min, max }: Pick<StripProps, "counts" | "min" | "max">) {
  const points = max - min + 1;
  const most = Math.max(1, ...(counts ?? []));
  const bars = (counts ?? []).flatMap((count, at) =>
    count === 0 ? [] : [`M${at} ${HEIGHT}v${tenth((-count / most) * HEIGHT)}h.94V${HEIGHT}`],
  );
  // A probability has a hundred points: then only the ends are marked.
  const ticks = points <= 11 ? Array.from({ length: points }, (_, step) => step) : [0, points - 1];
  return (
    <svg
      viewBox={`0 0 ${points} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
      aria-hidden="true"
    >
      {bars.length > 0 ? <path d={bars.join("")} fill="var(--line)" opacity="0.85" /> : null}
      <path
        d={`M.5 ${LINE}H${points - 0.5}${ticks.map((tick) => `M${tick + 0.5} ${LINE - 3}v6`).join("")}`}
        stroke="var(--edge)"
        strokeOpacity="0.6"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
