import type { Figure, ShownFigure } from "@/delphi/figure";
import { figureOf } from "@/delphi/figure";
import { type Item, type Part, ratedParts } from "@/delphi/item";
import { type Edition, lastAsked } from "@/delphi/publication";

/** An option where it stands: its number in the questionnaire and its criteria in the last round that asked it. */
export type OptionStanding = {
  readonly item: Item;
  readonly number: number;
  /** Null where no published round asked it. */
  readonly round: number | null;
  readonly criteria: readonly { readonly part: Part; readonly figure: Figure | undefined }[];
};

const ORDER = ["agreed", "majority", "open", "divided"] as const;

/** The options of an edition, those that the panel agrees on first, by their first criterion. */
export function optionsByAgreement(edition: Edition): readonly OptionStanding[] {
  return edition.items
    .filter((item) => item.kind === "option")
    .map((item, at): OptionStanding => {
      const round = lastAsked(edition.rounds, item.id);
      return {
        item,
        number: at + 1,
        round: round?.round ?? null,
        criteria: ratedParts(item).map((part) => ({
          part,
          figure: round && figureOf(round.figures, item.id, part.id),
        })),
      };
    })
    .sort((a, b) => rank(a) - rank(b) || share(b) - share(a) || a.number - b.number);
}

/** An option's figure on one criterion, where a published round asked it. */
export const figureIn = ({ criteria }: OptionStanding, part: string): Figure | undefined =>
  criteria.find((one) => one.part.id === part)?.figure;

/** The first criterion's figure, which decides whether the panel agrees on the option. */
export function leadingFigure({ criteria }: OptionStanding): ShownFigure | null {
  const figure = criteria[0]?.figure;
  return figure?.withheld === null ? figure : null;
}

function rank(option: OptionStanding): number {
  const mark = leadingFigure(option)?.mark;
  return mark ? ORDER.indexOf(mark) : ORDER.length;
}

function share(option: OptionStanding): number {
  const figure = leadingFigure(option);
  return Math.max(figure?.topPercent ?? 0, figure?.bottomPercent ?? 0);
}

/** "desirability" is "Desirability" at the head of a column. */
export const criterionName = ({ id }: Part): string =>
  `${id.charAt(0).toUpperCase()}${id.slice(1).replaceAll("-", " ")}`;
