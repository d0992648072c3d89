import { evidenceOfCounts } from "../evidence";
import type { ShownFigure } from "../figure";
import { type Item, judgedParts, type Part } from "../item";
import { markOf } from "../mark";
import type { Protocol } from "../protocol";
import type { PublishedRound } from "../publication";
import { rankCountsOf } from "../ranking-figures";
import { conditionsOf, type Evidence, isAboutAnOrder, isAboutARanking, judge, type Rule } from "../rule";
import { judgeTold } from "../told-rule";
import { intervalsBehind } from "./estimates";
import { same } from "./report";

/** What does not hold of a verdict, and why it can't be judged again although its figure can. */
export type Agreement = { readonly wrong: string[]; readonly reason: string | null };

/** Judges a verdict of agreement again from the most that is published with it. */
export function agreementAgain(
  protocol: Protocol,
  item: Item,
  part: Part,
  round: PublishedRound,
  figure: ShownFigure,
): Agreement {
  const { consensus, mark, topPercent, bottomPercent } = figure;
  const isJudged = judgedParts(item).some(({ id }) => id === part.id);
  const rule = (isJudged && protocol.rules[item.kind]?.consensus) || null;
  if ((rule === null) !== (consensus === null))
    return onlyWrong("the verdict of agreement and the protocol's rule don't go together.");
  if (rule === null || consensus === null)
    return mark === null ? { wrong: [], reason: null } : onlyWrong(`it is marked ${mark} without a rule.`);
  const isOrder = isAboutAnOrder(rule);
  const wrong: string[] = [];
  if (mark !== (isOrder ? null : markOf(consensus.met, topPercent, bottomPercent, item.kind)))
    wrong.push(`the mark ${mark} does not follow.`);
  const told = judgeTold(rule, consensus.figures);
  if (told !== undefined && told !== consensus.met)
    wrong.push(`the figures of the rule of agreement give ${told}, published is ${consensus.met}.`);
  if (isOrder) return { wrong, reason: "who put the items in which order is published of nobody" };
  const evidence = evidenceFor(rule, item, part, round, figure);
  if (!evidence) return { wrong, reason: null };
  const judged = judge(rule, evidence.of);
  if (evidence.whole && judged.met !== consensus.met)
    wrong.push(`the rule of agreement gives ${judged.met}, published is ${consensus.met}.`);
  for (const [name, value] of Object.entries(consensus.figures))
    if (!same(value, judged.figures[name]))
      wrong.push(
        `${name} of the rule is ${value}, the published data give ${judged.figures[name] ?? "none"}.`,
      );
  return { wrong, reason: null };
}

const onlyWrong = (fault: string): Agreement => ({ wrong: [fault], reason: null });

/** `whole` where a verdict follows from it, and not only some of its figures. */
function evidenceFor(
  rule: Rule,
  item: Item,
  { scale }: Part,
  { figures }: PublishedRound,
  figure: ShownFigure,
): { readonly of: Evidence; readonly whole: boolean } | null {
  const { counts, stratum } = figure;
  const intervals = intervalsBehind(figures, figure);
  if (intervals) return { of: { estimates: intervals }, whole: true };
  if (counts === null) return onQuartiles(rule, figure);
  const ranks = isAboutARanking(rule) ? { rankCounts: rankCountsOf(item, figures, stratum) ?? [[0, 0]] } : {};
  return { of: { ...evidenceOfCounts(scale, counts), ...ranks }, whole: true };
}

const OF_QUARTILES = ["median", "q1", "q3", "iqr"];

/** Of a fine scale: answers that have this median and these quartiles (type 7), where the rule looks at nothing else. */
function onQuartiles(rule: Rule, { q1, median, q3 }: ShownFigure) {
  const usual = conditionsOf(rule).every(
    ({ measure, figure, minus, settings }) =>
      measure === "location-and-spread" &&
      (settings.quantileType ?? 7) === 7 &&
      OF_QUARTILES.includes(figure) &&
      OF_QUARTILES.includes(minus ?? figure),
  );
  if (!usual || median === null) return null;
  return q1 === null || q3 === null
    ? { of: { ratings: [median] }, whole: false }
    : { of: { ratings: [q1, q1, median, q3, q3] }, whole: true };
}
