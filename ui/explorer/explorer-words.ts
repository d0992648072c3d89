import type { Choice, ExploredFigure } from "@/ui/explorer/explored";
import { figure as figureText } from "@/ui/pictures/axis";

export type ChartWords = {
  readonly median: string;
  readonly middleHalf: string;
  readonly upper: string;
  readonly n: string;
  readonly to: string;
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
      | "hint",
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
  const middle =
    figure.q1 === null || figure.q3 === null
      ? ""
      : `, ${words.middleHalf} ${figureText(figure.q1)}${unit} ${words.to} ${figureText(figure.q3)}${unit}`;
  return `${words.median} ${figureText(figure.median)}${unit}${middle}, ${words.n}\u00a0${figure.n}`;
}
