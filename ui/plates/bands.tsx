import type { AlluvialProps } from "@/ui/pictures/alluvial";
import { type Bar, barsOf, streamsOf } from "@/ui/pictures/alluvial-streams";
import { type Ink, plateFill } from "@/ui/plates/ink";
import type { Drawing } from "@/ui/plates/plate";
import { textLines } from "@/ui/plates/text-lines";
import { round, Written } from "@/ui/plates/written";

type Moves = Pick<AlluvialProps, "categories" | "table" | "left" | "joined" | "rounds">;

const BODY = 220;
const HEAD = 26;
const MARK = 13;

/** How experts moved from category to category between two rounds, with what the categories are below. */
export function bands({ categories, table, left, joined, rounds }: Moves, width: number, ink: Ink): Drawing {
  const outside = categories.length;
  const places = [...[...categories.keys()].reverse(), outside];
  const streams = streamsOf(table, places.slice(0, -1), left.counts, joined.counts);
  const scale =
    BODY /
    Math.max(
      1,
      streams.reduce((all, { count }) => all + count, 0),
    );
  const [before, after] = (["from", "to"] as const).map((side) => barsOf(streams, side, places, scale));
  const side = Math.min(width * 0.28, 200);
  const [start, end] = [side, width - side];
  const fill = (at: number) => (at === outside ? ink.edge : plateFill(at, categories.length));
  const nameOf = (at: number, word: string) =>
    at === outside ? word : width < 560 ? categories[at]!.mark : categories[at]!.name;
  const reach = Math.max(...[...before!.values(), ...after!.values()].map((bar) => bar.y + bar.height));
  const key = textLines(categories.map(({ label }) => label).join(" · "), 12, width);
  const used = { from: new Map<number, number>(), to: new Map<number, number>() };
  const next = (which: "from" | "to", at: number, count: number): number => {
    const so = used[which].get(at) ?? 0;
    used[which].set(at, so + count * scale);
    return (which === "from" ? before : after)!.get(at)!.y + so;
  };
  const middle = round((start + end) / 2);
  return {
    height: HEAD + reach + 22 + key.length * 16,
    drawing: (
      <>
        <Written lines={[rounds[0]]} x={0} y={12} size={13} weight={600} fill={ink.ink} />
        <Written lines={[rounds[1]]} x={width} y={12} size={13} weight={600} anchor="end" fill={ink.ink} />
        <line x1={0} x2={width} y1={20} y2={20} stroke={ink.edge} />
        <g transform={`translate(0 ${HEAD})`}>
          {streams.map(({ from, to, count }) => {
            const [a, b, h] = [next("from", from, count), next("to", to, count), count * scale];
            return (
              <path
                key={`${from}-${to}`}
                d={`M${round(start)} ${round(a)}C${middle} ${round(a)} ${middle} ${round(b)} ${round(end)} ${round(b)}v${round(h)}C${middle} ${round(b + h)} ${middle} ${round(a + h)} ${round(start)} ${round(a + h)}Z`}
                fill={fill(from)}
                fillOpacity={from === to ? 0.35 : 0.85}
                stroke={ink.paper}
              />
            );
          })}
          {places.map((at) => (
            <g key={at}>
              <Name
                bar={before!.get(at)}
                x={start}
                way={-1}
                name={nameOf(at, joined.word)}
                fill={fill(at)}
                ink={ink}
              />
              <Name
                bar={after!.get(at)}
                x={end}
                way={1}
                name={nameOf(at, left.word)}
                fill={fill(at)}
                ink={ink}
              />
            </g>
          ))}
        </g>
        <Written lines={key} x={0} y={HEAD + reach + 26} size={12} leading={16 / 12} fill={ink.muted} />
      </>
    ),
  };
}

/** The bar with its count beside it and its name further out; `way` is −1 to the left. */
function Name({
  bar,
  x,
  way,
  name,
  fill,
  ink,
}: {
  bar: Bar | undefined;
  x: number;
  way: 1 | -1;
  name: string;
  fill: string;
  ink: Ink;
}) {
  if (!bar || bar.count === 0) return null;
  const anchor = way === 1 ? "start" : "end";
  const y = bar.y + bar.height / 2 + 4.5;
  const room = String(bar.count).length * 9 + 20;
  return (
    <>
      <rect
        x={round(way === 1 ? x : x - 8)}
        y={round(bar.y)}
        width={8}
        height={round(Math.max(1, bar.height))}
        fill={fill}
      />
      <Written
        lines={[String(bar.count)]}
        x={round(x + way * 14)}
        y={round(y)}
        size={MARK}
        weight={600}
        anchor={anchor}
        fill={ink.ink}
      />
      <Written
        lines={[name]}
        x={round(x + way * room)}
        y={round(y)}
        size={MARK}
        anchor={anchor}
        fill={ink.ink}
      />
    </>
  );
}
