import { evidenceOfCounts, ratingsOf } from "../evidence";
import type { ShownFigure } from "../figure";
import type { Item, Part } from "../item";
import { markOf } from "../mark";
import type { Protocol } from "../protocol";
import type { Edition, PublishedRound } from "../publication";
import { rankCountsOf } from "../ranking-figures";
import { ratedParts } from "../rated-parts";
import { isAboutAnOrder, isAboutARanking, judge } from "../rule";
import { endsOf, scaleBounds, scaleValues } from "../scale";
import { locationAndSpread } from "../statistics/location-and-spread";
import { percentAgreement } from "../statistics/percent-agreement";
import { sum } from "../statistics/sum";
import { intervalsBehind, wrongEstimates } from "./estimates";
import { whyNotRecomputable } from "./not-recomputable";
import { type Check, checked, type NotRecomputable, placeIn, same } from "./report";

/** Computes every figure of every round again from the counts that are published with it. */
export function checkFigures(edition: Edition): { check: Check; notRecomputable: NotRecomputable[] } {
  const faults: string[] = [];
  const notRecomputable: NotRecomputable[] = [];
  let recomputed = 0;
  for (const round of edition.rounds) {
    faults.push(...missingRows(edition, round));
    for (const figure of round.figures) {
      const place = placeIn(figure);
      const item = edition.items.find((one) => one.id === figure.item);
      const part = item?.parts.find((one) => one.id === figure.part);
      if (!item || !part || figure.round !== round.round)
        faults.push(`${place}: nothing of that name was asked.`);
      else if (figure.withheld === null) {
        const wrong = wrongIn(edition.protocol, item, part, round, figure);
        faults.push(...wrong.map((one) => `${place}: ${one}`));
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

function wrongIn(
  protocol: Protocol,
  item: Item,
  part: Part,
  round: PublishedRound,
  figure: ShownFigure,
): string[] {
  const { submitted, figures } = round;
  const { n, abstained, notAnswered, counts, q1, q3, iqr } = figure;
  const wrong: string[] = [];
  if (n + abstained + notAnswered > submitted)
    wrong.push(`${n + abstained + notAnswered} experts are told of, but ${submitted} submitted.`);
  if (q1 !== null && q3 !== null && !same(iqr, q3 - q1))
    wrong.push(`iqr is ${iqr}, not q3 − q1 = ${q3 - q1}.`);
  if (counts === null) return [...wrong, ...wrongEstimates(protocol, item, part, figures, figure)];
  if (counts.length !== scaleValues(part.scale).length) return [...wrong, "the counts don't fit the scale."];
  if (sum(counts) !== n) wrong.push(`n is ${n}, but the counts add up to ${sum(counts)}.`);
  const expected: Record<string, unknown> = fromCounts(protocol, item, part, counts);
  for (const [name, value] of Object.entries(expected)) {
    const published = Reflect.get(figure, name);
    if (!same(published, value))
      wrong.push(`${name} is ${JSON.stringify(published)}, the counts give ${JSON.stringify(value)}.`);
  }
  return [...wrong, ...wrongConsensus(protocol, item, part, round, figure, counts)];
}

function fromCounts(_protocol: Protocol, _item: Item, { scale }: Part, counts: readonly number[]) {
  const ratings = ratingsOf(scale, counts);
  const { median, q1, q3, iqr } = locationAndSpread.compute({ ratings });
  const bounds = scaleBounds(scale);
  if (scale.kind !== "ordinal" || !bounds) return { median, q1, q3, iqr };
  const shares = percentAgreement.compute({ ratings, scale: bounds, ...endsOf(scale) });
  const { topPercent, bottomPercent, interval } = shares;
  return { median, q1, q3, iqr, topPercent, bottomPercent, interval };
}

function wrongConsensus(
  protocol: Protocol,
  item: Item,
  part: Part,
  { figures }: PublishedRound,
  { consensus, mark, stratum, topPercent, bottomPercent }: ShownFigure,
  counts: readonly number[],
): string[] {
  const rule = protocol.rules[item.kind]?.consensus ?? null;
  if ((rule === null) !== (consensus === null))
    return ["the verdict of agreement and the protocol's rule don't go together."];
  if (rule === null || consensus === null)
    return mark === null ? [] : [`it is marked ${mark} without a rule.`];
  const wrong: string[] = [];
  if (mark !== markOf(consensus.met, topPercent, bottomPercent, item.kind))
    wrong.push(`the mark ${mark} does not follow.`);
  if (isAboutAnOrder(rule)) return wrong;
  const evidence = evidenceOfCounts(part.scale, counts);
  const whole = isAboutARanking(rule) ? { rankCounts: rankCountsOf(item, figures, stratum) ?? [[0, 0]] } : {};
  const judged = judge(rule, { ...evidence, ...whole });
  if (judged.met !== consensus.met)
    wrong.push(`the rule of agreement gives ${judged.met}, published is ${consensus.met}.`);
  for (const [name, value] of Object.entries(consensus.figures))
    if (!same(value, judged.figures[name]))
      wrong.push(`${name} of the rule is ${value}, the counts give ${judged.figures[name] ?? "none"}.`);
  return wrong;
}
