import type { ReactNode } from "react";
import type { Ink } from "@/ui/plates/ink";
import { textLines } from "@/ui/plates/text-lines";
import { round, Written } from "@/ui/plates/written";

/** What a picture says by itself, wherever it ends up. */
export type PlateTexts = {
  /** The finding. */
  readonly title: string;
  /** n, round, and how to read it. */
  readonly caption: string;
  /** Study, edition, date, digest and address. */
  readonly source: string;
  /** Stands above all else where the panel is simulated. */
  readonly simulated: string | null;
};

/** A drawing of a given height, with its own origin at its top left. */
export type Drawing = { readonly height: number; readonly drawing: ReactNode };

const MARGIN = 28;

/** The room a drawing has inside a plate of this width. */
export const plateRoom = (width: number): number => width - 2 * MARGIN;

/**
 * One picture as one SVG that needs nothing around it: the finding as its title, the drawing, n in the caption, and
 * the source, all inside. Fixed width in pixels; the height follows.
 */
export function Plate({
  texts,
  width,
  ink,
  body,
}: {
  texts: PlateTexts;
  width: number;
  ink: Ink;
  body: Drawing;
}) {
  const room = plateRoom(width);
  const size = width < 600 ? 19 : 25;
  // Where the file is opened without the house's faces, another bold serif stands wider.
  const title = textLines(texts.title, size * 1.2, room, 5);
  const caption = textLines(texts.caption, 13, room);
  const source = textLines(texts.source, 11, room);
  const head = texts.simulated ? MARGIN + 24 : MARGIN;
  const top = head + title.length * size * 1.25 + 14;
  const captionAt = top + body.height + 26;
  const sourceAt = captionAt + caption.length * 18 + 16;
  const height = Math.ceil(sourceAt + source.length * 15 + MARGIN - 12);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={[texts.simulated, texts.title, texts.caption].filter(Boolean).join(". ")}
    >
      <rect width={width} height={height} fill={ink.paper} />
      {texts.simulated ? (
        <Written
          lines={[texts.simulated]}
          x={MARGIN}
          y={MARGIN + 8}
          size={13}
          weight={600}
          fill={ink.caution}
        />
      ) : null}
      <Written
        lines={title}
        x={MARGIN}
        y={head + size}
        size={size}
        leading={1.25}
        weight={600}
        serif
        fill={ink.ink}
      />
      <g transform={`translate(${MARGIN} ${round(top)})`}>{body.drawing}</g>
      <Written lines={caption} x={MARGIN} y={captionAt} size={13} fill={ink.muted} />
      <line
        x1={MARGIN}
        x2={width - MARGIN}
        y1={round(sourceAt - 17)}
        y2={round(sourceAt - 17)}
        stroke={ink.line}
      />
      <Written lines={source} x={MARGIN} y={sourceAt} size={11} fill={ink.muted} />
    </svg>
  );
}
