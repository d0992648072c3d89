"use client";

import { Bar, BarChart, Brush, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import type { Choice, Criterion, Explored, ExploredFigure, Series } from "@/ui/explorer/explored";
import { figureAt } from "@/ui/explorer/explored";
import { type ChartWords, saidOf } from "@/ui/explorer/explorer-words";

export type ExplorerChartProps = {
  explored: Explored;
  criterion: Criterion;
  items: Criterion["items"];
  series: readonly Series[];
  show: Choice["show"];
  words: ChartWords;
};

type Row = { item: Criterion["items"][number]; by: Readonly<Record<string, ExploredFigure | undefined>> };

/** Fewer can be told apart without choosing a stretch of them. */
const BRUSH_FROM = 9;

/** Middle halves with their medians, or shares at the upper end, item by item. Loaded by explorer.tsx only. */
export function ExplorerChart({ explored, criterion, items, series, show, words }: ExplorerChartProps) {
  const rows: Row[] = items.map((item) => ({
    item,
    by: Object.fromEntries(series.map((one) => [one.key, figureAt(explored, criterion.id, item.id, one)])),
  }));
  const pad = criterion.points.length > 0 ? 0.5 : 0;
  const domain = show === "upper" ? [0, 100] : [criterion.min - pad, criterion.max + pad];
  const ticks =
    show === "upper" || criterion.points.length === 0
      ? [0, 25, 50, 75, 100]
      : criterion.points.map(({ value }) => value);
  return (
    <ResponsiveContainer width="100%" height={380}>
      <BarChart data={rows} margin={{ top: 8, right: 4, bottom: 4, left: 0 }} barCategoryGap="25%" barGap={2}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          dataKey={(row: Row) => row.item.number}
          axisLine={{ stroke: "var(--edge)" }}
          tickLine={false}
          interval={0}
          tick={{ fontSize: 12, fill: "var(--muted)" }}
        />
        <YAxis
          domain={domain}
          ticks={ticks}
          unit={show === "upper" ? "%" : criterion.unit}
          width={46}
          allowDataOverflow
          axisLine={false}
          tickLine={false}
          tick={{ fontSize: 14, fill: "var(--muted)" }}
        />
        <Tooltip
          cursor={{ fill: "var(--wash)" }}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const row: Row | undefined = active ? payload[0]?.payload : undefined;
            return row ? <Card {...{ row, series, show, words }} unit={criterion.unit} /> : null;
          }}
        />
        {series.map((one) => (
          <Bar
            key={one.key}
            dataKey={(row: Row) => barOf(row.by[one.key], show)}
            fill={one.fill}
            isAnimationActive={false}
            maxBarSize={28}
            shape={(props: unknown) => <Span {...(props as SpanProps)} series={one} show={show} />}
          />
        ))}
        {items.length >= BRUSH_FROM ? (
          <Brush
            height={26}
            travellerWidth={12}
            stroke="var(--edge)"
            fill="var(--card)"
            dataKey={(row: Row) => row.item.number}
            endIndex={Math.min(items.length, inSight(series.length)) - 1}
          />
        ) : null}
      </BarChart>
    </ResponsiveContainer>
  );
}

function barOf(figure: ExploredFigure | undefined, show: Choice["show"]): number | [number, number] | null {
  if (!figure || "withheld" in figure) return null;
  if (show === "upper") return figure.upper;
  if (figure.median === null) return null;
  return [figure.q1 ?? figure.median, figure.q3 ?? figure.median];
}

type SpanProps = { x: number; y: number; width: number; height: number; payload: Row };

/** So many items at first that a bar is wide enough to be hit. */
const inSight = (series: number): number =>
  Math.max(4, Math.floor((window.innerWidth < 640 ? 16 : 84) / Math.max(1, series)));

/** A plain bar, or the middle half with the median as a tick across it. */
function Span({
  x,
  y,
  width,
  height,
  payload,
  series,
  show,
}: SpanProps & { series: Series; show: Choice["show"] }) {
  const figure = payload?.by[series.key];
  if (!figure || "withheld" in figure) return null;
  if (show === "upper")
    return <rect x={x} y={y} width={width} height={Math.max(0, height)} fill={series.fill} />;
  const { median, q1, q3 } = figure;
  if (median === null) return null;
  const [top, tall] = height < 0 ? [y + height, -height] : [y, height];
  const at =
    q1 === null || q3 === null || q1 === q3 ? top + tall / 2 : top + (tall * (q3 - median)) / (q3 - q1);
  return (
    <g>
      <rect
        x={x + width * 0.2}
        y={top - 1}
        width={width * 0.6}
        height={tall + 2}
        fill={series.fill}
        opacity="0.35"
      />
      <rect x={x} y={at - 1.5} width={width} height="3" fill={series.fill} />
    </g>
  );
}

function Card({
  row,
  series,
  show,
  words,
  unit,
}: {
  row: Row;
  series: readonly Series[];
  show: Choice["show"];
  words: ChartWords;
  unit: string;
}) {
  return (
    <div className="max-w-80 rounded-md border border-edge bg-card px-3 py-2 font-sans text-sm text-ink">
      <p className="font-semibold">
        {row.item.number} {row.item.title}
      </p>
      <ul className="mt-1 space-y-0.5">
        {series.map((one) => (
          <li key={one.key}>
            <span className="text-muted">{one.label}: </span>
            <span className="figures">{saidOf(row.by[one.key], show, words, unit)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
