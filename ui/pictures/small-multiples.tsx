import type { ReactNode } from "react";
import { cellCentre, figure, percent, type Range } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { MedianTick, MiddleHalf } from "@/ui/pictures/marks";
import { pointText } from "@/ui/pictures/point-text";
import { ratingFill } from "@/ui/pictures/rating-colour";
import { answersIn, share } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One small panel: a group of experts, with a count for each point from low to high. */
export type Multiple = { key: string; label: string } & (
  | { counts: readonly number[]; median: number | null; middle: { low: number; high: number } | null }
  | { withheld: ReactNode }
);

export type SmallMultiplesProps = FigureTexts & {
  points: readonly { value: number; label: string }[];
  /** The first is what the others are held against: the whole panel. */
  multiples: readonly Multiple[];
  words: PictureWords;
};

const BARS = 72;
const ROOM_ABOVE = 18;

/** The same small histogram for every group, all on one measure of shares, so that shapes can be compared. */
export function SmallMultiples({ points, multiples, words, ...texts }: SmallMultiplesProps) {
  const most = Math.max(0.01, ...multiples.map((one) => ("counts" in one ? highest(one.counts) : 0)));
  const numbers = {
    head: [words.point, ...multiples.map(({ label }) => label)],
    rows: points.map((point, at) => ({
      key: String(point.value),
      cells: [pointText(point), ...multiples.map((one) => cellOf(one, at))],
    })),
  };
  const [first, last] = [points[0], points.at(-1)];
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-7 sm:grid-cols-3 lg:grid-cols-4">
        {multiples.map((one) => (
          <li key={one.key} className="flex min-w-0 flex-col justify-end break-inside-avoid">
            <p className="text-sm leading-snug font-semibold [overflow-wrap:anywhere]">{one.label}</p>
            {"counts" in one ? (
              <>
                <p className="figures text-sm text-muted">
                  {one.median === null ? "" : `${words.median} ${figure(one.median)}, `}
                  {words.n} {answersIn(one.counts)}
                </p>
                <Bars one={one} points={points} most={most} />
              </>
            ) : (
              <p className="text-sm text-muted italic">{one.withheld}</p>
            )}
          </li>
        ))}
      </ul>
      {first && last && first.label !== String(first.value) ? (
        <p aria-hidden="true" className="mt-2 text-sm text-muted">
          {pointText(first)} – {pointText(last)}
        </p>
      ) : null}
    </Figure>
  );
}

function Bars({
  one,
  points,
  most,
}: {
  one: Extract<Multiple, { counts: readonly number[] }>;
  points: SmallMultiplesProps["points"];
  most: number;
}) {
  const n = answersIn(one.counts);
  const cell = 100 / points.length;
  const range: Range = { min: points[0]?.value ?? 1, max: points.at(-1)?.value ?? 1 };
  const centre = cellCentre(range);
  const foot = ROOM_ABOVE + BARS;
  const said = points.map((point, at) => `${point.label}: ${one.counts[at] ?? 0}`).join("; ");
  return (
    <svg
      role="img"
      aria-label={`${one.label}: ${said}`}
      width="100%"
      height={foot + 34}
      className="figures mt-1 block overflow-visible"
    >
      {points.map((point, at) => {
        const count = one.counts[at] ?? 0;
        const tall = n === 0 ? 0 : (count / n / most) * BARS;
        const middle = percent((at + 0.5) * cell);
        return (
          <g key={point.value}>
            <rect
              x={percent((at + 0.04) * cell)}
              width={percent(0.92 * cell)}
              y={foot - tall}
              height={tall}
              fill={ratingFill(at, points.length)}
            />
            {count === 0 ? null : (
              <text x={middle} y={foot - tall - 4} textAnchor="middle" fontSize="12" fill="var(--ink)">
                {count}
              </text>
            )}
            <text x={middle} y={foot + 30} textAnchor="middle" fontSize="12" fill="var(--muted)">
              {point.value}
            </text>
          </g>
        );
      })}
      <line x1="0" x2="100%" y1={foot + 0.5} y2={foot + 0.5} stroke="var(--edge)" />
      {one.middle ? (
        <MiddleHalf from={centre(one.middle.low)} to={centre(one.middle.high)} y={foot + 7} height={7} />
      ) : null}
      {one.median === null ? null : <MedianTick x={centre(one.median)} y={foot + 4} height={13} />}
    </svg>
  );
}

function highest(counts: readonly number[]): number {
  const n = answersIn(counts);
  return n === 0 ? 0 : Math.max(...counts) / n;
}

function cellOf(one: Multiple, at: number): ReactNode {
  if (!("counts" in one)) return one.withheld;
  const count = one.counts[at] ?? 0;
  return `${count} (${share(count, answersIn(one.counts))})`;
}
