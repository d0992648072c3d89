import { barParts, lineOf, type Sides } from "@/ui/pictures/diverging";
import { ratingFill, ratingInk } from "@/ui/pictures/rating-colour";

const SIZES = {
  row: { height: 28, inset: 3, fontSize: 14, fontWeight: 400 },
  large: { height: 36, inset: 0, fontSize: 16, fontWeight: 600 },
} as const;

// A count is printed where its part of the bar is wide enough for two figures on a phone.
const ROOM_FOR_A_COUNT = 0.08;

/** All answers to one question as one bar from low to high, with a count in each part that has room for it. */
export function CountedBar({
  counts,
  scale,
  reach,
  line = false,
  size,
}: {
  /** One for each point of the scale, from low to high. */
  counts: readonly number[];
  /** The labels of the points. */
  scale: readonly string[];
  /** How far the picture reaches to either side of the middle. */
  reach: Sides;
  /** Whether the middle is marked. */
  line?: boolean;
  size: keyof typeof SIZES;
}) {
  const { height, inset, ...font } = SIZES[size];
  const parts = barParts(counts, reach);
  const said = parts.map(({ point, count }) => `${scale[point]}: ${count}`).join("; ");
  const middle = place(lineOf(reach));
  return (
    <svg role="img" aria-label={said} width="100%" height={height} className="figures block overflow-visible">
      <g stroke="var(--paper)">
        {parts.map(({ point, from, width }) => (
          <rect
            key={point}
            x={place(from)}
            width={place(width)}
            y={inset}
            height={height - 2 * inset}
            fill={ratingFill(point, counts.length)}
          />
        ))}
      </g>
      {/* The line is drawn above and below the bar only, so that it strikes through no figure. */}
      {line ? (
        <line
          x1={middle}
          x2={middle}
          y1={-2}
          y2={height + 4}
          stroke="var(--ink)"
          strokeDasharray={`4 ${height - 4} 6`}
        />
      ) : null}
      <g textAnchor="middle" {...font}>
        {parts.map(({ point, count, from, width }) =>
          width < ROOM_FOR_A_COUNT ? null : (
            <text
              key={point}
              x={place(from + width / 2)}
              y={height / 2 + font.fontSize * 0.35}
              fill={ratingInk(point, counts.length)}
            >
              {count}
            </text>
          ),
        )}
      </g>
    </svg>
  );
}

/** A share of the width; a tenth of a percent is less than a pixel, and dozens of bars are in a page twice. */
const place = (share: number): string => `${Math.round(share * 1000) / 10}%`;

/** The points of a scale with their colours, in order. */
export function ScaleKey({ scale }: { scale: readonly string[] }) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
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
