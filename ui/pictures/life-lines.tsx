import type { ReactNode } from "react";
import { percent } from "@/ui/pictures/axis";
import { ColumnAxis, columnMiddle } from "@/ui/pictures/column-axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { Place, VerdictStop } from "@/ui/pictures/marks";
import { PictureRows, type RowName } from "@/ui/pictures/rows";
import type { PictureWords } from "@/ui/pictures/words";
import type { ConsensusMark } from "@/ui/verdict";

export type LifeRow = RowName & {
  /** By the index of its round; `word` is the verdict, or what stands where there is none. */
  stops: readonly { round: number; mark: ConsensusMark | null; word: string; broken: boolean }[];
  /** Whether the line ends here, or goes on in a round to come. */
  ended: boolean;
  /** "settled", "asked again" */
  state: ReactNode;
};

export type LifeLinesProps = FigureTexts & {
  rounds: readonly string[];
  rows: readonly LifeRow[];
  stateHead: string;
  words: PictureWords;
};

const HEIGHT = 26;
const LINE = HEIGHT / 2;

/** One line an item, from the first round that asked it to its last; it breaks where its wording changed. */
export function LifeLines({ rounds, rows, stateHead, words, ...texts }: LifeLinesProps) {
  const place = (round: number) => columnMiddle(round, rounds.length);
  const numbers = {
    head: [words.item, ...rounds, stateHead],
    rows: rows.map((row) => ({
      key: row.key,
      cells: [
        row.title,
        ...rounds.map((_, at) => row.stops.find((stop) => stop.round === at)?.word ?? "–"),
        row.state,
      ],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <PictureRows
        aside="wide"
        axis={<ColumnAxis labels={rounds} />}
        rows={rows.map((row) => ({
          ...row,
          drawing: <Life row={row} rounds={rounds} place={place} />,
          aside: row.state,
        }))}
      />
    </Figure>
  );
}

function Life({
  row: { stops, ended },
  rounds,
  place,
}: {
  row: LifeRow;
  rounds: readonly string[];
  place: (round: number) => string;
}) {
  const last = stops.at(-1);
  const said = stops.map((stop) => `${rounds[stop.round] ?? ""}: ${stop.word}`).join("; ");
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="block overflow-visible">
      {stops.map((stop, at) => {
        const next = stops[at + 1];
        if (!next) return null;
        const middle = percent(((stop.round + next.round + 1) / 2 / rounds.length) * 100);
        return (
          <g key={stop.round} stroke="var(--muted)" strokeWidth="2">
            <line x1={place(stop.round)} x2={place(next.round)} y1={LINE} y2={LINE} />
            {next.broken ? (
              <Place x={middle} y={LINE}>
                <rect x="-4" y="-6" width="8" height="12" fill="var(--paper)" stroke="none" />
                <path d="M-6 7-1-7M1 7 6-7" stroke="var(--caution)" fill="none" />
              </Place>
            ) : null}
          </g>
        );
      })}
      {last && !ended ? (
        <line
          x1={place(last.round)}
          x2="100%"
          y1={LINE}
          y2={LINE}
          stroke="var(--muted)"
          strokeWidth="2"
          strokeDasharray="2 5"
        />
      ) : null}
      {stops.map((stop) => (
        <Place key={stop.round} x={place(stop.round)} y={LINE}>
          <VerdictStop mark={stop.mark} />
          {ended && stop === last ? <path d="M13-8V8" stroke="var(--ink)" strokeWidth="2.5" /> : null}
        </Place>
      ))}
    </svg>
  );
}
