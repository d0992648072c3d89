import { along, figure, type Range } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { roundFill } from "@/ui/pictures/round-colour";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { GridLines, INSET, ScaleHead, ticksOf } from "@/ui/pictures/scale-head";
import type { PictureWords } from "@/ui/pictures/words";

/** One median for each round, in order; null in a round that did not ask the item. */
export type ShiftRow = RowName & { medians: readonly (number | null)[] };

export type DumbbellProps = FigureTexts & {
  scale: Range & { low: string; high: string };
  /** The rounds' names, in order. */
  rounds: readonly string[];
  rows: readonly (ShiftRow | WithheldRow)[];
  /** change: the largest rise first, the largest fall last · given: as handed over. */
  order?: "change" | "given";
  words: PictureWords;
};

const HEIGHT = 24;

/** How the median of each item moved: a ring for its first round, a dot for its latest, a line between. */
export function Dumbbell({ scale, rounds, rows, order = "change", words, ...texts }: DumbbellProps) {
  const sorted = order === "given" ? rows : [...rows].sort((a, b) => rank(b) - rank(a));
  const ticks = ticksOf(scale);
  const numbers = {
    head: [words.item, ...rounds, words.change],
    rows: sorted.map((row) => ({
      key: row.key,
      cells: isWithheld(row)
        ? [row.title, row.withheld]
        : [
            row.title,
            ...row.medians.map((median) => (median === null ? "–" : figure(median))),
            signed(changeOf(row)),
          ],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <RoundKey rounds={rounds} />
      <PictureRows
        axis={<ScaleHead range={scale} ticks={ticks} low={scale.low} high={scale.high} />}
        asideHead={words.change}
        rows={sorted.map((row) =>
          isWithheld(row)
            ? { ...row, drawing: <Withheld>{row.withheld}</Withheld> }
            : {
                ...row,
                drawing: <Shift row={row} range={scale} rounds={rounds} />,
                aside: signed(changeOf(row)),
              },
        )}
      />
    </Figure>
  );
}

function Shift({ row, range, rounds }: { row: ShiftRow; range: Range; rounds: readonly string[] }) {
  const place = along(range, INSET);
  const stops = row.medians.flatMap((median, round) => (median === null ? [] : [{ median, round }]));
  const first = stops[0];
  const last = stops.at(-1);
  if (!first) return null;
  const said = stops.map((stop) => `${rounds[stop.round] ?? ""}: ${figure(stop.median)}`).join("; ");
  const y = HEIGHT / 2;
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="block overflow-visible">
      <GridLines range={range} ticks={ticksOf(range)} height={HEIGHT} />
      <line
        x1={place(Math.min(...stops.map((stop) => stop.median)))}
        x2={place(Math.max(...stops.map((stop) => stop.median)))}
        y1={y}
        y2={y}
        stroke="var(--muted)"
        strokeWidth="2"
      />
      {stops.map((stop) => {
        const fill = roundFill(stop.round, rounds.length);
        if (stop === last)
          return <circle key={stop.round} cx={place(stop.median)} cy={y} r="5.5" fill={fill} />;
        return (
          <circle
            key={stop.round}
            cx={place(stop.median)}
            cy={y}
            r={stop === first ? 8 : 4}
            fill="var(--paper)"
            stroke={fill}
            strokeWidth="2.5"
          />
        );
      })}
    </svg>
  );
}

/** Which mark stands for which round. */
function RoundKey({ rounds }: { rounds: readonly string[] }) {
  return (
    <ol className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {rounds.map((label, round) => (
        <li key={label} className="flex items-center gap-2">
          <svg viewBox="0 0 20 20" className="size-5 shrink-0" aria-hidden="true">
            {round === rounds.length - 1 ? (
              <circle cx="10" cy="10" r="5.5" fill={roundFill(round, rounds.length)} />
            ) : (
              <circle
                cx="10"
                cy="10"
                r={round === 0 ? 8 : 4}
                fill="none"
                stroke={roundFill(round, rounds.length)}
                strokeWidth="2.5"
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ol>
  );
}

function changeOf(row: ShiftRow): number | null {
  const asked = row.medians.filter((median) => median !== null);
  const first = asked[0];
  const last = asked.at(-1);
  return asked.length < 2 || first === undefined || last === undefined ? null : last - first;
}

function rank(row: ShiftRow | WithheldRow): number {
  return isWithheld(row) ? Number.NEGATIVE_INFINITY : (changeOf(row) ?? 0);
}

/** A change with its sign; a dash where there is nothing to compare. */
function signed(change: number | null): string {
  if (change === null) return "–";
  if (change === 0) return "0";
  return `${change > 0 ? "+" : "−"}${figure(Math.abs(change))}`;
}
