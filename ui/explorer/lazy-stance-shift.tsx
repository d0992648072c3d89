"use client";

import dynamic from "next/dynamic";
import { useEffect, useId, useRef, useState } from "react";
import type { ShiftPoint, ShiftRound, ShiftWords } from "@/ui/explorer/stance-shift";
import { Figure, type FigureTexts, NumbersTable } from "@/ui/pictures/figure";
import { pointText } from "@/ui/pictures/point-text";
import { answersIn, share } from "@/ui/pictures/share";

const StanceShift = dynamic(() => import("@/ui/explorer/stance-shift").then((module) => module.StanceShift), {
  ssr: false,
  loading: () => <div className="h-72" />,
});

export type LazyStanceShiftProps = FigureTexts & {
  points: readonly ShiftPoint[];
  rounds: readonly ShiftRound[];
  words: ShiftWords & {
    /** Head of the first column of the table: "point". */
    point: string;
    /** "The numbers" */
    numbers: string;
  };
};

/**
 * The page carries the numbers as a table; shortly before they come into sight the interactive picture is fetched and
 * takes their place, and the table folds away beneath it. Without JavaScript the table stays.
 */
export function LazyStanceShift({ points, rounds, words, ...texts }: LazyStanceShiftProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const box = frame.current;
    if (!box) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: "600px",
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  const numbers = {
    head: [words.point, ...rounds.map((round) => `${round.label} (${words.n} ${answersIn(round.counts)})`)],
    rows: points.map((point, at) => ({
      key: String(point.value),
      cells: [pointText(point), ...rounds.map((round) => cellOf(round, at))],
    })),
  };
  return (
    <Figure {...texts} titleId={id} numbers={near ? numbers : undefined} numbersLabel={words.numbers}>
      <div ref={frame}>
        {near ? (
          <StanceShift points={points} rounds={rounds} words={words} />
        ) : (
          <NumbersTable titledBy={id} {...numbers} />
        )}
      </div>
    </Figure>
  );
}

function cellOf(round: ShiftRound, at: number): string {
  const count = round.counts[at] ?? 0;
  return `${count} (${share(count, answersIn(round.counts))})`;
}
