/** A round's name with its n below it, on the axis. */
export function RoundTick({
  x,
  y,
  name,
  n,
}: {
  x: number | string;
  y: number | string;
  name: string;
  n: string;
}) {
  return (
    <text x={x} y={y} textAnchor="end" fontSize="14" className="figures">
      <tspan x={x} dy="-0.2em" fontWeight="600" fill="var(--ink)">
        {name}
      </tspan>
      <tspan x={x} dy="1.25em" fill="var(--muted)">
        {n}
      </tspan>
    </text>
  );
}
