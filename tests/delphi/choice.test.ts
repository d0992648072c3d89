import { expect, test } from "vitest";
import { answersFrom } from "@/app/(panel)/panel/questionnaire/_parts/control-answer";
import type { RoundAnswers } from "@/delphi/analysis";
import { type Answer, checkAnswers, openParts } from "@/delphi/answer";
import { readForemost } from "@/delphi/as-one-figures";
import { figureOf } from "@/delphi/figure";
import { readFigure } from "@/delphi/figure-reading";
import type { Item } from "@/delphi/item";
import { protocolProblems } from "@/delphi/protocol-problems";
import { repeatable } from "@/delphi/repeatable";
import { drawTendencies, simulateFirst, simulateNext } from "@/delphi/simulation";
import { aBundle, faultsOf, unproven, verified } from "../trust/a-bundle";
import { aChoice, withChoiceRules } from "./a-choice";
import { shownOf } from "./a-round";
import { say } from "./say";

const one = aChoice("one");
const many = aChoice("many");

const given = (part: string, value: number | string | null): Answer => ({
  item: "crossing",
  part,
  value,
  abstained: value === null,
});
const valuesOf = (item: Item, answers: readonly Answer[]) =>
  Object.fromEntries(checkAnswers([item], answers).answers.map(({ part, value }) => [part, value]));

test("choosing an option passes the others over, and an untouched question is not answered", () => {
  expect(valuesOf(one, [given("ferry", 1)])).toEqual({ bridge: 0, ferry: 1, tunnel: 0, other: 0 });
  expect(valuesOf(many, [given("ferry", 1), given("tunnel", 1)])).toEqual({
    bridge: 0,
    ferry: 1,
    tunnel: 1,
    other: 0,
  });
  expect(valuesOf(many, [given("bridge", 0)])).toEqual({ bridge: 0, ferry: 0, tunnel: 0, other: 0 });
  expect(valuesOf(many, [])).toEqual({});
  expect(openParts([one, { ...many, id: "second" }], [])).toHaveLength(2);
});

test("another answer in words is never lost: it chooses “another answer”, or stands beside what was chosen", () => {
  expect(valuesOf(one, [given("other-text", "A rope")])).toEqual({
    bridge: 0,
    ferry: 0,
    tunnel: 0,
    other: 1,
    "other-text": "A rope",
  });
  expect(valuesOf(one, [given("other-text", "A rope"), given("ferry", 1)])).toMatchObject({
    ferry: 1,
    other: 0,
    "other-text": "A rope",
  });
  expect(valuesOf(many, [given("other-text", "A rope"), given("ferry", 1)])).toMatchObject({
    ferry: 1,
    other: 1,
  });
});

test("two options where one is asked for, or an option and no expertise, are refused with a sentence", () => {
  const problems = (item: Item, ...answers: Answer[]) =>
    checkAnswers([item], answers).problems.map(({ message }) => message);
  expect(problems(one, given("ferry", 1), given("tunnel", 1))).toEqual([
    "“How should the river be crossed?” takes exactly one option; 2 were chosen.",
  ]);
  expect(problems(many, given("ferry", 1), given("tunnel", null))[0]).toContain("not both");
  expect(problems(one, given("ferry", null))).toEqual([]);
  expect(problems(many, given("ferry", 2))).toHaveLength(1);
});

test("a form says the same with radios and with boxes, and a tick overrules “none of these”", () => {
  const said = (...controls: [string, string][]) =>
    answersFrom(
      controls.map(([name, value]) => ({ name: `crossing/${name}`, given: value, isText: false })),
      "abstain",
    );
  expect(said(["=", "ferry=1"])).toEqual([given("ferry", 1)]);
  expect(said(["=", "bridge=abstain"])).toEqual([given("bridge", null)]);
  expect(said(["=", ""])).toEqual([]);
  expect(said(["ferry", "1"], ["=", "bridge=0"])).toEqual([given("ferry", 1)]);
  expect(said(["=", "bridge=0"])).toEqual([given("bridge", 0)]);
});

/** `shares` experts choose each option; where many may be chosen, those who choose the ferry choose the bridge too. */
function aRoundOf(item: Item, round: number, chosen: readonly string[][]): RoundAnswers {
  return {
    round,
    items: [item],
    seats: chosen.map((options, at) => ({
      seat: `seat-${at}`,
      stratum: null,
      values: new Map(
        ["bridge", "ferry", "tunnel", "other"].map((part) => [
          `${item.id}/${part}`,
          options.includes(part) ? 1 : 0,
        ]),
      ),
    })),
  };
}

