import type { Attrition } from "../attrition";
import { shareMoved, shareOf } from "../attrition-groups";
import type { PartAudit } from "../attrition-part";
import { evidenceOfCounts, ratingsOf } from "../evidence";
import { figureOf, type ShownFigure } from "../figure";
import type { Edition, PublishedRound } from "../publication";
import { isAboutAnOrder, isAboutARanking, judge } from "../rule";
import { scaleValues } from "../scale";
import { fisherExact } from "../statistics/fisher-exact";
import { verdictRange } from "../verdict-range";
import { type Check, checked, type NotRecomputable, same } from "./report";

/** More that left than these are not divided over a scale again. */
const MOST_LEFT = 12;

/** What rounds tell of who took part, who left and whose words were read, as far as the figures give it. */
export function checkParticipation(edition: Edition): { check: Check; notRecomputable: NotRecomputable[] } {
  const faults = edition.rounds.flatMap((round) =>
    roundFaults(edition, round).map((fault) => `Round ${round.round}: ${fault}`),
  );
  const says =
    "Who left from one round to the next, and what that does to the verdicts, agrees with the figures of both rounds.";
  return {
    check: checked("participation", says, faults),
    notRecomputable: [ON_THE_ROLL, ...edition.rounds.flatMap(notRecomputableIn)],
  };
}

/** What stands on the roll, which no edition holds. */
const ON_THE_ROLL: NotRecomputable = {
  figure: "how many were invited to each round, were added to it later or had a link replaced",
  reason: "the roll is known to the organiser alone",
};

/** What only moderators or nobody at all could count again. */
const notRecomputableIn = ({ round, attrition, wordings = [], themes = [] }: PublishedRound) => [
  ...((attrition?.left ?? 0) > 0
    ? [
        {
          figure: `what leaving before round ${round} does to the verdicts`,
          reason: "which answers are those of who left is published of nobody",
        },
      ]
    : []),
  ...wordings.map(({ item }) => ({
    figure: `answers of round ${round} to former and to present words of ${item}`,
    reason: "which words somebody had read is published of nobody",
  })),
  ...themes
    .filter(({ n }) => n !== null)
    .map(({ item, name }) => ({
      figure: `experts of round ${round} who speak of “${name}” in ${item}`,
      reason: "not every text is published",
    })),
];

function roundFaults(edition: Edition, round: PublishedRound): string[] {
  const k = edition.protocol.minimumGroup;
  const { invited, submitted, wordings = [], attrition } = round;
  const wrong: string[] = [];
  if (submitted > invited) wrong.push(`${submitted} submitted, but ${invited} were invited.`);
  for (const { item, former, present } of wordings) {
    const told = [former, present].filter((group) => group !== null);
    if (told.length === 1 || told.some((group) => group !== 0 && group < k))
      wrong.push(`${item}: too few are told of who answered one of two wordings.`);
    if (told.reduce((sum, group) => sum + group, 0) > submitted)
      wrong.push(`${item}: more answered its two wordings than submitted.`);
  }
  return attrition ? [...wrong, ...attritionFaults(edition, round, attrition)] : wrong;
}

function attritionFaults(edition: Edition, round: PublishedRound, audit: Attrition): string[] {
  const earlier = edition.rounds.find((one) => one.round === audit.since);
  if (!earlier || audit.since !== round.round - 1 || audit.round !== round.round)
    return ["who left is not told against the round before."];
  const { before, left, joined, parts } = audit;
  const wrong: string[] = [];
  if (before !== earlier.submitted || left > before || before - left + joined !== round.submitted)
    wrong.push(`${before} before, ${left} left and ${joined} joined don't give who submitted.`);
  return [
    ...wrong,
    ...groupFaults(edition, earlier, round, audit),
    ...parts.flatMap((part) => partFaults(edition, earlier, round, left, part)),
  ];
}

