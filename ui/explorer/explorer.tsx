"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import type { Choice, Criterion, Explored, Series } from "@/ui/explorer/explored";
import { figureAt, readChoice, seriesOf, writeChoice } from "@/ui/explorer/explored";
import { ExplorerControls } from "@/ui/explorer/explorer-controls";
import { type ExplorerWords, shortOf } from "@/ui/explorer/explorer-words";
import { NumbersTable } from "@/ui/pictures/figure";
import { roundFill } from "@/ui/pictures/round-colour";

const ExplorerChart = dynamic(() => import("@/ui/explorer/explorer-chart").then((one) => one.ExplorerChart), {
  ssr: false,
  loading: () => <div className="h-95" />,
});
const StanceShift = dynamic(() => import("@/ui/explorer/stance-shift").then((one) => one.StanceShift), {
  ssr: false,
  loading: () => <div className="h-72" />,
});

/** All released figures of an edition, to be chosen among. What is chosen stands in the page's address. */
export function Explorer({
  explored,
  base,
  words,
}: {
  explored: Explored;
  /** Each question's own page is below it. */
  base: string;
  words: ExplorerWords;
}) {
  const [choice, setChoice] = useState(() => readChoice(explored, new URLSearchParams()));
  useEffect(() => setChoice(readChoice(explored, new URLSearchParams(window.location.search))), [explored]);

  function choose(part: Partial<Choice>) {
    const next = { ...choice, ...part };
    setChoice(next);
    window.history.replaceState(null, "", writeChoice(next));
  }

  const criterion = explored.criteria.find(({ id }) => id === choice.of)!;
  const items = criterion.items.filter(({ id }) => choice.items.length === 0 || choice.items.includes(id));
  const series = seriesOf(explored, choice, roundFill);
  const only = items.length === 1 ? items[0]! : null;
  const distribution = only ? countsOf(explored, criterion, only.id, series) : [];
  return (
    <div className="space-y-8">
      <ExplorerControls {...{ explored, criterion, choice, choose, words }} />
      <div className="font-sans">
        {distribution.length > 0 ? (
          <>
            <h2 className="mb-4 text-xl [overflow-wrap:anywhere]">{only!.title}</h2>
            <StanceShift
              points={criterion.points}
              rounds={distribution}
              words={{ view: words.view, byRound: words.byRound, byAnswer: words.byAnswer, n: words.n }}
            />
          </>
        ) : (
          <>
            <SeriesKey series={series} />
            <p className="mb-2 max-w-measure text-sm text-muted">{words.hint}</p>
            {choice.show === "median" ? <Ends points={criterion.points} words={words} /> : null}
            <ExplorerChart
              key={`${criterion.id} ${items.length} ${series.length}`}
              {...{ explored, criterion, items, series, words }}
              show={choice.show}
            />
          </>
        )}
      </div>
      <div>
        <h2 id="explored-numbers" className="mb-3 text-xl">
          {words.numbers}
        </h2>
        {choice.show === "median" ? (
          <p className="mb-2 font-sans text-sm text-muted">{words.inTable}</p>
        ) : null}
        <NumbersTable
          titledBy="explored-numbers"
          head={[words.item, ...series.map(({ label }) => label)]}
          rows={items.map((item) => ({
            key: item.id,
            cells: [
              <a key="item" href={`${base}/items/${item.id}`} className="link">
                {item.number} {item.title}
              </a>,
              // As an element it may wrap before its n, which leaves the question's title room on a phone.
              ...series.map((one) => (
                <span key={one.key}>
                  {shortOf(
                    figureAt(explored, criterion.id, item.id, one),
                    choice.show,
                    words,
                    criterion.unit,
                  )}
                </span>
              )),
            ],
          }))}
        />
      </div>
    </div>
  );
}

/** The distributions of one question, as far as they are released. */
function countsOf(explored: Explored, criterion: Criterion, item: string, series: readonly Series[]) {
  return series.flatMap((one) => {
    const figure = figureAt(explored, criterion.id, item, one);
    return figure && "counts" in figure && figure.counts
      ? [{ key: one.key, label: one.label, counts: figure.counts }]
      : [];
  });
}

/** What the numbers at the side of the chart stand for. */
function Ends({ points, words }: { points: Criterion["points"]; words: ExplorerWords }) {
  const [low, high] = [points[0], points.at(-1)];
  if (!low || !high || low.label === String(low.value)) return null;
  return (
    <p className="mb-3 text-sm">
      {words.ends}: {low.value} {low.label} – {high.value} {high.label}
    </p>
  );
}

function SeriesKey({ series }: { series: readonly Series[] }) {
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1 font-sans text-sm">
      {series.map(({ key, label, fill }) => (
        <li key={key} className="flex items-baseline gap-2">
          <svg viewBox="0 0 12 12" className="relative top-px size-3 shrink-0" aria-hidden="true">
            <rect width="12" height="12" fill={fill} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
