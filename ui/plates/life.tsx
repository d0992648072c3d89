import type { ReactNode } from "react";
import type { Ink } from "@/ui/plates/ink";
import { round } from "@/ui/plates/written";
import type { ConsensusMark } from "@/ui/verdict";

type Stop = { readonly round: number; readonly mark: ConsensusMark | null; readonly broken: boolean };

/** Room behind the last round, into which a line leads that goes on. */
const AHEAD = 30;
const INSET = 8;

/** One item from the first round that asked it to its last, as in the picture of all of them on the page. */
export const life =
  (stops: readonly Stop[], ended: boolean, rounds: number, ink: Ink) =>
  (width: number): ReactNode => {
    const place = (at: number) =>
      round(INSET + (rounds < 2 ? 0 : at / (rounds - 1)) * (width - INSET - AHEAD));
    const last = stops.at(-1);
    return (
      <>
        {stops.slice(1).map((stop, at) => (
          <line
            key={stop.round}
            x1={place(stops[at]!.round)}
            x2={place(stop.round)}
            y1={0}
            y2={0}
            stroke={ink.muted}
            strokeWidth={2}
          />
        ))}
        {stops
          .slice(1)
          .map((stop, at) =>
            stop.broken ? (
              <Break key={stop.round} x={(place(stops[at]!.round) + place(stop.round)) / 2} ink={ink} />
            ) : null,
          )}
        {last && !ended ? (
          <line
            x1={place(last.round)}
            x2={round(width)}
            y1={0}
            y2={0}
            stroke={ink.muted}
            strokeWidth={2}
            strokeDasharray="2 5"
          />
        ) : null}
        {stops.map((stop) => (
          <g key={stop.round} transform={`translate(${place(stop.round)} 0)`}>
            <Glyph mark={stop.mark} ink={ink} />
            {ended && stop === last ? <path d="M13-8V8" stroke={ink.ink} strokeWidth={2.5} /> : null}
          </g>
        ))}
      </>
    );
  };

const Break = ({ x, ink }: { x: number; ink: Ink }) => (
  <g transform={`translate(${round(x)} 0)`}>
    <rect x={-4} y={-6} width={8} height={12} fill={ink.paper} />
    <path d="M-6 7-1-7M1 7 6-7" stroke={ink.caution} strokeWidth={2} fill="none" />
  </g>
);

/** Agreed is full, majority half, divided a diamond, open a ring; without a verdict a small dot. */
function Glyph({ mark, ink }: { mark: ConsensusMark | null; ink: Ink }) {
  const outline = { fill: ink.paper, stroke: ink.ink, strokeWidth: 1.75 };
  if (mark === null) return <circle r={3} fill={ink.muted} />;
  if (mark === "divided") return <path d="M0-7 7 0 0 7-7 0Z" {...outline} />;
  return (
    <>
      <circle r={6} {...outline} fill={mark === "agreed" ? ink.ink : ink.paper} />
      {mark === "majority" ? <path d="M0-6A6 6 0 0 0 0 6Z" fill={ink.ink} /> : null}
    </>
  );
}
