import { expect, test } from "vitest";
import { answersFrom } from "@/app/(panel)/panel/questionnaire/_parts/control-answer";
import type { RoundAnswers } from "@/delphi/analysis";
import { type Answer, checkAnswers, openParts } from "@/delphi/answer";
import { optionsInOrder, readForemost } from "@/delphi/as-one-figures";
import { proposeCarryForward } from "@/delphi/carry-forward";
import { readDesign, writeDesign } from "@/delphi/design-file";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import { readFigure } from "@/delphi/figure-reading";
import { Item, type Item as ItemType } from "@/delphi/item";
import { protocolProblems } from "@/delphi/protocol-problems";
import { minutesFor } from "@/delphi/questionnaire";
import { repeatable } from "@/delphi/repeatable";
import { drawTendencies, simulateFirst, simulateNext } from "@/delphi/simulation";
import { kendallW } from "@/delphi/statistics/kendall-w";
import { readConsensus } from "@/delphi/verdict-reading";
import { allocationSoFar, rankingSoFar } from "@/delphi/whole-answer";
import { aBundle, faultsOf, unproven, verified } from "../trust/a-bundle";
import { anAllocation, aRanking, withOrderRules } from "./a-ranking";
import { shownOf } from "./a-round";
import { say } from "./say";

const both = [aRanking, anAllocation];
const protocol = withOrderRules(both);
const PLACES = ["bridge", "ferry", "tunnel"];

const answer = (item: ItemType, values: readonly (number | null)[]): Answer[] =>
  values.flatMap((value, at) =>
    value === null ? [] : [{ item: item.id, part: PLACES[at]!, value, abstained: false }],
  );
const outside = (item: ItemType): Answer => ({ item: item.id, part: "bridge", value: null, abstained: true });

const problems = (item: ItemType, values: readonly (number | null)[], as?: "draft") =>
  checkAnswers([item], answer(item, values), as).problems.map(({ message }) => message);

test("a ranking counts when every option has a rank of its own, and a draft may be on its way there", () => {
  expect(problems(aRanking, [2, 1, 3])).toEqual([]);
  expect(problems(aRanking, [2, 2, 3])).toEqual([
    "In “Which crossing comes first?”, rank 2 is given 2 times.",
  ]);
  expect(problems(aRanking, [2, null, 3])).toEqual([
    "In “Which crossing comes first?”, 2 of 3 options have a rank.",
  ]);
  for (const begun of [
    [2, 2, 3],
    [2, null, null],
    [1, 1, 1],
  ])
    expect(problems(aRanking, begun, "draft")).toEqual([]);
  expect(problems(aRanking, [2, 1, 4], "draft")).toHaveLength(1);
});

test("an allocation counts when exactly all points are given, and what got none is given 0", () => {
  expect(problems(anAllocation, [60, 40, 0])).toEqual([]);
  expect(problems(anAllocation, [60, 35, 0])).toEqual([
    "In “How should the money be shared?”, you have given 95 of 100 points.",
  ]);
  expect(problems(anAllocation, [60, 60, null])).toHaveLength(1);
  expect(problems(anAllocation, [60, 35, 0], "draft")).toEqual([]);
  expect(problems(anAllocation, [60, 38, 2], "draft")).not.toEqual([]);
  const whole = checkAnswers([anAllocation], answer(anAllocation, [60, 40, null])).answers;
  expect(whole.map(({ value }) => value)).toEqual([60, 40, 0]);
  const begun = checkAnswers([anAllocation], answer(anAllocation, [60, null, null]), "draft").answers;
  expect(begun).toHaveLength(1);
});

test("what is outside one's expertise is so for all options, and no number stands beside it", () => {
  for (const item of both) {
    const { answers } = checkAnswers([item], [outside(item)]);
    expect(answers.map(({ abstained }) => abstained)).toEqual([true, true, true]);
    const mixed = checkAnswers([item], [outside(item), ...answer(item, [null, 1, null])], "draft");
    expect(mixed.problems).not.toEqual([]);
  }
  const said = answersFrom(
    [
      { name: "order/ferry", given: "1", isText: false },
      { name: "order/=", given: "bridge=abstain", isText: false },
    ],
    "abstain",
  );
  expect(said).toEqual([outside(aRanking)]);
});

test("an untouched question is open, one that was begun is not, and each is one question", () => {
  expect(openParts(both, [])).toHaveLength(2);
  expect(openParts(both, answer(aRanking, [null, null, 1]))).toHaveLength(1);
  expect(minutesFor(both)).toBe(2);
});

