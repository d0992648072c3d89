import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";
import { percent, type Range } from "@/ui/pictures/axis";
import { ColumnAxis, columnMiddle } from "@/ui/pictures/column-axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { Place, VerdictStop } from "@/ui/pictures/marks";
import { PictureRows, type RowName } from "@/ui/pictures/rows";
import { ticksOf } from "@/ui/pictures/scale-head";
import type { PictureWords } from "@/ui/pictures/words";
import { type ConsensusMark, VerdictGlyph } from "@/ui/verdict";

/** What one wave found, or why it has no place on the line. */
export type TrendStop = {
  /** Null where nothing can be drawn. */
  level: number | null;
  middle: { low: number; high: number } | null;
  mark: ConsensusMark | null;
  /** The level as it is printed beside its mark: "4", "35%". */
  label: string;
  /** All of it in words, or the reason why there is nothing: for the table and for those who hear it. */
  words: string;
  /** A line comes here from the wave before. */
  joined: boolean;
};

export type TrendRow = RowName & {
  /** One for each wave, in order. */
  stops: readonly TrendStop[];
  /** Why its line is broken. */
  note?: ReactNode;
  aside?: ReactNode;
};

export type TrendLinesProps = FigureTexts & {
  waves: readonly string[];
  range: Range;
  rows: readonly TrendRow[];
  /** The verdicts that its marks stand for, each with its word. */
  marks: readonly { mark: ConsensusMark; label: string }[];
  words: PictureWords;
};

const HEIGHT = 92;
/** Above the highest mark there is room for its label. */
const TOP = 26;
const BOTTOM = HEIGHT - 10;

/** One line an item through all waves, higher for more of what was asked; it breaks where waves can't be compared. */
export function TrendLines({ waves, range, rows, marks, words, ...texts }: TrendLinesProps) {
  const place = (wave: number) => columnMiddle(wave, waves.length);
  const numbers = {
    head: [words.item, ...waves],
    rows: rows.map((row) => ({ key: row.key, cells: [row.title, ...row.stops.map((stop) => stop.words)] })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <PictureRows
        aside="wide"
        axis={<ColumnAxis labels={waves} />}
        rows={rows.map(({ note, ...row }) => ({
          ...row,
          drawing: (
            <>
              <Line row={row} waves={waves} range={range} place={place} />
              {note ? <div className="pt-1 text-sm leading-snug text-muted">{note}</div> : null}
            </>
          ),
        }))}
      />
      {marks.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {marks.map(({ mark, label }) => (
            <li key={mark} className="inline-flex items-center gap-1.5">
              <VerdictGlyph mark={mark} />
              {label}
            </li>
          ))}
        </ul>
      ) : null}
    </Figure>
  );
}

type LineProps = {
  row: TrendRow;
  waves: readonly string[];
  range: Range;
  place: (wave: number) => string;
};

function Line({ row: { stops }, waves, range, place }: LineProps) {
  const up = scaleLinear().domain([range.min, range.max]).range([BOTTOM, TOP]);
  const height = (value: number) => Math.round(up(value) * 10) / 10;
  const said = stops.map((stop, at) => `${waves[at]}: ${stop.words}`).join("; ");
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="figures block overflow-visible">
      {ticksOf(range).map((tick) => (
        <line key={tick} x1="0" x2="100%" y1={height(tick)} y2={height(tick)} stroke="var(--line)" />
      ))}
      {stops.map((stop, at) => (
        <Way key={waves[at]} from={stops[at - 1]} to={stop} at={at} {...{ waves, place, height }} />
      ))}
      {stops.map((stop, at) => (
        <Place key={waves[at]} x={place(at)}>
          {stop.level === null ? (
            <path
              d={`M-5 ${(TOP + BOTTOM) / 2}h10`}
              stroke="var(--muted)"
              strokeWidth="1.5"
              strokeDasharray="3 2"
            />
          ) : (
            <Stop stop={stop} level={stop.level} height={height} />
          )}
        </Place>
      ))}
    </svg>
  );
}

/** The line from one wave to the next; where they can't be compared, the two strokes of a break instead. */
function Way({
  from,
  to,
  at,
  waves,
  place,
  height,
}: Pick<LineProps, "waves" | "place"> & {
  from: TrendStop | undefined;
  to: TrendStop;
  at: number;
  height: (value: number) => number;
}) {
  if (!from) return null;
  if (to.joined && from.level !== null && to.level !== null)
    return (
      <line
        x1={place(at - 1)}
        x2={place(at)}
        y1={height(from.level)}
        y2={height(to.level)}
        stroke="var(--muted)"
        strokeWidth="2"
      />
    );
  if (from.level === null || to.level === null) return null;
  return (
    <Place x={percent((at / waves.length) * 100)} y={(height(from.level) + height(to.level)) / 2}>
      <path d="M-6 7-1-7M1 7 6-7" stroke="var(--caution)" strokeWidth="2" />
    </Place>
  );
}

function Stop({
  stop: { middle, mark, label },
  level,
  height,
}: {
  stop: TrendStop;
  level: number;
  height: (value: number) => number;
}) {
  return (
    <>
      {middle ? (
        <rect
          x="-5"
          width="10"
          y={height(middle.high) - 3}
          height={height(middle.low) - height(middle.high) + 6}
          fill="var(--muted)"
          opacity="0.35"
        />
      ) : null}
      <g transform={`translate(0 ${height(level)})`}>
        {mark ? <VerdictStop mark={mark} /> : <circle r="4.5" fill="var(--ink)" />}
        <text
          y="-11"
          textAnchor="middle"
          fontSize="14"
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth="4"
          paintOrder="stroke"
        >
          {label}
        </text>
      </g>
    </>
  );
}