const times = (count: number, ...options: string[]): string[][] =>
  Array.from({ length: count }, () => options);

test("several choices are counted by option and never by combination", () => {
  const round = aRoundOf(many, 1, [...times(5, "bridge", "ferry"), ...times(3, "bridge"), ...times(2)]);
  const figures = shownOf(withChoiceRules([many]), [round]);
  const counts = (part: string) => {
    const figure = figureOf(figures, "crossing", part);
    return figure?.withheld === null ? figure.counts : null;
  };
  expect([counts("bridge"), counts("ferry"), counts("tunnel")]).toEqual([
    [2, 8],
    [5, 5],
    [10, 0],
  ]);
  expect(JSON.stringify(figures)).not.toContain("bridge,ferry");
  const bridge = figureOf(figures, "crossing", "bridge")!;
  expect(say(readFigure(many, many.parts[0]!, bridge, 5))).toBe("8 of 10 experts chose “By bridge” (80%).");
  expect(bridge).toMatchObject({ mark: "agreed", consensus: { met: true } });
  expect(figureOf(figures, "crossing", "tunnel")).toMatchObject({ mark: "open", consensus: { met: false } });
});

test("below k nothing is told of any option, and change tables of options are never released", () => {
  const few = shownOf(withChoiceRules([one]), [aRoundOf(one, 1, times(4, "ferry"))]);
  expect(few.every(({ withheld }) => withheld === "fewer-than-k")).toBe(true);
  const rounds = [
    aRoundOf(one, 1, [...times(6, "ferry"), ...times(6, "bridge")]),
    aRoundOf(one, 2, [...times(9, "ferry"), ...times(3, "bridge")]),
  ];
  const later = shownOf(withChoiceRules([one]), rounds).filter(({ round }) => round === 2);
  for (const figure of later) {
    expect(figure.withheld).toBeNull();
    if (figure.withheld === null) expect(figure.stability).toMatchObject({ table: null, pairs: 12 });
  }
});

test("what was chosen most opens the finding, and a draw says so", () => {
  const shown = (chosen: string[][]) => shownOf(withChoiceRules([one]), [aRoundOf(one, 1, chosen)]);
  const most = shown([...times(6, "ferry"), ...times(4, "bridge")]);
  expect(say(readForemost(one, most))).toBe("6 of 10 experts chose “By ferry”");
  const drawn = shown([...times(5, "ferry"), ...times(5, "bridge")]);
  expect(say(readForemost(one, drawn))).toBe(
    "“By bridge” and “By ferry” were chosen equally often, each by 5 of 10 experts",
  );
});

test("a published choice is verified from its counts to the last option", () => {
  const played = {
    protocol: withChoiceRules([one, { ...many, id: "second" }]),
    items: [one, { ...many, id: "second" }],
    rounds: [1, 2].map((round) => {
      const random = repeatable(round);
      const tendencies = drawTendencies([one, { ...many, id: "second" }], repeatable(7));
      return Array.from({ length: 14 }, (_, at) => {
        const answers = simulateFirst(
          [one, { ...many, id: "second" }],
          { lean: at / 14 },
          tendencies,
          { spread: 0.15, convergence: 0.3, abstaining: 0 },
          random,
        );
        return {
          seat: `seat-${at}`,
          stratum: null,
          values: new Map(answers.map(({ item, part, value }) => [`${item}/${part}`, value as number])),
        };
      });
    }),
  };
  const report = verified(aBundle(played));
  expect(faultsOf(report)).toEqual([]);
  expect(unproven(report)).toEqual([]);
});

test("simulated experts choose as people may: one where one is asked, and in later rounds too", () => {
  const random = repeatable(3);
  const settings = { spread: 0.2, convergence: 1, abstaining: 0.1 };
  const tendencies = drawTendencies([one], random);
  for (let at = 0; at < 50; at += 1) {
    const first = simulateFirst([one], { lean: at / 50 }, tendencies, settings, random);
    expect(checkAnswers([one], first).problems).toEqual([]);
    const before = new Map(first.map(({ part, value }) => [`crossing/${part}`, value as number | null]));
    const next = simulateNext([one], before, new Map([["crossing/ferry", 1]]), settings, random);
    expect(checkAnswers([one], next).problems).toEqual([]);
    if (before.get("crossing/ferry") !== null)
      expect(next).toContainEqual({ item: "crossing", part: "ferry", value: 1, abstained: false });
  }
});

test("the usual rules of a choice fit it, in a study of one round too", () => {
  expect(protocolProblems(withChoiceRules([one]), [one], 12)).toEqual([]);
});
