import type { ReactNode } from "react";
import type { Ink } from "@/ui/plates/ink";
import type { Drawing } from "@/ui/plates/plate";
import { textLines } from "@/ui/plates/text-lines";
import { round, Written } from "@/ui/plates/written";

/** A row of a picture: its title, and what is drawn; where nothing may be shown, the reason stands there. */
export type PlateRow = {
  readonly key: string;
  readonly title: string;
  /** Drawn in a box of this width, around its middle line; null where there is nothing to show. */
  readonly draw: ((width: number) => ReactNode) | null;
  /** Words at the end of the row: a verdict, a figure, or the reason why nothing is drawn. */
  readonly aside: string;
};

const SIZE = 14;
const LEADING = 18;
const BAR = 22;

/**
 * Titles beside their drawings, or above them where it is narrow, with words of the axis on top: of its two ends, or
 * of places at the same distance.
 */
export function rowLayout(
  rows: readonly PlateRow[],
  ends: readonly string[],
  width: number,
  ink: Ink,
  /** The height of a row's drawing. */
  bar = BAR,
): Drawing {
  const narrow = width < 560;
  const asideWidth = narrow ? 92 : 120;
  const titleWidth = narrow ? width : Math.round(width * 0.4);
  const left = narrow ? 0 : titleWidth + 20;
  const room = width - left - asideWidth - 12;
  const heads = ends.map((end) => textLines(end, 12, room / ends.length - 8, 2));
  const head = Math.max(0, ...heads.map((lines) => lines.length)) * 15 + 10;
  let y = head;
  const drawn = rows.map((row) => {
    const lines = textLines(row.title, SIZE, titleWidth, 4);
    const above = narrow ? lines.length * LEADING + 2 : 0;
    const height = above + (narrow ? bar + 14 : Math.max(bar, lines.length * LEADING) + 14);
    const top = y;
    y += height;
    const middle = narrow ? top + 7 + above + bar / 2 : top + height / 2;
    const first = narrow ? top + 7 + 12 : top + height / 2 - ((lines.length - 1) * LEADING) / 2 + 5;
    return (
      <g key={row.key}>
        <line x1={0} x2={width} y1={round(top)} y2={round(top)} stroke={ink.line} />
        <Written lines={lines} x={0} y={first} size={SIZE} leading={LEADING / SIZE} serif fill={ink.ink} />
        {row.draw ? <g transform={`translate(${left} ${round(middle)})`}>{row.draw(room)}</g> : null}
        <Written
          lines={textLines(row.aside, 12, row.draw ? asideWidth : room + asideWidth, 2)}
          x={row.draw ? width - asideWidth : left}
          y={middle + 4}
          size={12}
          fill={row.draw ? ink.ink : ink.muted}
        />
      </g>
    );
  });
  return {
    height: y,
    drawing: (
      <>
        {heads.map((lines, at) => (
          <Written
            // biome-ignore lint/suspicious/noArrayIndexKey: a place of the axis has no name but its number
            key={at}
            lines={lines}
            x={round(left + (heads.length < 2 ? 0 : (at / (heads.length - 1)) * room))}
            y={12}
            size={12}
            leading={1.25}
            anchor={at === 0 ? "start" : at === heads.length - 1 ? "end" : "middle"}
            fill={ink.muted}
          />
        ))}
        {drawn}
      </>
    ),
  };
}
