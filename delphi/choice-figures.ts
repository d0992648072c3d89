import { type Figure, figureOf, type ShownFigure } from "./figure";
import { type Item, type Part, ratedParts } from "./item";
import { chosenIn, type Reading, readFinding, reading } from "./reading";

export type ChosenOption = { readonly part: Part; readonly figure: ShownFigure };

/** The options of a choice with the figures that are shown of them, the most chosen first. */
export const optionsByShare = (item: Item, figures: readonly Figure[]): readonly ChosenOption[] =>
  ratedParts(item)
    .flatMap((part) => {
      const figure = figureOf(figures, item.id, part.id);
      return figure?.withheld === null ? [{ part, figure }] : [];
    })
    .sort((a, b) => chosenIn(b.figure).count - chosenIn(a.figure).count);

/** "12 of 21 experts chose “Wait”": what was chosen most; where several were, that they share it. */
export function readMostChosen(item: Item, figures: readonly Figure[]): Reading {
  const [first, ...others] = optionsByShare(item, figures);
  if (!first || first.figure.n === 0) return reading("finding.nobody");
  const most = chosenIn(first.figure).count;
  const equal = [first, ...others.filter(({ figure }) => chosenIn(figure).count === most)];
  if (equal.length === 1) return readFinding(item, first.part, first.figure);
  const options = { all: equal.map(({ part }) => reading("quoted", { text: part.question })) };
  return reading("finding.chosen-alike", { ...chosenIn(first.figure), options });
}
