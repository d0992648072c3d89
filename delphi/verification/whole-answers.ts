import { BEST, HIGH, LOW } from "../estimate-part";
import { figureOf, type ShownFigure } from "../figure";
import { type Item, isAnsweredAsOne, ratedParts } from "../item";
import type { Edition, PublishedRound } from "../publication";
import { sum } from "../statistics/sum";

/** What does not hold among the parts of items that are answered as one: each expert answered all of them, or none. */
export function wholeFaults({ items, protocol }: Edition, round: PublishedRound): string[] {
  // What another tool let experts leave out is not ours to say.
  if (round.imported) return [];
  const groups = [null, ...protocol.strata.map(({ id }) => id)];
  return items
    .filter((item) => isAnsweredAsOne(item) && round.asked.includes(item.id))
    .flatMap((item) => groups.flatMap((stratum) => faultsOf(item, round, stratum)));
}

function faultsOf(item: Item, { figures, round }: PublishedRound, stratum: string | null): string[] {
  const named = `${item.id} in round ${round}${stratum === null ? "" : `, group ${stratum}`}`;
  const parts = ratedParts(item).map(({ id }) => figureOf(figures, item.id, id, stratum));
  const shown = parts.flatMap((figure) => (figure?.withheld === null ? [figure] : []));
  const [first] = shown;
  if (!first) return [];
  const wrong: string[] = [];
  if (shown.some((figure) => !isAsMany(figure, first)))
    wrong.push("its parts are answered as one, but not by as many.");
  if (shown.length === parts.length) {
    if (item.kind === "ranking" && !isEveryRankGiven(shown))
      wrong.push("not every rank is given once by everybody.");
    if (item.kind === "choice" && item.choose === "one" && chosen(shown) !== first.n)
      wrong.push(`${first.n} experts chose one option each, the options were chosen ${chosen(shown)} times.`);
  }
  if (item.kind === "estimate" && !isInOrder([LOW, BEST, HIGH].map((part) => shownIn(shown, part))))
    wrong.push("lowest, best and highest estimates are out of order.");
  return wrong.map((fault) => `${named}: ${fault}`);
}

const isAsMany = (one: ShownFigure, other: ShownFigure): boolean =>
  one.n === other.n && one.abstained === other.abstained && one.notAnswered === other.notAnswered;

const isEveryRankGiven = (options: readonly ShownFigure[]): boolean =>
  options.every((_, rank) => sum(options.map(({ counts }) => counts?.[rank] ?? 0)) === options[0]!.n);

/** The upper of the two points is that an option was chosen. */
const chosen = (options: readonly ShownFigure[]): number =>
  sum(options.map(({ counts }) => counts?.[1] ?? 0));

const shownIn = (shown: readonly ShownFigure[], part: string) => shown.find((one) => one.part === part);

const isInOrder = (figures: readonly (ShownFigure | undefined)[]): boolean =>
  (["median", "q1", "q3"] as const).every((name) => {
    const values = figures.flatMap((figure) => figure?.[name] ?? []);
    return values.every((value, at) => at === 0 || values[at - 1]! <= value);
  });
