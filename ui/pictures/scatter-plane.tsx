import { along, figure, type Range } from "@/ui/pictures/axis";
import type { Cluster } from "@/ui/pictures/cluster";
import { Place } from "@/ui/pictures/marks";
import { ticksOf } from "@/ui/pictures/scale-head";
import type { ScatterItem } from "@/ui/pictures/scatter";

// Room between the frame and the ends of the scales, in percent: the ticks stand there, clear of the marks.
const INSET = 10;
const MOST_CROSSES = 24;

/** The square with both scales, the crosses and the marks. Its sides are percentages, so it fits any column. */
export function ScatterPlane({
  x,
  y,
  clusters,
}: {
  x: Range;
  y: Range;
  clusters: readonly Cluster<ScatterItem>[];
}) {
  const items = clusters.flatMap((cluster) => cluster.items);
  const across = along(x, INSET);
  const mirrored = along({ min: -y.max, max: -y.min }, INSET);
  const up = (value: number) => mirrored(-value);
  const said = items
    .map((item) => `${item.number}: ${figure(item.x.median)}, ${figure(item.y.median)}`)
    .join("; ");
  return (
    <svg role="img" aria-label={said} width="100%" className="figures block aspect-square overflow-visible">
      <rect width="100%" height="100%" fill="var(--card)" stroke="var(--line)" />
      {ticksOf(x).map((tick) => (
        <line key={tick} x1={across(tick)} x2={across(tick)} y1="0" y2="100%" {...gridLine(tick, x)} />
      ))}
      {ticksOf(y).map((tick) => (
        <line key={tick} y1={up(tick)} y2={up(tick)} x1="0" x2="100%" {...gridLine(tick, y)} />
      ))}
      {ticksOf(x).map((tick) => (
        <text
          key={tick}
          x={across(tick)}
          y="100%"
          dy="-6"
          textAnchor="middle"
          fontSize="14"
          fill="var(--muted)"
        >
          {figure(tick)}
        </text>
      ))}
      {ticksOf(y).map((tick) => (
        <text key={tick} x="6" y={up(tick)} dy="0.35em" fontSize="14" fill="var(--muted)">
          {figure(tick)}
        </text>
      ))}
      {clusters.map((cluster) => (
        <g key={cluster.mark} className="group">
          <g
            className={
              items.length > MOST_CROSSES
                ? "opacity-0 group-hover:opacity-100"
                : "opacity-60 group-hover:opacity-100"
            }
            stroke="var(--muted)"
            strokeWidth="1.5"
          >
            {cluster.items.map((item) => (
              <Cross key={item.key} item={item} across={across} up={up} />
            ))}
          </g>
          <Mark cluster={cluster} x={across(cluster.x)} y={up(cluster.y)} />
        </g>
      ))}
    </svg>
  );
}

type Scale = (value: number) => string;

function Cross({ item, across, up }: { item: ScatterItem; across: Scale; up: Scale }) {
  const { x, y } = item;
  return (
    <>
      <line x1={across(x.q1)} x2={across(x.q3)} y1={up(y.median)} y2={up(y.median)} />
      <line x1={across(x.median)} x2={across(x.median)} y1={up(y.q1)} y2={up(y.q3)} />
    </>
  );
}

function Mark({ cluster, x, y }: { cluster: Cluster<ScatterItem>; x: string; y: string }) {
  const several = cluster.items.length > 1;
  return (
    <Place x={x} y={y}>
      <circle
        r={several ? 14 : 12}
        fill={several ? "var(--accent)" : "var(--ink)"}
        stroke="var(--card)"
        strokeWidth="1.5"
      />
      <text
        dy="0.35em"
        textAnchor="middle"
        fontSize="14"
        fontWeight="600"
        fill={several ? "var(--on-accent)" : "var(--paper)"}
      >
        {cluster.mark}
      </text>
    </Place>
  );
}

/** The middle of a scale is drawn in full, so that the four fields can be told apart. */
function gridLine(tick: number, range: Range) {
  return { stroke: "var(--line)", strokeOpacity: tick === (range.min + range.max) / 2 ? 1 : 0.4 };
}
