import { placeOf } from "../answer";
import { type Figure, figureOf, type ShownFigure } from "../figure";
import { isFine } from "../fine-detail";
import type { Edition, PublishedRound } from "../publication";
import { sum } from "../statistics/sum";
import { type Check, checked, placeIn } from "./report";

const QUARTILES_FROM = 12;
const SMALLEST_CELL = 3;

/** The rules that protect small groups, as far as the published numbers let anybody see them. */
export function checkSmallGroups(edition: Edition): Check {
  const k = edition.protocol.minimumGroup;
  const faults = edition.rounds.flatMap((round) => [
    ...round.figures.flatMap((figure) =>
      figure.withheld === null
        ? shownFaults(k, edition, round, figure).map((fault) => `${placeIn(figure)}: ${fault}`)
        : [],
    ),
    ...groupFaults(k, round),
    ...themeFaults(k, round),
  ]);
  const says = `No figure is about fewer than ${k} experts, and none leaves fewer than ${k} over when another is taken from it.`;
  return checked("disclosure", says, faults);
}

const isSmall = (k: number, experts: number): boolean => experts > 0 && experts < k;

function shownFaults(k: number, edition: Edition, round: PublishedRound, figure: ShownFigure): string[] {
  const faults: string[] = [];
  const item = edition.items.find((one) => one.id === figure.item);
  const scale = item?.parts.find((one) => one.id === figure.part)?.scale;
  if (figure.n < k) faults.push(`it is about ${figure.n} experts.`);
  else if (figure.n < k + round.addedLater && figure.stratum === null && !isOneGroup(round, figure))
    faults.push(
      `it is about ${figure.n} experts, but ${round.addedLater} were added while there were answers.`,
    );
  if (isFine(scale)) {
    const what =
      scale?.kind === "probability" ? "probabilities" : scale?.kind === "points" ? "points" : "estimates";
    if (figure.counts !== null) faults.push(`single ${what} are shown.`);
    if (figure.n < QUARTILES_FROM && (figure.q1 ?? figure.q3 ?? figure.iqr) !== null)
      faults.push(`quartiles of ${figure.n} ${what} are shown.`);
  }
  if (figure.intervals !== undefined && (figure.stratum !== null || !edition.protocol.showsIntervals))
    faults.push("single estimates are shown that the protocol keeps back.");
  const names = Object.keys({ ...figure.consensus?.figures, ...figure.stability?.figures });
  if (names.some((name) => name === "min" || name === "max"))
    faults.push("the lowest or highest answer is shown.");
  faults.push(...weighedFaults(k, round, figure));
  const { stability } = figure;
  if (!stability || stability.pairs === null) return faults;
  if (stability.pairs < k) faults.push(`its change is about ${stability.pairs} experts.`);
  const before = figureOf(
    edition.rounds.find((one) => one.round === stability.since && one.round < round.round)?.figures ?? [],
    figure.item,
    figure.part,
    figure.stratum,
  );
  for (const whole of [figure, before?.withheld === null ? before : null])
    if (whole && isSmall(k, whole.n - stability.pairs))
      faults.push(`${whole.n - stability.pairs} experts who answered only one round are left over.`);
  if (stability.table?.flat().some((cell) => isSmall(SMALLEST_CELL, cell)))
    faults.push("a cell of its change table is 1 or 2.");
  return faults;
}

/** Whether all who answered are of one group: then only those who were added to it don't count. */
const isOneGroup = ({ figures }: PublishedRound, { item, part, n }: ShownFigure): boolean =>
  figures.some(
    (one) =>
      one.withheld === null && one.stratum !== null && one.item === item && one.part === part && one.n === n,
  );

/** How sure those are who answered: no cell is small, and few are left over from those who said how sure they are. */
function weighedFaults(k: number, { figures }: PublishedRound, { weighted, n }: ShownFigure): string[] {
  if (!weighted?.table) return [];
  const stated = figureOf(figures, weighted.by.item, weighted.by.part);
  const left = stated?.withheld === null ? stated.n - n : 0;
  return [
    ...(weighted.table.flat().some((cell) => isSmall(SMALLEST_CELL, cell))
      ? ["a cell of its table by confidence is 1 or 2."]
      : []),
    ...(isSmall(k, left) ? [`${left} experts whose confidence is told did not answer it.`] : []),
  ];
}

/** Of one place: nothing of a group without the panel, and nobody few outside the shown groups. */
function groupFaults(k: number, { figures, round }: PublishedRound): string[] {
  const places = [...new Set(figures.map(placeOf))];
  return places.flatMap((place) => {
    const here = figures.filter((figure) => placeOf(figure) === place);
    const panel = shown(here.find((figure) => figure.stratum === null));
    const groups = here.flatMap((figure) => (figure.stratum === null ? [] : (shown(figure) ?? [])));
    if (!panel)
      return groups.length === 0 ? [] : [`${place} in round ${round}: a group is shown without the panel.`];
    if (groups.length === 0) return [];
    return [answers, submissions].flatMap((count) => {
      const outside = count(panel) - sum(groups.map(count));
      return outside < 0 || isSmall(k, outside)
        ? [`${place} in round ${round}: ${outside} experts are left outside the groups shown.`]
        : [];
    });
  });
}

/** A theme's number is about its experts, and there are at least as many as texts that stand under it. */
const themeFaults = (k: number, { round, themes = [], texts }: PublishedRound): string[] =>
  themes.flatMap(({ item, name, n }) => {
    const under = texts.filter((text) => text.item === item && text.theme === name).length;
    if (n === null || (n >= k && n >= under)) return [];
    return [`${item} in round ${round}: the theme “${name}” is said to be spoken of by ${n} experts.`];
  });

const answers = (figure: ShownFigure): number => figure.n;
const submissions = (figure: ShownFigure): number => figure.n + figure.abstained + figure.notAnswered;

const shown = (figure: Figure | undefined): ShownFigure | null => (figure?.withheld === null ? figure : null);