test("what is still missing is told from the numbers alone", () => {
  expect(rankingSoFar([null, null])).toMatchObject({ state: "none" });
  expect(rankingSoFar([2, null])).toMatchObject({ state: "some", values: { given: 1, of: 2 } });
  expect(rankingSoFar([3, 3, 1])).toMatchObject({ state: "twice", values: { rank: 3, count: 2 } });
  expect(allocationSoFar([null], 100)).toMatchObject({ state: "none" });
  expect(allocationSoFar([95, null], 100)).toMatchObject({ state: "under", values: { left: 5 } });
  expect(allocationSoFar([95, 10], 100)).toMatchObject({ state: "over", values: { over: 5 } });
  expect(allocationSoFar([95, 5, null], 100)).toMatchObject({ state: "whole" });
});

test("a design whose ranks or points don't fit its options is refused, and a fitting one survives its file", () => {
  const [first, ...others] = aRanking.parts;
  expect(Item.safeParse({ ...aRanking, parts: others }).success).toBe(false);
  expect(Item.safeParse({ ...anAllocation, parts: [first, ...anAllocation.parts.slice(1)] }).success).toBe(
    false,
  );
  const uneven = { kind: "points", total: 100, step: 7 };
  const parts = anAllocation.parts.map((part) => ({ ...part, scale: uneven }));
  expect(Item.safeParse({ ...anAllocation, parts }).success).toBe(false);
  const design = {
    slug: "design",
    content: {
      title: "A",
      question: "B",
      background: "",
      perspective: "",
      organiser: "",
      contact: "" as const,
    },
    sources: [],
    positions: [],
    items: both,
    protocol,
  };
  const read = readDesign(writeDesign(design));
  expect(read.ok && read.value.items).toEqual(both);
});

const roundOf = (round: number, ranks: readonly number[][], points: readonly number[][]): RoundAnswers => ({
  round,
  items: both,
  seats: ranks.map((own, at) => ({
    seat: `seat-${at}`,
    stratum: null,
    values: new Map(
      PLACES.flatMap((part, place): [string, number][] => [
        [`order/${part}`, own[place]!],
        [`money/${part}`, points[at % points.length]![place]!],
      ]),
    ),
  })),
});
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const shown = (figures: ReturnType<typeof shownOf>, item: string, part: string): ShownFigure => {
  const figure = figureOf(figures, item, part);
  if (figure?.withheld !== null) throw new Error(`${item}/${part} is withheld.`);
  return figure;
};

const RANKS = [...times(8, [1, 2, 3]), ...times(4, [2, 1, 3])];
const POINTS = [...times(6, [50, 30, 20]), ...times(6, [60, 30, 10])];

test("agreement on a ranking is Kendall's W over its options, and each option carries the same verdict", () => {
  const figures = shownOf(protocol, [roundOf(1, RANKS, POINTS)]);
  const w = kendallW.compute({ ratings: PLACES.map((_, at) => RANKS.map((own) => own[at]!)) }).w!;
  for (const part of PLACES) {
    const figure = shown(figures, "order", part);
    expect(figure.consensus!.figures.w).toBeCloseTo(w, 12);
    expect(figure).toMatchObject({ mark: "agreed", consensus: { met: true } });
  }
  expect(shown(figures, "order", "bridge").counts).toEqual([8, 4, 0]);
  const bridge = shown(figures, "order", "bridge");
  expect(say(readFigure(aRanking, aRanking.parts[0]!, bridge, 5))).toBe(
    "On average “By bridge” has rank 1.3 of 3 (mean rank 1.3, median 1, 12 experts).",
  );
  expect(say(readForemost(aRanking, figures))).toBe(
    "“By bridge” comes first with a mean rank of 1.3, before “By ferry” with 1.7",
  );
  expect(say(readConsensus(aRanking, bridge))).toBe(
    "The panel agrees on the order of the options (Kendall’s W 0.78)",
  );
  const torn = shownOf(protocol, [roundOf(1, [...times(6, [1, 2, 3]), ...times(6, [3, 2, 1])], POINTS)]);
  expect(shown(torn, "order", "tunnel")).toMatchObject({ mark: "open", consensus: { met: false } });
});

