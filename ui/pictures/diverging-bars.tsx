import { CountedBar, ScaleKey } from "@/ui/pictures/counted-bar";
import { reachOf } from "@/ui/pictures/diverging";
import { Figure, type FigureTexts } from "@/ui/pictures/figure";
import { isWithheld, PictureRows, type RowName, Withheld, type WithheldRow } from "@/ui/pictures/rows";
import { answersIn } from "@/ui/pictures/share";
import type { PictureWords } from "@/ui/pictures/words";

/** One count for each point of the scale, from low to high. */
type CountsRow = RowName & { counts: readonly number[] };

/** Answers at each point, low to the left and high to the right of one line; a middle point lies across it. */
export function DivergingBars({
  scale,
  rows,
  words,
  ...texts
}: FigureTexts & {
  /** The labels of the scale's points, from low to high. */
  scale: readonly string[];
  rows: readonly (CountsRow | WithheldRow)[];
  words: PictureWords;
}) {
  const reach = reachOf(rows.flatMap((row) => (isWithheld(row) ? [] : [row.counts])));
  const numbers = {
    head: [words.item, ...scale, words.n],
    rows: rows.map((row) => ({
      key: row.key,
      cells: isWithheld(row) ? [row.title, row.withheld] : [row.title, ...row.counts, answersIn(row.counts)],
    })),
  };
  return (
    <Figure {...texts} numbers={numbers} numbersLabel={words.numbers}>
      <div className="mb-3">
        <ScaleKey scale={scale} />
      </div>
      <PictureRows
        asideHead={words.n}
        rows={rows.map((row) =>
          isWithheld(row)
            ? { ...row, drawing: <Withheld>{row.withheld}</Withheld> }
            : {
                ...row,
                drawing: <CountedBar counts={row.counts} scale={scale} reach={reach} line size="row" />,
                aside: answersIn(row.counts),
              },
        )}
      />
    </Figure>
  );
}
