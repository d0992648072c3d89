import type { ReactNode } from "react";
import { figure } from "@/ui/pictures/axis";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { PointBars } from "@/ui/pictures/point-bars";
import { pointText } from "@/ui/pictures/point-text";
import { answersIn, share } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One small multiple: a round, or a stratum in one round. One count for each point, from low to high. */
export type StanceColumn = { key: string; label: string } & (
  | { counts: readonly number[]; median: number | null; own?: number | null }
  | { withheld: ReactNode }
);

/** One question side by side in up to four rounds (or strata): bars of shares, the median and n above each. */
export function StanceByRound({
  points,
  columns,
  words,
  ...texts
}: FigureTexts & {
  points: readonly { value: number; label: string }[];
  columns: readonly StanceColumn[];
  words: PictureWords;
}) {
  const numbers = {
    head: [words.point, ...columns.map((column) => column.label)],
    rows: points.map((point, index) => ({
      key: String(point.value),
      cells: [pointText(point), ...columns.map((column) => cellOf(column, index))],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <PointBars
        points={points}
        you={words.you}
        columns={columns.map((column) => ({ ...column, head: <ColumnHead column={column} words={words} /> }))}
      />
    </Figure>
  );
}

function ColumnHead({ column, words }: { column: StanceColumn; words: PictureWords }) {
  return (
    <p className="figures flex flex-wrap gap-x-3">
      <span className="font-semibold sm:w-full">{column.label}</span>
      {"counts" in column ? (
        <span className="text-muted">
          {column.median === null ? "" : `${words.median} ${figure(column.median)}, `}
          {words.n} {answersIn(column.counts)}
        </span>
      ) : null}
    </p>
  );
}

function cellOf(column: StanceColumn, index: number): ReactNode {
  if (!("counts" in column)) return column.withheld;
  const count = column.counts[index] ?? 0;
  return `${count} (${share(count, answersIn(column.counts))})`;
}
