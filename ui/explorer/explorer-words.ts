import type { Choice, ExploredFigure } from "@/ui/explorer/explored";
import { figure as figureText } from "@/ui/pictures/axis";

export type ChartWords = {
  readonly median: string;
  readonly middleHalf: string;
  readonly upper: string;
  readonly n: string;
  readonly to: string;
  readonly at: string;
};

export type ExplorerWords = ChartWords &
  Readonly<
    Record<
      | "criterion"
      | "show"
      | "rounds"
      | "groups"
      | "items"
      | "all"
      | "chosen"
      | "item"
      | "view"
      | "byRound"
      | "byAnswer"
      | "numbers"
      | "hint"
      | "ends"
      | "inTable",
      string
    >
  >;

/** "median 4, middle half 3 to 5, n 23", or why there is no figure. */
export function saidOf(
  figure: ExploredFigure | undefined,
  show: Choice["show"],
  words: ChartWords,
  unit: string,
): string {
  if (!figure) return "–";
  if ("withheld" in figure) return figure.withheld;
  if (show === "upper")
    return figure.upper === null ? "–" : `${Math.round(figure.upper)}%, ${words.n}\u00a0${figure.n}`;
  if (figure.median === null) return `${words.n}\u00a0${figure.n}`;
  const [low, high] = [figure.q1, figure.q3].map((one) => one !== null && `${figureText(one)}${unit}`);
  const span = low === high ? `${words.at} ${low}` : `${low} ${words.to} ${high}`;
  const middle = low && high ? `, ${words.middleHalf} ${span}` : "";
  return `${words.median} ${figureText(figure.median)}${unit}${middle}, ${words.n}\u00a0${figure.n}`;
}

/** The same in a table, whose head says what stands where: "4 (3–5), n 23". */
export function shortOf(
  figure: ExploredFigure | undefined,
  show: Choice["show"],
  words: ChartWords,
  unit: string,
): string {
  if (!figure || "withheld" in figure || show === "upper" || figure.median === null)
    return saidOf(figure, show, words, unit);
  const [median, low, high] = [figure.median, figure.q1, figure.q3].map(
    (one) => one !== null && figureText(one),
  );
  const middle = low && high ? ` (${low === high ? low : `${low}–${high}`})` : "";
  return `${median}${unit}${middle}, ${words.n}\u00a0${figure.n}`;
}
