import type { ReactNode } from "react";
import type { ConsensusMark } from "@/ui/verdict";

/** The marks all pictures share, so that a median looks like a median everywhere. Places are SVG lengths or percentages. */

/** A place in a picture: what is drawn inside counts in pixels from there, so shapes and words keep their size. */
export function Place({ x, y = 0, children }: { x: string; y?: number | string; children: ReactNode }) {
  return (
    <svg x={x} y={y} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

/** One's own answer. */
export function OwnMark({ x, y, size = 6 }: { x: string; y: number | string; size?: number }) {
  return (
    <Place x={x} y={y}>
      <path
        d={`M0 ${-size} ${size} 0 0 ${size} ${-size} 0Z`}
        fill="var(--you)"
        stroke="var(--paper)"
        strokeWidth="1.5"
        paintOrder="stroke"
      />
    </Place>
  );
}

/** The median: an upright tick. */
export function MedianTick({ x, y, height }: { x: string; y: number; height: number }) {
  return <line x1={x} x2={x} y1={y} y2={y + height} stroke="var(--ink)" strokeWidth="2.5" />;
}

/** The middle half, from the lower to the upper quartile; where they meet, a stub remains to be seen. */
export function MiddleHalf({ from, to, y, height }: { from: string; to: string; y: number; height: number }) {
  if (from === to) {
    return (
      <Place x={from} y={y}>
        <rect x={-5} width={10} height={height} fill="var(--muted)" opacity="0.45" />
      </Place>
    );
  }
  return (
    <line
      x1={from}
      x2={to}
      y1={y + height / 2}
      y2={y + height / 2}
      stroke="var(--muted)"
      strokeOpacity="0.45"
      strokeWidth={height}
    />
  );
}

/** One line of explanation under a picture: the mark, its word, its figure. */
export function Key({
  entries,
}: {
  entries: readonly { mark: "median" | "middle-half" | "you"; text: string }[];
}) {
  return (
    <p className="figures flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {entries.map((entry) => (
        <span
          key={entry.mark}
          className={`inline-flex items-center gap-1.5 ${entry.mark === "you" ? "font-medium text-you" : "text-ink"}`}
        >
          <KeyMark mark={entry.mark} />
          {entry.text}
        </span>
      ))}
    </p>
  );
}

function KeyMark({ mark }: { mark: "median" | "middle-half" | "you" }) {
  if (mark === "you") {
    return (
      <svg viewBox="0 0 12 12" className="size-3" aria-hidden="true">
        <path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="currentColor" />
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 20 12" className="h-3 w-5" aria-hidden="true">
      {mark === "median" ? (
        <path d="M10 0v12" stroke="var(--ink)" strokeWidth="2.5" />
      ) : (
        <path d="M1 6h18" stroke="var(--muted)" strokeOpacity="0.45" strokeWidth="8" />
      )}
    </svg>
  );
}

/** The verdict's glyph around its own centre, on paper so that no line runs through it. A file names its colours. */
export function VerdictStop({
  mark,
  paper = "var(--paper)",
  ink = "var(--ink)",
  muted = "var(--muted)",
}: {
  mark: ConsensusMark | null;
  paper?: string;
  ink?: string;
  muted?: string;
}) {
  const ring = { r: 6, fill: paper, stroke: ink, strokeWidth: 1.75 };
  if (mark === null) return <circle r="3" fill={muted} />;
  if (mark === "agreed") return <circle {...ring} fill={ink} />;
  if (mark === "divided") return <path d="M0-7 7 0 0 7-7 0Z" fill={paper} stroke={ink} strokeWidth="1.75" />;
  return (
    <>
      <circle {...ring} />
      {mark === "majority" ? <path d="M0-6A6 6 0 0 0 0 6Z" fill={ink} /> : null}
    </>
  );
}
