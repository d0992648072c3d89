import { ratingsOf } from "../evidence";
import type { ShownFigure } from "../figure";
import type { Part } from "../item";
import type { Protocol } from "../protocol";
import type { Edition, PublishedRound } from "../publication";
import { ratedParts } from "../rated-parts";
import { endsOf, isCounted, isQuantity, scaleBounds, scaleValues } from "../scale";
import { locationAndSpread } from "../statistics/location-and-spread";
import { percentAgreement } from "../statistics/percent-agreement";
import { sum } from "../statistics/sum";
import { agreementAgain } from "./agreement";
import { intervalsBehind, wrongEstimates } from "./estimates";
import { whyNotRecomputable } from "./not-recomputable";
import { type Check, checked, type NotRecomputable, placeIn, same } from "./report";
import { wholeFaults } from "./whole-answers";

/** Computes every figure of every round again from the counts that are published with it. */
export function checkFigures(edition: Edition): { check: Check; notRecomputable: NotRecomputable[] } {
  const faults: string[] = [];
  const notRecomputable: NotRecomputable[] = [];
  let recomputed = 0;
  for (const round of edition.rounds) {
    faults.push(...missingRows(edition, round), ...wholeFaults(edition, round));
    for (const figure of round.figures) {
      const place = placeIn(figure);
      const item = edition.items.find((one) => one.id === figure.item);
      const part = item?.parts.find((one) => one.id === figure.part);
      if (!item || !part || figure.round !== round.round)
        faults.push(`${place}: nothing of that name was asked.`);
      else if (figure.withheld === null) {
        const agreement = agreementAgain(edition.protocol, item, part, round, figure);
        const wrong = [...wrongIn(edition.protocol, part, round, figure), ...agreement.wrong];
        faults.push(...wrong.map((one) => `${place}: ${one}`));
        if (agreement.reason)
          notRecomputable.push({ figure: `agreement of ${place}`, reason: agreement.reason });
        const reason = whyNotRecomputable(part.scale, figure, intervalsBehind(round.figures, figure));
        if (reason) notRecomputable.push({ figure: place, reason });
        else recomputed += 1;
      }
    }
  }
  const says = `${recomputed} figures follow from the counts published with them: median, quartiles, shares with their intervals, the verdict of agreement.`;
  return { check: checked("figures", says, faults), notRecomputable };
}

/** Everything that was asked has a row for the panel and for every declared group, once. */
function missingRows({ items, protocol }: Edition, { asked, figures, round }: PublishedRound): string[] {
  const groups = [null, ...protocol.strata.map(({ id }) => id)];
  const rows = figures.map(placeIn);
  const expected = items
    .filter((item) => asked.includes(item.id))
    .flatMap((item) => ratedParts(item).map((part) => ({ item: item.id, part: part.id, round })))
    .flatMap((place) => groups.map((stratum) => placeIn({ ...place, stratum })));
  const known = new Set(rows);
  return [
    ...expected.filter((place) => !known.has(place)).map((place) => `${place}: has no row.`),
    ...rows.filter((place, at) => rows.indexOf(place) !== at).map((place) => `${place}: has two rows.`),
  ];
}

function wrongIn(protocol: Protocol, part: Part, round: PublishedRound, figure: ShownFigure): string[] {
  const { submitted, figures } = round;
  const { n, abstained, notAnswered, counts, q1, q3, iqr } = figure;
  const wrong: string[] = [];
  if (n + abstained + notAnswered > submitted)
    wrong.push(`${n + abstained + notAnswered} experts are told of, but ${submitted} submitted.`);
  if (q1 !== null && q3 !== null && !same(iqr, q3 - q1))
    wrong.push(`iqr is ${iqr}, not q3 − q1 = ${q3 - q1}.`);
  if (counts === null)
    return [
      ...wrong,
      ...differing(figure, NO_SHARES, "its scale has none."),
      ...wrongWithoutCounts(part, figure),
      ...wrongEstimates(protocol, part, figures, figure),
    ];
  if (counts.length !== scaleValues(part.scale).length) return [...wrong, "the counts don't fit the scale."];
  if (sum(counts) !== n) wrong.push(`n is ${n}, but the counts add up to ${sum(counts)}.`);
  for (const [name, value] of Object.entries(fromCounts(part, counts))) {
    const published = Reflect.get(figure, name);
    if (!same(published, value))
      wrong.push(`${name} is ${JSON.stringify(published)}, the counts give ${JSON.stringify(value)}.`);
  }
  return wrong;
}

/** Shares of a top and a bottom, which scales without labelled points don't have. */
const NO_SHARES = { topPercent: null, bottomPercent: null, interval: null };

const differing = (figure: ShownFigure, expected: object, why: string): string[] =>
  Object.entries(expected).flatMap(([name, value]) => {
    const published = Reflect.get(figure, name);
    return same(published, value) ? [] : [`${name} is ${JSON.stringify(published)}: ${why}`];
  });

function fromCounts({ scale }: Part, counts: readonly number[]) {
  const ratings = ratingsOf(scale, counts);
  const { median, q1, q3, iqr } = locationAndSpread.compute({ ratings });
  const bounds = scaleBounds(scale);
  if (scale.kind !== "ordinal" || !bounds) return { median, q1, q3, iqr, ...NO_SHARES };
  const shares = percentAgreement.compute({ ratings, scale: bounds, ...endsOf(scale) });
  const { topPercent, bottomPercent, interval } = shares;
  return { median, q1, q3, iqr, topPercent, bottomPercent, interval };
}

/** Of single values that are too fine to show: what can be said of their middle without them. */
function wrongWithoutCounts({ scale }: Part, { q1, median, q3 }: ShownFigure): string[] {
  if (isCounted(scale)) return ["its counts are missing."];
  const bounds = isQuantity(scale) ? scale : scaleBounds(scale);
  const told = [q1, median, q3].filter((one) => one !== null);
  const wrong: string[] = [];
  if (told.some((value, at) => at > 0 && told[at - 1]! > value))
    wrong.push("its median and quartiles are out of order.");
  if (told.some((value) => value < (bounds?.min ?? value) || value > (bounds?.max ?? value)))
    wrong.push("its median or quartiles lie outside the scale.");
  return wrong;
}
