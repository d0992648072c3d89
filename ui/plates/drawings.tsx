import type { ReactNode } from "react";
import { barParts, lineOf, type Sides, sidesOf } from "@/ui/pictures/diverging";
import { type Ink, plateFill, plateFillInk } from "@/ui/plates/ink";
import { round, Written } from "@/ui/plates/written";

/** What rows of a picture are drawn with: each takes the width of its box, and stands on the middle line. */
type Draw = (width: number) => ReactNode;

const HALF = 10;
const ROOM_FOR_A_COUNT = 20;

/** All answers as one bar over the whole width, from low to high. */
export const distribution =
  (counts: readonly number[], ink: Ink): Draw =>
  (width) =>
    partsOf(counts, sidesOf(counts), width, ink);

/** All answers to the two sides of one line, which all rows of one reach share. */
export const diverging =
  (counts: readonly number[], reach: Sides, ink: Ink): Draw =>
  (width) => {
    const line = round(lineOf(reach) * width);
    return (
      <>
        {partsOf(counts, reach, width, ink)}
        <path d={`M${line} ${-HALF - 5}v5M${line} ${HALF}v5`} stroke={ink.ink} />
      </>
    );
  };

/** A count stands in its part where it fits. */
const partsOf = (counts: readonly number[], reach: Sides, width: number, ink: Ink) =>
  barParts(counts, reach).map((part) => (
    <g key={part.point}>
      <rect
        x={round(part.from * width)}
        y={-HALF}
        width={round(part.width * width)}
        height={2 * HALF}
        fill={plateFill(part.point, counts.length)}
        stroke={ink.paper}
      />
      {part.width * width > ROOM_FOR_A_COUNT ? (
        <Written
          lines={[String(part.count)]}
          x={round((part.from + part.width / 2) * width)}
          y={4}
          size={12}
          anchor="middle"
          fill={plateFillInk(part.point, counts.length)}
        />
      ) : null}
    </g>
  ));

type Range = { readonly min: number; readonly max: number };
const place = (value: number, { min, max }: Range, width: number): number =>
  round(((value - min) / (max - min)) * width);

/** One bar from the left, in a colour of the scale, with its figure behind it. */
export const bar =
  (share: number, most: number, text: string, fill: string, ink: Ink): Draw =>
  (width) => {
    const length = most === 0 ? 0 : (share / most) * Math.max(0, width - 84);
    return (
      <>
        <rect x={0} y={-8} width={round(length)} height={16} fill={fill} />
        <line x1={0} x2={0} y1={-11} y2={11} stroke={ink.edge} />
        <Written lines={[text]} x={round(length + 7)} y={4.5} size={13} fill={ink.ink} />
      </>
    );
  };

/** A median with the middle half around it. */
export const interval =
  (median: number, middle: { low: number; high: number } | null, range: Range, ink: Ink): Draw =>
  (width) => (
    <>
      <line x1={0} x2={width} y1={0} y2={0} stroke={ink.line} />
      {middle ? (
        <rect
          x={place(middle.low, range, width) - (middle.low === middle.high ? 4 : 0)}
          y={-6}
          width={Math.max(8, round(((middle.high - middle.low) / (range.max - range.min)) * width))}
          height={12}
          fill={ink.muted}
          fillOpacity={0.45}
        />
      ) : null}
      <line
        x1={place(median, range, width)}
        x2={place(median, range, width)}
        y1={-11}
        y2={11}
        stroke={ink.ink}
        strokeWidth={2.5}
      />
    </>
  );

/** Where a median stood in the first round (a ring) and stands in the last (a dot). */
export const movement =
  (from: number, to: number, range: Range, ink: Ink): Draw =>
  (width) => (
    <>
      <line x1={0} x2={width} y1={0} y2={0} stroke={ink.line} />
      <line
        x1={place(from, range, width)}
        x2={place(to, range, width)}
        y1={0}
        y2={0}
        stroke={ink.muted}
        strokeWidth={2}
      />
      <circle
        cx={place(from, range, width)}
        cy={0}
        r={7}
        fill={ink.paper}
        stroke={ink.early}
        strokeWidth={2.5}
      />
      <circle cx={place(to, range, width)} cy={0} r={5.5} fill={ink.late} />
    </>
  );

/** Two bars from the left: a hollow one, and below it a full one in a colour of the scale, each with its figure. */
export const twins =
  (shares: readonly [number, number], most: number, fill: string, ink: Ink): Draw =>
  (width) => {
    const lengths = shares.map((share) => (most === 0 ? 0 : (share / most) * Math.max(0, width - 50)));
    return (
      <>
        <rect
          x={0.75}
          y={-13.25}
          width={round(lengths[0]!)}
          height={11.5}
          fill="none"
          stroke={ink.muted}
          strokeWidth={1.5}
        />
        <rect x={0} y={2} width={round(lengths[1]!)} height={12} fill={fill} />
        <line x1={0} x2={0} y1={-16} y2={17} stroke={ink.edge} />
        {shares.map((share, at) => (
          <Written
            // biome-ignore lint/suspicious/noArrayIndexKey: the upper and the lower bar
            key={at}
            lines={[`${Math.round(share)}%`]}
            x={round(lengths[at]! + 8)}
            y={at === 0 ? -3 : 12}
            size={12}
            fill={ink.ink}
          />
        ))}
      </>
    );
  };
