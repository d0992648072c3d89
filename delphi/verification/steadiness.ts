import { foldedCounts, sidesOf } from "../crossing";
import { evidenceOfCounts, pairedEvidence, ratingsOf } from "../evidence";
import { figureOf, type ShownFigure, type Stability } from "../figure";
import { judgedParts, sameWording } from "../item";
import { itemsIn } from "../lineage";
import type { Edition } from "../publication";
import { type Condition, conditionsOf, type Evidence, type Judgement, judge, type Rule } from "../rule";
import { type Scale, scaleValues } from "../scale";
import { sum } from "../statistics/sum";
import { judgeTold } from "../told-rule";
import { needsPairs, onTotals } from "../totals-rule";
import { type Check, checked, type NotRecomputable, placeIn, same } from "./report";

type Ratings = readonly (number | null)[];

/** Judges every verdict of stability again, each from the least that is published with it. */
export function checkSteadiness(edition: Edition): { check: Check; notRecomputable: NotRecomputable[] } {
  const faults: string[] = [];
  const notRecomputable: NotRecomputable[] = [];
  let recomputed = 0;
  for (const figure of edition.rounds.flatMap((round) => round.figures)) {
    if (figure.withheld !== null) continue;
    const place = placeIn(figure);
    const since = comparedWith(edition, figure);
    if (since !== (figure.stability?.since ?? null)) {
      const published = figure.stability
        ? `compares it with round ${figure.stability.since}`
        : "is not there";
      const expected = since === null ? "is none" : `is with round ${since}`;
      faults.push(`${place}: its verdict of stability ${published}, by the protocol there ${expected}.`);
    }
    if (figure.stability === null) continue;
    const { wrong, reason } = judgedAgain(edition, figure);
    faults.push(...wrong.map((one) => `${place}: ${one}`));
    if (reason) notRecomputable.push({ figure: `stability of ${place}`, reason });
    else recomputed += 1;
  }
  const says = `${recomputed} verdicts of stability follow from the data published with them.`;
  return { check: checked("steadiness", says, faults), notRecomputable };
}

/** The round with which the protocol has a figure compared: the last that asked the same before; null for none. */
function comparedWith(
  { protocol, items, lineage = [], rounds }: Edition,
  figure: ShownFigure,
): number | null {
  const now = itemsIn(figure.round, items, lineage).find(({ id }) => id === figure.item);
  if (!now || !protocol.rules[now.kind]?.stability) return null;
  if (!judgedParts(now).some(({ id }) => id === figure.part)) return null;
  const before = rounds.findLast(
    ({ round, asked }) =>
      round < figure.round &&
      asked.includes(figure.item) &&
      itemsIn(round, items, lineage).some(
        (then) => sameWording(then, now) && then.parts.some(({ id }) => id === figure.part),
      ),
  );
  return before?.round ?? null;
}

/** What readers are told about a verdict of stability that can't be judged again; null where it can. */
export const whyNotJudgeable = (edition: Edition, figure: ShownFigure): string | null =>
  figure.stability === null ? null : judgedAgain(edition, figure).reason;

type Again = { readonly wrong: string[]; readonly reason: string | null };

function judgedAgain(edition: Edition, figure: ShownFigure): Again {
  const stability = figure.stability!;
  const item = edition.items.find((one) => one.id === figure.item);
  const scale = item?.parts.find((one) => one.id === figure.part)?.scale;
  const rule = item && edition.protocol.rules[item.kind]?.stability;
  if (!scale || !rule) return onlyWrong("the protocol has no rule of stability for it.");
  const asked = edition.rounds.find(({ round }) => round === stability.since && round < figure.round);
  const found = asked && figureOf(asked.figures, figure.item, figure.part, figure.stratum);
  if (!found) return onlyWrong(`round ${stability.since} did not ask it before.`);
  if (stability.met === null && stability.figures === null)
    return { wrong: [], reason: "the verdict itself is withheld" };
  const before = found.withheld === null ? found : null;
  const wrong = wrongData(scale, before, figure, stability);
  const judgedBy = stability.base === "totals" && needsPairs(rule) ? onTotals(rule) : rule;
  if (!judgedBy) return { wrong: [...wrong, "its rule can't be judged on totals."], reason: null };
  const told = judgeTold(judgedBy, stability.figures ?? {});
  if (told !== undefined && told !== stability.met)
    wrong.push(`the figures of the rule of stability give ${told}, published is ${stability.met}.`);
  const evidence = evidenceFor(judgedBy, scale, before, figure);
  if (typeof evidence === "string") return { wrong, reason: evidence };
  return { wrong: [...wrong, ...differing(stability, judge(judgedBy, evidence))], reason: null };
}

const onlyWrong = (fault: string): Again => ({ wrong: [fault], reason: null });

function differing({ met, figures }: Stability, judged: Judgement): string[] {
  const wrong = met === judged.met ? [] : [`the rule of stability gives ${judged.met}, published is ${met}.`];
  for (const [name, value] of Object.entries(figures ?? {}))
    if (!same(value, judged.figures[name]))
      wrong.push(`${name} is ${value}, the published data give ${judged.figures[name] ?? "none"}.`);
  return wrong;
}

