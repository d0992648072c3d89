import { type Figure, figureOf, type ShownFigure } from "./figure";
import { chosenIn, figureText, meanRankIn, readFinding } from "./figure-reading";
import type { Item, Part } from "./item";
import { ratedParts } from "./rated-parts";
import { numberText, quoted, type Reading, reading, type Said } from "./reading";

export type OptionFigure = { readonly part: Part; readonly figure: ShownFigure };

/** The options of an item whose parts are one answer, with the figures that are shown of them: the foremost first. */
export const optionsInOrder = (item: Item, figures: readonly Figure[]): readonly OptionFigure[] =>
  ratedParts(item)
    .flatMap((part) => {
      const figure = figureOf(figures, item.id, part.id);
      return figure?.withheld === null ? [{ part, figure }] : [];
    })
    .sort((a, b) => weightOf(item, b) - weightOf(item, a));

/** What puts an option before others: how many chose it, a low mean rank, many points. */
function weightOf(item: Item, { figure }: OptionFigure): number {
  if (item.kind === "choice") return chosenIn(figure).count;
  return item.kind === "ranking" ? -(meanRankIn(figure) ?? 0) : (figure.median ?? 0);
}

/** What the panel answered to the item as a whole: what was chosen most, comes first or gets most, and what shares that. */
export function readForemost(item: Item, figures: readonly Figure[]): Reading {
  const options = optionsInOrder(item, figures);
  const [first] = options;
  if (!first || first.figure.n === 0) return reading("finding.nobody");
  const equal = options.filter((one) => weightOf(item, one) === weightOf(item, first));
  const names = { all: equal.map(({ part }) => quoted(part.question)) };
  if (item.kind === "choice")
    return equal.length === 1
      ? readFinding(item, first.part, first.figure)
      : reading("finding.chosen-alike", { ...chosenIn(first.figure), options: names });
  const next = options[equal.length];
  const values = {
    first: equal.length === 1 ? quoted(first.part.question) : names,
    equal: equal.length,
    value: figureIn(item, first),
    next: next ? quoted(next.part.question) : "",
    after: next ? figureIn(item, next) : "",
    more: next ? "yes" : "no",
  };
  const total: Said = first.part.scale.kind === "points" ? first.part.scale.total : "";
  return reading(`finding.foremost.${item.kind}`, { ...values, total });
}

const figureIn = (item: Item, { part, figure }: OptionFigure): string =>
  item.kind === "ranking"
    ? numberText(meanRankIn(figure) ?? 0, 1)
    : figureText(part.scale, figure.median ?? 0);
