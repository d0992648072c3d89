import { along, figure, type Range } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { Key, MedianTick, MiddleHalf, OwnMark } from "@/ui/pictures/marks";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { GridLines, INSET, ScaleHead, ticksOf } from "@/ui/pictures/scale-head";
import type { PictureWords } from "@/ui/pictures/words";

export type IntervalRow = RowName & {
  median: number | null;
  middle: { low: number; high: number } | null;
  /** A wider span behind the middle half, e.g. from the 10th to the 90th percentile. */
  outer?: { low: number; high: number };
  own?: number | null;
  n: number;
};

export type IntervalProps = FigureTexts & {
  /** By default probabilities from 0 to 100%. `low` and `high` name the ends. */
  range?: Range;
  unit?: string;
  low?: string;
  high?: string;
  rows: readonly (IntervalRow | WithheldRow)[];
  words: PictureWords;
};

const HEIGHT = 26;
const LINE = 11;

/** Medians and middle halves on one axis, for probabilities and other estimates; one's own stands bold below. */
export function Interval({
  range = { min: 0, max: 100 },
  unit = "%",
  low,
  high,
  rows,
  words,
  ...texts
}: IntervalProps) {
  const owned = rows.some((row) => !isWithheld(row) && row.own != null);
  const numbers = {
    head: [
      words.item,
      words.median,
      words.lowerQuartile,
      words.upperQuartile,
      words.n,
      ...(owned ? [words.you] : []),
    ],
    rows: rows.map((row) => ({ key: row.key, cells: cellsOf(row, unit) })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <PictureRows
        aside="wide"
        axis={<ScaleHead range={range} ticks={ticksOf(range)} low={low} high={high} unit={unit} />}
        rows={rows.map((row) =>
          isWithheld(row)
            ? { ...row, drawing: <Withheld>{row.withheld}</Withheld> }
            : {
                ...row,
                drawing: <Span row={row} range={range} said={saidOf(row, unit, words)} />,
                aside: <Figures row={row} unit={unit} words={words} />,
              },
        )}
      />
      <div className="mt-3">
        <Key
          entries={[
            { mark: "median", text: words.median },
            { mark: "middle-half", text: words.middleHalf },
            ...(owned ? [{ mark: "you" as const, text: words.you }] : []),
          ]}
        />
      </div>
    </Figure>
  );
}

function Span({ row, range, said }: { row: IntervalRow; range: Range; said: string }) {
  const place = along(range, INSET);
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="block overflow-visible">
      <GridLines range={range} ticks={ticksOf(range)} height={HEIGHT} />
      {row.outer ? (
        <line
          x1={place(row.outer.low)}
          x2={place(row.outer.high)}
          y1={LINE}
          y2={LINE}
          stroke="var(--muted)"
          strokeWidth="1.5"
        />
      ) : null}
      {row.middle ? (
        <MiddleHalf from={place(row.middle.low)} to={place(row.middle.high)} y={LINE - 5} height={10} />
      ) : null}
      {row.median === null ? null : <MedianTick x={place(row.median)} y={1} height={20} />}
      {row.own == null ? null : <OwnMark x={place(row.own)} y={HEIGHT - 1} size={5.5} />}
    </svg>
  );
}

function Figures({ row, unit, words }: { row: IntervalRow; unit: string; words: PictureWords }) {
  return (
    <>
      {row.median === null ? null : (
        <span className="block text-base font-medium text-ink">{figure(row.median) + unit}</span>
      )}
      {row.own == null ? null : (
        <span className="block font-semibold text-you">
          {words.you} {figure(row.own) + unit}
        </span>
      )}
    </>
  );
}

function saidOf(row: IntervalRow, unit: string, words: PictureWords): string {
  const parts = [
    row.median === null ? "" : `${words.median} ${figure(row.median)}${unit}`,
    row.middle
      ? `${words.middleHalf} ${figure(row.middle.low)}${unit} ${words.to} ${figure(row.middle.high)}${unit}`
      : "",
    row.own == null ? "" : `${words.you} ${figure(row.own)}${unit}`,
  ];
  return parts.filter(Boolean).join("; ");
}

function cellsOf(row: IntervalRow | WithheldRow, unit: string) {
  if (isWithheld(row)) return [row.title, row.withheld];
  const shown = (value: number | null | undefined) => (value == null ? "–" : figure(value) + unit);
  return [
    row.title,
    shown(row.median),
    shown(row.middle?.low),
    shown(row.middle?.high),
    row.n,
    shown(row.own),
  ];
}