/** The pairs, the distributions among them and the table have to agree with each other and with both rounds. */
function wrongData(
  scale: Scale,
  before: ShownFigure | null,
  figure: ShownFigure,
  { base, pairs, pairCounts, table }: Stability,
): string[] {
  const wrong: string[] = [];
  if (pairs === null) {
    if (pairCounts || table || base === "pairs") wrong.push("it tells of pairs, but not of how many.");
    return wrong;
  }
  if (pairs > figure.n || (before && pairs > before.n)) wrong.push("more pairs than answers.");
  const points = scaleValues(scale).length;
  if (pairCounts) {
    for (const [counts, whole] of [
      [pairCounts.earlier, before?.counts],
      [pairCounts.later, figure.counts],
    ] as const) {
      if (counts.length !== points || sum(counts) !== pairs)
        wrong.push("the distributions of the pairs don't add up.");
      if (whole && counts.some((count, at) => count > (whole[at] ?? 0)))
        wrong.push("the pairs have more answers on a point than the whole round.");
    }
  }
  if (!table) return wrong;
  if (sum(table.flat()) !== pairs) wrong.push("the change table does not add up to the pairs.");
  const rows = table.map((row) => sum(row));
  const columns = table.map((_, at) => sum(table.map((row) => row[at] ?? 0)));
  const folded = (counts: readonly number[]) =>
    scale.kind !== "ordinal" || table.length === points
      ? counts
      : foldedCounts(counts, scale, sidesOf(scale));
  if (!pairCounts || !same(rows, folded(pairCounts.earlier)) || !same(columns, folded(pairCounts.later)))
    wrong.push("the change table and the distributions of the pairs differ.");
  return wrong;
}

const MARGINAL = ["net-change", "net-change-of-totals"];
const WHOLE_ROUNDS = ["net-change-of-totals", "spread-change", "marginal-chi-square", "estimate-change"];

/** What a rule is judged on, or why the bundle does not hold it. */
function evidenceFor(
  rule: Rule,
  scale: Scale,
  before: ShownFigure | null,
  figure: ShownFigure,
): Evidence | string {
  const conditions = conditionsOf(rule);
  const uses = (names: readonly string[]) => conditions.every(({ measure }) => names.includes(measure));
  const { pairCounts, table, held } = figure.stability!;
  if (uses(WHOLE_ROUNDS)) return wholeRounds(conditions, scale, before, figure);
  const points = scaleValues(scale);
  if (conditions.some(({ measure }) => WHOLE_ROUNDS.includes(measure)))
    return "its rule looks at pairs and at whole rounds at once";
  if (table && table.length === points.length) {
    const pairs = table.flatMap((row, from) =>
      row.flatMap((count, to) => Array.from({ length: count }, () => [points[from]!, points[to]!] as const)),
    );
    return pairedEvidence(
      scale,
      pairs.map(([from]) => from),
      pairs.map(([, to]) => to),
    );
  }
  if (pairCounts && uses(MARGINAL))
    return pairedEvidence(scale, ratingsOf(scale, pairCounts.earlier), ratingsOf(scale, pairCounts.later));
  return HELD[held.table ?? held.pairs ?? "not-kept"];
}

const HELD = {
  "fewer-than-k": "those who answered both rounds are too few to show",
  "would-reveal-a-smaller-group": "the pairs would reveal the few who answered only one round",
  "small-cells": "the change table has cells that are too small to show",
  "fine-grained": "single values are too fine to show",
  "run-elsewhere": "the earlier round was run elsewhere, and nobody’s answers are joined to it",
  "not-kept": "the edition was published before such data were kept",
} as const;

/** Everybody who answered each round. Of a fine scale medians and quartiles are all there is, and all it takes. */
function wholeRounds(
  conditions: readonly Condition[],
  scale: Scale,
  before: ShownFigure | null,
  figure: ShownFigure,
): Evidence | string {
  if (!before) return "the earlier figure is withheld";
  if (before.intervals && figure.intervals)
    return { earlierEstimates: before.intervals, laterEstimates: figure.intervals };
  if (before.counts && figure.counts) {
    const [earlier, later] = [ratingsOf(scale, before.counts), ratingsOf(scale, figure.counts)];
    return apart(scale, earlier, later);
  }
  const usual = conditions.every(
    ({ measure, settings }) => measure === "spread-change" && (settings.quantileType ?? 7) === 7,
  );
  const [earlier, later] = [standIn(before), standIn(figure)];
  if (!usual || !earlier || !later) return HELD["fine-grained"];
  return apart(scale, earlier, later);
}

/** Five answers that have this median and these quartiles (type 7). */
function standIn({ q1, median, q3 }: ShownFigure): number[] | null {
  return q1 === null || median === null || q3 === null ? null : [q1, q1, median, q3, q3];
}

/** Two rounds of which it is not known who answered both: nobody, for measures that don't ask. */
function apart(scale: Scale, earlier: Ratings, later: Ratings): Evidence {
  const evidence = pairedEvidence(
    scale,
    [...earlier, ...later.map(() => null)],
    [...earlier.map(() => null), ...later],
  );
  return { ...evidence, ...evidenceOfCounts(scale, []), ratings: later };
}
