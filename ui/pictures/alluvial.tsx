import { type Bar, barsOf, type Stream, streamsOf, TOP } from "@/ui/pictures/alluvial-streams";
import { percent } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { ratingFill } from "@/ui/pictures/rating-colour";
import type { PictureWords } from "@/ui/pictures/words";

/** A category on both sides: its name stands beside its bar where there is room, else its mark; `label` in the table. */
export type AlluvialCategory = { key: string; mark: string; name: string; label: string };

export type AlluvialProps = FigureTexts & {
  /** From low to high. */
  categories: readonly AlluvialCategory[];
  /** Rows earlier, columns later, in the order of the categories. */
  table: readonly (readonly number[])[];
  /** Those who answered only the earlier round, by category or as one number, and the word for them. */
  left: { word: string; counts: readonly number[] | number };
  joined: { word: string; counts: readonly number[] | number };
  rounds: readonly [string, string];
  words: PictureWords;
};

const BODY = 200;
const SIDE = 0.28;
/** What fits beside a bar on a screen that is not narrow. */
const LONGEST_NAME = 16;

/** How experts moved from category to category between two rounds: bars of both rounds, and bands between them. */
export function Alluvial({ categories, table, left, joined, rounds, words, ...texts }: AlluvialProps) {
  // The highest category stands at the top, those who answered only once below all of them.
  const order = [...categories.keys()].reverse();
  const [gone, come] = [each(left.counts, categories.length), each(joined.counts, categories.length)];
  const streams = streamsOf(table, order, gone, come);
  const all = Math.max(
    1,
    streams.reduce((sum, { count }) => sum + count, 0),
  );
  const scale = BODY / all;
  const outside = categories.length;
  const places = [...order, outside];
  const before = barsOf(streams, "from", places, scale);
  const after = barsOf(streams, "to", places, scale);
  const height =
    TOP + Math.max(...[...before.values(), ...after.values()].map((bar) => bar.y + bar.height)) + 12;
  const nameOf = (at: number, side: "from" | "to") =>
    at === outside ? (side === "from" ? joined.word : left.word) : (categories[at]?.name ?? "");
  const markOf = (at: number, side: "from" | "to") => categories[at]?.mark ?? nameOf(at, side);
  const numbers = {
    head: [`${rounds[0]} → ${rounds[1]}`, ...categories.map(({ label }) => label), left.word],
    rows: [
      ...categories.map(({ key, label }, at) => ({
        key,
        cells: [label, ...(table[at] ?? []), cellOf(gone, at, left.counts)],
      })),
      {
        key: "joined",
        cells: [joined.word, ...categories.map((_, at) => cellOf(come, at, joined.counts)), "–"],
      },
    ],
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <div className="max-w-xl">
        <div
          aria-hidden="true"
          className="flex justify-between border-b border-edge pb-1 text-sm font-semibold"
        >
          <span>{rounds[0]}</span>
          <span>{rounds[1]}</span>
        </div>
        <svg
          role="img"
          aria-label={saidOf(streams, nameOf)}
          width="100%"
          height={height}
          className="figures block overflow-visible"
        >
          <svg
            x={percent(SIDE * 100)}
            width={percent((1 - 2 * SIDE) * 100)}
            height={height}
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <Bands streams={streams} before={before} after={after} scale={scale} outside={outside} />
          </svg>
          {places.flatMap((at) =>
            (["from", "to"] as const).map((side) => {
              const bar = (side === "from" ? before : after).get(at);
              if (!bar || bar.count === 0) return null;
              return (
                <BarName
                  key={`${side}-${at}`}
                  bar={bar}
                  side={side}
                  mark={markOf(at, side)}
                  name={nameOf(at, side)}
                  fill={fillOf(at, categories.length)}
                />
              );
            }),
          )}
        </svg>
      </div>
    </Figure>
  );
}

const each = (counts: readonly number[] | number, length: number): readonly number[] | number =>
  typeof counts === "number" ? counts : Array.from({ length }, (_, at) => counts[at] ?? 0);

function Bands({
  streams,
  before,
  after,
  scale,
  outside,
}: {
  streams: readonly Stream[];
  before: ReadonlyMap<number, Bar>;
  after: ReadonlyMap<number, Bar>;
  scale: number;
  outside: number;
}) {
  const used = { from: new Map<number, number>(), to: new Map<number, number>() };
  const start = (side: "from" | "to", at: number, count: number): number => {
    const bar = (side === "from" ? before : after).get(at)!;
    const so = used[side].get(at) ?? 0;
    used[side].set(at, so + count * scale);
    return bar.y + so;
  };
  return streams.map(({ from, to, count }) => {
    const [a, b, h] = [start("from", from, count), start("to", to, count), count * scale];
    const stays = from === to;
    return (
      <path
        key={`${from}-${to}`}
        d={`M0 ${r(a)}C50 ${r(a)} 50 ${r(b)} 100 ${r(b)}V${r(b + h)}C50 ${r(b + h)} 50 ${r(a + h)} 0 ${r(a + h)}Z`}
        fill={fillOf(from, outside)}
        fillOpacity={stays ? 0.35 : 0.85}
        stroke="var(--paper)"
        strokeWidth="1"
        vectorEffect="non-scaling-stroke"
      />
    );
  });
}

/** The bar with its name and count beside it, outwards of the bands. */
function BarName({
  bar,
  side,
  mark,
  name,
  fill,
}: {
  bar: Bar;
  side: "from" | "to";
  mark: string;
  name: string;
  fill: string;
}) {
  const x = percent((side === "from" ? SIDE : 1 - SIDE) * 100);
  const edge = side === "from" ? -8 : 0;
  return (
    <svg x={x} y={bar.y} overflow="visible" aria-hidden="true">
      <rect x={edge} width="8" height={Math.max(1, bar.height)} fill={fill} />
      {name.length > LONGEST_NAME || name === mark ? (
        <Said text={mark} bar={bar} side={side} />
      ) : (
        <>
          <Said text={mark} bar={bar} side={side} className="sm:hidden" />
          <Said text={name} bar={bar} side={side} className="max-sm:hidden" />
        </>
      )}
    </svg>
  );
}

/** The count stands next to the bar, what it counts further out. */
function Said({
  text,
  bar,
  side,
  className,
}: {
  text: string;
  bar: Bar;
  side: "from" | "to";
  className?: string;
}) {
  const before = side === "from";
  return (
    <text
      x={before ? -14 : 14}
      y={bar.height / 2}
      dy="0.35em"
      textAnchor={before ? "end" : "start"}
      fontSize="14"
      fill="var(--ink)"
      className={className}
    >
      <tspan fontWeight={before ? 400 : 600}>{before ? text : bar.count}</tspan>
      <tspan dx="7" fontWeight={before ? 600 : 400}>
        {before ? bar.count : text}
      </tspan>
    </text>
  );
}

const fillOf = (at: number, categories: number): string =>
  at === categories ? "var(--edge)" : ratingFill(at, categories);

function saidOf(streams: readonly Stream[], nameOf: (at: number, side: "from" | "to") => string): string {
  return streams
    .map(({ from, to, count }) => `${nameOf(from, "from")} → ${nameOf(to, "to")}: ${count}`)
    .join("; ");
}

function cellOf(counts: readonly number[] | number, at: number, given: readonly number[] | number) {
  if (typeof counts === "number") return at === 0 && given !== 0 ? `Σ ${given}` : "–";
  return counts[at] ?? 0;
}

const r = (value: number): number => Math.round(value * 10) / 10;
