import { along, figure, type Range } from "@/ui/pictures/axis";

/** Room left and right of the ends of a scale of points, in percent, so that marks at the ends are whole. */
export const INSET = 4;

/** The axis above rows: the ends in words, then the values where rows have their grid lines. */
export function ScaleHead({
  range,
  ticks,
  low,
  high,
  unit = "",
}: {
  range: Range;
  ticks: readonly number[];
  low?: string;
  high?: string;
  unit?: string;
}) {
  const place = along(range, INSET);
  return (
    <div>
      {low || high ? (
        <div className="flex justify-between gap-4 leading-tight">
          <span>{low}</span>
          <span className="text-right">{high}</span>
        </div>
      ) : null}
      <svg width="100%" height="18" className="figures block overflow-visible" aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x={place(tick)} y="14" textAnchor="middle" fontSize="14" fill="var(--muted)">
            {figure(tick)}
            {unit}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Thin uprights at the values of the axis, behind a row's marks. */
export function GridLines({
  range,
  ticks,
  height,
}: {
  range: Range;
  ticks: readonly number[];
  height: number;
}) {
  const place = along(range, INSET);
  return ticks.map((tick) => (
    <line
      key={tick}
      x1={place(tick)}
      x2={place(tick)}
      y1="0"
      y2={height}
      stroke="var(--line)"
      strokeWidth="1"
    />
  ));
}

/** Every whole point of a short scale, five steps of a long one. */
export function ticksOf({ min, max }: Range): number[] {
  const points = max - min + 1;
  if (points <= 11) return Array.from({ length: points }, (_, step) => min + step);
  return [0, 0.25, 0.5, 0.75, 1].map((part) => min + part * (max - min));
}