function groupFaults(
  { protocol }: Edition,
  earlier: PublishedRound,
  round: PublishedRound,
  { groups, groupsDiffer }: Attrition,
): string[] {
  const wrong = groups.flatMap(({ stratum, before, left, shareBefore, shareNow, moved }) => {
    if (before === null || left === null || shareBefore === null || shareNow === null) return [];
    const now = Math.round((shareNow * round.submitted) / 100);
    const holds =
      before >= left &&
      now >= before - left &&
      same(shareBefore, shareOf(before, earlier.submitted)) &&
      same(shareNow, shareOf(now, round.submitted)) &&
      moved === shareMoved(shareBefore, shareNow);
    return holds ? [] : [`the group ${stratum} does not add up.`];
  });
  if (groups.map(({ stratum }) => stratum).join() !== protocol.strata.map(({ id }) => id).join())
    wrong.push("the groups of those who left are not those of the protocol.");
  if (groupsDiffer) {
    const table = groups.map(({ before, left }) => [(before ?? 0) - (left ?? 0), left ?? 0]);
    if (!same(groupsDiffer.p, fisherExact.compute({ table }).p))
      wrong.push("whether leaving depends on the group does not follow.");
  }
  return wrong;
}

function partFaults(
  edition: Edition,
  earlier: PublishedRound,
  round: PublishedRound,
  left: number,
  audit: PartAudit,
): string[] {
  const { item: id, part, comparison, verdict, completers, best, worst, assuming, flips } = audit;
  const item = edition.items.find((one) => one.id === id);
  const scale = item?.parts.find((one) => one.id === part)?.scale;
  if (!item || !scale) return [`${id}/${part} was not asked.`];
  const [now, before] = [round, earlier].map((one) => shown(one, id, part));
  const rule = edition.protocol.rules[item.kind]?.consensus;
  const k = edition.protocol.minimumGroup;
  const wrong: string[] = [];
  if (comparison) {
    const { nLeft, nStayed, medianLeft, medianStayed, difference } = comparison;
    if (nLeft < k || nStayed < k) wrong.push("fewer are compared than may be.");
    if (nLeft > left || (before && nLeft + nStayed !== before.n))
      wrong.push("leavers and stayers don't add up.");
    if (!same(difference, medianLeft - medianStayed))
      wrong.push("the difference of the medians does not follow.");
  }
  const cases = [completers, audit.carriedForward, best, worst].filter(({ notTold }) => notTold === null);
  const depends = verdict.met === null ? null : cases.some(({ met }) => met !== verdict.met);
  if (flips !== depends) wrong.push("whether its verdict depends on who left does not follow.");
  if (now && rule && !isAboutAnOrder(rule) && !isAboutARanking(rule)) {
    if (verdict.notTold === null && verdict.met !== now.consensus?.met)
      wrong.push("its verdict is not that of the figure.");
    const pairs = now.stability?.since === earlier.round ? now.stability.pairCounts : null;
    if (pairs && completers.notTold === null)
      if (judge(rule, evidenceOfCounts(scale, pairs.later)).met !== completers.met)
        wrong.push("the verdict on completers does not follow.");
    if (assuming === "any-answer" && now.counts && left <= MOST_LEFT) {
      const certain = ratingsOf(scale, now.counts);
      // Earlier versions counted only those of them who had answered this part.
      const follows = Array.from({ length: left + 1 }, (_, count) => left - count).some((count) => {
        const range = verdictRange(rule, scale, certain, [{ points: scaleValues(scale), count }]);
        return range.best === best.met && range.worst === worst.met;
      });
      if (!follows && best.notTold !== "no-rule" && verdict.notTold === null)
        wrong.push("the best and the worst case don't follow.");
    }
  }
  return wrong.map((fault) => `${id}/${part}: ${fault}`);
}

const shown = ({ figures }: PublishedRound, item: string, part: string): ShownFigure | null => {
  const figure = figureOf(figures, item, part);
  return figure?.withheld === null ? figure : null;
};
