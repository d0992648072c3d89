import { percent } from "@/ui/pictures/axis";
import { ratingFill, ratingInk } from "@/ui/pictures/rating-colour";
import { answersIn } from "@/ui/pictures/share";

const HEIGHT = 36;
// A count is printed where its part of the bar is wide enough for two figures on a phone.
const ROOM_FOR_A_COUNT = 7;

/** All answers to one question as one bar, from low to high, with its key below: the answer before any figure. */
export function WholeBar({ scale, counts }: { scale: readonly string[]; counts: readonly number[] }) {
  const n = answersIn(counts);
  if (n === 0) return null;
  const parts = counts.map((count, index) => ({
    index,
    count,
    from: (answersIn(counts.slice(0, index)) / n) * 100,
    width: (count / n) * 100,
  }));
  const said = counts.map((count, index) => `${scale[index] ?? ""}: ${count}`).join("; ");
  return (
    <div className="font-sans">
      <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="figures mb-2 block">
        {parts.map(({ index, count, from, width }) =>
          count === 0 ? null : (
            <rect
              key={index}
              x={percent(from)}
              width={percent(width)}
              height={HEIGHT}
              fill={ratingFill(index, counts.length)}
              stroke="var(--paper)"
            />
          ),
        )}
        {parts.map(({ index, count, from, width }) =>
          width < ROOM_FOR_A_COUNT ? null : (
            <text
              key={index}
              x={percent(from + width / 2)}
              y={HEIGHT / 2}
              dy="0.35em"
              textAnchor="middle"
              fontSize="16"
              fontWeight="600"
              fill={ratingInk(index, counts.length)}
            >
              {count}
            </text>
          ),
        )}
      </svg>
      <ScaleKey scale={scale} />
    </div>
  );
}

/** The points of the scale with their colours, in order. */
function ScaleKey({ scale }: { scale: readonly string[] }) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
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