test("of points given the median and the middle half are told, never single values, and each option is judged", () => {
  const figures = shownOf(protocol, [roundOf(1, RANKS, POINTS)]);
  const bridge = shown(figures, "money", "bridge");
  expect(bridge).toMatchObject({ counts: null, median: 55, q1: 50, q3: 60, mark: "agreed" });
  expect(optionsInOrder(anAllocation, figures).map(({ part }) => part.id)).toEqual(PLACES);
  expect(say(readForemost(anAllocation, figures))).toBe(
    "“By bridge” gets most, a median of 55 of 100 points, before “By ferry” with 30",
  );
  const apart = shownOf(protocol, [
    roundOf(1, RANKS, [
      [90, 5, 5],
      [10, 45, 45],
      [50, 25, 25],
    ]),
  ]);
  expect(shown(apart, "money", "bridge")).toMatchObject({ mark: "open", consensus: { met: false } });
  const few = shownOf(protocol, [roundOf(1, RANKS.slice(0, 6), POINTS)]);
  expect(shown(few, "money", "bridge")).toMatchObject({ counts: null, q1: null, q3: null, iqr: null });
});

test("nobody's whole ranking can be told: no combination, no change table, nothing below k", () => {
  const rounds = [roundOf(1, RANKS, POINTS), roundOf(2, [...RANKS].reverse(), POINTS)];
  const figures = shownOf(protocol, rounds);
  for (const figure of figures.filter(({ round }) => round === 2)) {
    expect(figure.withheld).toBeNull();
    if (figure.withheld === null) expect(figure.stability!.table).toBeNull();
  }
  const four = shownOf(protocol, [roundOf(1, RANKS.slice(0, 4), POINTS)]);
  expect(four.every(({ withheld }) => withheld === "fewer-than-k")).toBe(true);
});

test("a ranking is settled when the median rank of every option holds still", () => {
  const still = [roundOf(1, RANKS, POINTS), roundOf(2, RANKS, POINTS)];
  const moved = [roundOf(1, RANKS, POINTS), roundOf(2, times(12, [3, 2, 1]), POINTS)];
  const proposal = (rounds: RoundAnswers[]) =>
    proposeCarryForward(
      protocol,
      both,
      ["order", "money"],
      shownOf(protocol, rounds).filter(({ round }) => round === 2),
    ).map((one) => one.because);
  expect(proposal(still)).toEqual(["stable", "stable"]);
  expect(proposal(moved)).toEqual(["not-stable-yet", "stable"]);
});

test("a published ranking and its verdict are verified from the counts, an allocation as far as it is told", () => {
  const settings = { spread: 0.1, convergence: 0.5, abstaining: 0 };
  const tendencies = drawTendencies(both, repeatable(7));
  const seatsOf = (answers: readonly Answer[][]) =>
    answers.map((own, at) => ({
      seat: `seat-${at}`,
      stratum: null,
      values: new Map(own.map(({ item, part, value }) => [`${item}/${part}`, value as number])),
    }));
  const random = repeatable(1);
  const first = Array.from({ length: 14 }, (_, at) => [
    ...simulateFirst(both, { lean: at / 14 }, tendencies, settings, random),
  ]);
  const rounds = [first, first].map(seatsOf);
  const bundle = aBundle({ protocol, items: both, rounds });
  const report = verified(bundle);
  expect(faultsOf(report)).toEqual([]);
  expect(unproven(report).map(({ reason }) => reason)).toEqual(
    times(6, "single values are too fine to show"),
  );
});

test("simulated experts rank every option once and give out all points, in later rounds closer to the panel", () => {
  const random = repeatable(3);
  const settings = { spread: 0.2, convergence: 1, abstaining: 0.1 };
  const tendencies = drawTendencies(both, random);
  const medians = new Map([
    ["order/bridge", 3],
    ["order/ferry", 2],
    ["order/tunnel", 1],
    ["money/bridge", 0],
    ["money/ferry", 0],
    ["money/tunnel", 100],
  ]);
  for (let at = 0; at < 60; at += 1) {
    const first = simulateFirst(both, { lean: at / 60 }, tendencies, settings, random);
    expect(checkAnswers(both, first).problems).toEqual([]);
    const before = new Map(first.map(({ item, part, value }) => [`${item}/${part}`, value as number | null]));
    const next = simulateNext(both, before, medians, settings, random);
    expect(checkAnswers(both, next).problems).toEqual([]);
    for (const item of both) {
      const distance = (answers: readonly Answer[]) =>
        answers
          .filter((one) => one.item === item.id && !one.abstained)
          .reduce(
            (sum, one) => sum + Math.abs((one.value as number) - medians.get(`${item.id}/${one.part}`)!),
            0,
          );
      expect(distance(next)).toBeLessThanOrEqual(distance(first));
    }
  }
});

test("the usual rules fit, with panels of any size, and a rule for points on a scale does not", () => {
  expect(protocolProblems(protocol, both, 12)).toEqual([]);
  const wrong = { ...protocol, rules: { ...protocol.rules, ranking: protocol.rules.option! } };
  expect(protocolProblems(wrong, both, 12)[0]!.message).toContain("asks for an order");
});
