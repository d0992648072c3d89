import { along, type Range } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { MedianTick, MiddleHalf, OwnMark } from "@/ui/pictures/marks";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { GridLines, INSET } from "@/ui/pictures/scale-head";

/** A best value in its interval. */
export type Span = { readonly lower: number; readonly best: number; readonly upper: number };

export type EstimateRow = RowName & {
  span: Span;
  /** The middle half of the best values, where it is known. */
  middle?: { low: number; high: number } | null;
  /** How many experts; null for one's own. */
  n: number | null;
};

export type EstimatesProps = FigureTexts & {
  range: Range;
  ticks: readonly { readonly at: number; readonly label: string }[];
  rows: readonly (EstimateRow | WithheldRow)[];
  /** Every expert's estimate, by size, in one row without names. */
  each?: { title: string; spans: readonly Span[] } | null;
  print: (value: number) => string;
  words: Readonly<
    Record<"item" | "lowest" | "best" | "highest" | "middleHalf" | "to" | "n" | "you" | "numbers", string>
  >;
};

const HEIGHT = 26;
const LINE = 13;
/** The room of one interval among many. */
const STEP = 9;

/** Intervals on one axis, each with its best value as an upright tick; one's own is bold. */
export function Estimates({ range, ticks, rows, each, print, words, ...texts }: EstimatesProps) {
  const places = ticks.map(({ at }) => at);
  const spans = each?.spans ?? [];
  const numbers = {
    head: [words.item, words.lowest, words.best, words.highest, words.middleHalf, words.n],
    rows: [
      ...rows.map((row) => ({ key: row.key, cells: cellsOf(row, print, words) })),
      ...spans.map((span, at) => ({
        key: `each-${at + 1}`,
        cells: [`${each!.title} ${at + 1}`, print(span.lower), print(span.best), print(span.upper), "", ""],
      })),
    ],
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <PictureRows
        aside="wide"
        axis={<Axis range={range} ticks={ticks} />}
        rows={[
          ...rows.map((row) =>
            isWithheld(row)
              ? { ...row, drawing: <Withheld>{row.withheld}</Withheld> }
              : {
                  ...row,
                  drawing: <Row row={row} range={range} places={places} said={saidOf(row, print, words)} />,
                  aside: <Best row={row} print={print} words={words} />,
                },
          ),
          ...(each && spans.length > 0
            ? [
                {
                  key: "each",
                  title: each.title,
                  drawing: <Each spans={spans} range={range} places={places} said={each.title} />,
                  aside: `${words.n} ${spans.length}`,
                },
              ]
            : []),
        ]}
      />
    </Figure>
  );
}

/** Labels at the edges run inwards, so that none is cut off on a phone, where every other one has room. */
function Axis({ range, ticks }: Pick<EstimatesProps, "range" | "ticks">) {
  const x = along(range, INSET);
  return (
    <svg width="100%" height="18" className="figures block overflow-visible" aria-hidden="true">
      {ticks.map(({ at, label }, place) => {
        const share = (at - range.min) / (range.max - range.min);
        const anchor = share < 0.1 ? "start" : share > 0.9 ? "end" : "middle";
        return (
          <text
            key={at}
            x={x(at)}
            y="14"
            textAnchor={anchor}
            fontSize="14"
            fill="var(--muted)"
            className={ticks.length > 3 && place % 2 === 1 ? "max-sm:hidden" : undefined}
          >
            {label}
          </text>
        );
      })}
    </svg>
  );
}

type Drawn = { range: Range; places: readonly number[]; said: string };

function Row({ row: { span, middle, n }, range, places, said }: Drawn & { row: EstimateRow }) {
  const place = along(range, INSET);
  const own = n === null;
  const [from, to] = [place(span.lower), place(span.upper)];
  const colour = own ? "var(--you)" : "var(--ink)";
  return (
    <svg role="img" aria-label={said} width="100%" height={HEIGHT} className="block overflow-visible">
      <GridLines range={range} ticks={places} height={HEIGHT} />
      {middle ? (
        <MiddleHalf from={place(middle.low)} to={place(middle.high)} y={LINE - 5} height={10} />
      ) : null}
      <line x1={from} x2={to} y1={LINE} y2={LINE} stroke={colour} strokeWidth={own ? 3 : 1.5} />
      {[from, to].map((x, end) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: the two ends
          key={end}
          x1={x}
          x2={x}
          y1={LINE - 4}
          y2={LINE + 4}
          stroke={colour}
          strokeWidth={own ? 3 : 1.5}
        />
      ))}
      {own ? (
        <OwnMark x={place(span.best)} y={LINE} size={6.5} />
      ) : (
        <MedianTick x={place(span.best)} y={LINE - 10} height={20} />
      )}
    </svg>
  );
}

function Each({ spans, range, places, said }: Drawn & { spans: readonly Span[] }) {
  const place = along(range, INSET);
  const height = spans.length * STEP + 8;
  return (
    <svg role="img" aria-label={said} width="100%" height={height} className="block overflow-visible">
      <GridLines range={range} ticks={places} height={height} />
      {spans.map(({ lower, best, upper }, at) => {
        const y = 8 + at * STEP;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: by size, and nobody is anybody
          <g key={at}>
            <line
              x1={place(lower)}
              x2={place(upper)}
              y1={y}
              y2={y}
              stroke="var(--muted)"
              strokeOpacity="0.6"
              strokeWidth="2.5"
            />
            <circle cx={place(best)} cy={y} r="3" fill="var(--ink)" />
          </g>
        );
      })}
    </svg>
  );
}

function Best({ row, print, words }: { row: EstimateRow } & Pick<EstimatesProps, "print" | "words">) {
  const own = row.n === null;
  return (
    <>
      <span className={`block text-base font-medium ${own ? "text-you" : "text-ink"}`}>
        {print(row.span.best)}
      </span>
      {own ? null : `${words.n} ${row.n}`}
    </>
  );
}

const saidOf = (
  { span, middle }: EstimateRow,
  print: EstimatesProps["print"],
  words: EstimatesProps["words"],
): string =>
  [
    `${words.best} ${print(span.best)}`,
    `${words.lowest} ${print(span.lower)}`,
    `${words.highest} ${print(span.upper)}`,
    ...(middle ? [`${words.middleHalf} ${print(middle.low)} ${words.to} ${print(middle.high)}`] : []),
  ].join("; ");

function cellsOf(
  row: EstimateRow | WithheldRow,
  print: EstimatesProps["print"],
  words: EstimatesProps["words"],
) {
  if (isWithheld(row)) return [row.title, row.withheld];
  const { lower, best, upper } = row.span;
  const middle = row.middle ? `${print(row.middle.low)} ${words.to} ${print(row.middle.high)}` : "–";
  return [row.title, print(lower), print(best), print(upper), middle, row.n ?? ""];
}
