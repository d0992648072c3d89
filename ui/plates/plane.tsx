import { type Cluster, clusterItems } from "@/ui/pictures/cluster";
import { ticksOf } from "@/ui/pictures/scale-head";
import type { ScatterAxis, ScatterItem } from "@/ui/pictures/scatter";
import type { Ink } from "@/ui/plates/ink";
import type { Drawing } from "@/ui/plates/plate";
import { textLines } from "@/ui/plates/text-lines";
import { round, Written } from "@/ui/plates/written";

type Item = ScatterItem & { readonly title: string };
type Axes = { readonly x: ScatterAxis; readonly y: ScatterAxis };

/** The plane is a square of at most this side; beside it stands which mark is which, below it where it is narrow. */
const LARGEST = 440;
const INSET = 0.1;
const MOST_CROSSES = 24;
const LEADING = 17;

/** Medians on two criteria with their crosses of quartiles, numbered, and the list of what the numbers are. */
export function plane(items: readonly Item[], axes: Axes, width: number, ink: Ink): Drawing {
  const narrow = width < 560;
  const side = narrow ? width : Math.min(LARGEST, width / 2);
  const clusters = clusterItems(items);
  const up = textLines(`${axes.y.label} · ${axes.y.high} ↑`, 12, side, 2);
  const top = up.length * 15 + 6;
  const [low, across] = [
    textLines(`↓ ${axes.y.low}`, 12, side * 0.4, 3),
    textLines(`${axes.x.label} · ${axes.x.high} →`, 12, side * 0.56, 3),
  ];
  const below = top + side + 18;
  const bottom = below + Math.max(low.length, across.length) * 15;
  const [left, listTop] = narrow ? [0, bottom + 14] : [side + 36, top];
  const list = listOf(clusters, width - left, ink);
  return {
    height: Math.max(bottom, listTop + list.height),
    drawing: (
      <>
        <Written lines={up} x={0} y={12} size={12} leading={1.25} fill={ink.muted} />
        <g transform={`translate(0 ${top})`}>
          <Square clusters={clusters} axes={axes} side={side} ink={ink} />
        </g>
        <Written lines={low} x={0} y={below} size={12} leading={1.25} fill={ink.muted} />
        <Written lines={across} x={side} y={below} size={12} leading={1.25} anchor="end" fill={ink.muted} />
        <g transform={`translate(${round(left)} ${round(listTop)})`}>{list.drawing}</g>
      </>
    ),
  };
}

type SquareProps = {
  readonly clusters: readonly Cluster<Item>[];
  readonly axes: Axes;
  readonly side: number;
  readonly ink: Ink;
};

function Square({ clusters, axes: { x, y }, side, ink }: SquareProps) {
  const along = (share: number) => round(side * (INSET + share * (1 - 2 * INSET)));
  const across = (value: number) => along((value - x.min) / (x.max - x.min));
  const up = (value: number) => along((y.max - value) / (y.max - y.min));
  const items = clusters.flatMap((cluster) => cluster.items);
  const strength = (tick: number, { min, max }: ScatterAxis) => (tick === (min + max) / 2 ? 1 : 0.45);
  return (
    <>
      <rect width={side} height={side} fill="none" stroke={ink.line} />
      {ticksOf(x).map((tick) => (
        <g key={tick} transform={`translate(${across(tick)} 0)`}>
          <path d={`M0 0V${side}`} stroke={ink.line} strokeOpacity={strength(tick, x)} />
          <Written lines={[String(tick)]} x={0} y={side - 6} size={12} anchor="middle" fill={ink.muted} />
        </g>
      ))}
      {ticksOf(y).map((tick) => (
        <g key={tick} transform={`translate(0 ${up(tick)})`}>
          <path d={`M0 0H${side}`} stroke={ink.line} strokeOpacity={strength(tick, y)} />
          <Written lines={[String(tick)]} x={6} y={4} size={12} fill={ink.muted} />
        </g>
      ))}
      {items.length > MOST_CROSSES
        ? null
        : items.map(({ key, x: own, y: other }) => (
            <path
              key={key}
              d={`M${across(own.q1)} ${up(other.median)}H${across(own.q3)}M${across(own.median)} ${up(other.q1)}V${up(other.q3)}`}
              stroke={ink.muted}
              strokeOpacity={0.6}
              strokeWidth={1.5}
            />
          ))}
      {clusters.map((cluster) => (
        <g key={cluster.mark} transform={`translate(${across(cluster.x)} ${up(cluster.y)})`}>
          <Mark cluster={cluster} ink={ink} />
        </g>
      ))}
    </>
  );
}

/** One item is a dark disc with its number, several a ring with a letter. */
function Mark({ cluster: { items, mark }, ink }: { cluster: Cluster<Item>; ink: Ink }) {
  const several = items.length > 1;
  return (
    <>
      <circle
        r={11}
        fill={several ? ink.paper : ink.ink}
        stroke={several ? ink.ink : ink.paper}
        strokeWidth={1.5}
      />
      <Written
        lines={[mark]}
        x={0}
        y={4.5}
        size={12}
        weight={600}
        anchor="middle"
        fill={several ? ink.ink : ink.paper}
      />
    </>
  );
}

/** Which mark stands for which items, from the top right down. */
function listOf(clusters: readonly Cluster<Item>[], width: number, ink: Ink): Drawing {
  let y = 12;
  const rows = clusters.flatMap(({ mark, items }) =>
    items.map((item, at) => {
      const several = items.length > 1;
      const lines = textLines(several ? `${item.number} ${item.title}` : item.title, 13, width - 28, 3);
      const top = y;
      y += lines.length * LEADING + (several && at < items.length - 1 ? 2 : 7);
      return (
        <g key={item.key}>
          {at === 0 ? <Written lines={[mark]} x={0} y={top} size={13} weight={600} fill={ink.ink} /> : null}
          <Written lines={lines} x={28} y={top} size={13} leading={LEADING / 13} serif fill={ink.ink} />
        </g>
      );
    }),
  );
  return { height: y, drawing: rows };
}
