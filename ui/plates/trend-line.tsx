import type { ReactNode } from "react";
import type { Range } from "@/ui/pictures/axis";
import { VerdictStop } from "@/ui/pictures/marks";
import type { TrendStop } from "@/ui/pictures/trend-lines";
import type { Ink } from "@/ui/plates/ink";
import { round, Written } from "@/ui/plates/written";

/** The height of a line of a trend: room for its scale, and for a label above its highest mark. */
export const TREND_HEIGHT = 76;

const TOP = -TREND_HEIGHT / 2 + 20;
const BOTTOM = TREND_HEIGHT / 2 - 8;
const SIDE = 12;

/** An item through all waves, the first at the left end and the last at the right one, around the middle line. */
export const trendLine =
  (stops: readonly TrendStop[], { min, max }: Range, ink: Ink): ((width: number) => ReactNode) =>
  (width) => {
    const x = (at: number) =>
      round(stops.length === 1 ? width / 2 : SIDE + (at / (stops.length - 1)) * (width - 2 * SIDE));
    const y = (value: number) => round(BOTTOM - ((value - min) / (max - min)) * (BOTTOM - TOP));
    return (
      <>
        {[min, max].map((end) => (
          <line key={end} x1={0} x2={width} y1={y(end)} y2={y(end)} stroke={ink.line} />
        ))}
        {stops.map((stop, at) => {
          const before = stops[at - 1];
          if (!before || before.level === null || stop.level === null) return null;
          if (stop.joined)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a wave has no name but its place
              <g key={at} stroke={ink.muted} strokeWidth={2}>
                <line x1={x(at - 1)} x2={x(at)} y1={y(before.level)} y2={y(stop.level)} />
              </g>
            );
          const middle = `${round((x(at - 1) + x(at)) / 2)} ${round((y(before.level) + y(stop.level)) / 2)}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a wave has no name but its place
            <g key={at} transform={`translate(${middle})`}>
              <path d="M-6 7-1-7M1 7 6-7" stroke={ink.caution} strokeWidth={2} />
            </g>
          );
        })}
        {stops.map(({ level, middle, mark, label }, at) =>
          level === null ? null : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a wave has no name but its place
            <g key={at} transform={`translate(${x(at)} 0)`}>
              {middle ? (
                <rect
                  x={-5}
                  width={10}
                  y={y(middle.high) - 3}
                  height={round(y(middle.low) - y(middle.high) + 6)}
                  fill={ink.muted}
                  fillOpacity={0.35}
                />
              ) : null}
              <g transform={`translate(0 ${y(level)})`}>
                <VerdictStop mark={mark} paper={ink.paper} ink={ink.ink} muted={ink.ink} />
                <Written lines={[label]} x={0} y={-10} size={12} anchor="middle" fill={ink.ink} />
              </g>
            </g>
          ),
        )}
      </>
    );
  };
