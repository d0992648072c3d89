import { expect, test } from "vitest";
import { answersFrom } from "@/app/(panel)/panel/questionnaire/_parts/control-answer";
import { readItems } from "@/cli/items-file";
import { type Answer, checkAnswers, openParts } from "@/delphi/answer";
import { proposeCarryForward } from "@/delphi/carry-forward";
import { csvOf } from "@/delphi/csv";
import { itemsTable } from "@/delphi/deposit/items-table";
import { estimateOf } from "@/delphi/estimate";
import { estimateFigures, readEstimate } from "@/delphi/estimate-figures";
import { type Figure, figureOf, type ShownFigure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { isUnfinished } from "@/delphi/one-answer";
import { protocolProblems } from "@/delphi/protocol-problems";
import type { Edition } from "@/delphi/publication";
import { dayOf, quantityIn, quantityText } from "@/delphi/quantity";
import { minutesFor } from "@/delphi/questionnaire";
import { repeatable } from "@/delphi/repeatable";
import { Scale } from "@/delphi/scale";
import { drawTendencies, simulateFirst, simulateNext } from "@/delphi/simulation";
import { readConsensus, readStability } from "@/delphi/verdict-reading";
import { fc } from "../draws";
import { aBundle, faultsOf, verified } from "../trust/a-bundle";
import { shownOf } from "./a-round";
import {
  anEstimate,
  anEstimateRound,
  around,
  DAYS,
  type Four,
  GIGAWATTS,
  withEstimateRules,
} from "./an-estimate";
import { say } from "./say";

const capacity = anEstimate();
const opening = anEstimate(DAYS, "opening");

const given = (item: Item, ...four: readonly (number | string | null)[]): Answer[] =>
  item.parts.flatMap(({ id }, at) =>
    four[at] === undefined || four[at] === null
      ? []
      : [{ item: item.id, part: id, value: four[at]!, abstained: false }],
  );
const faults = (item: Item, answers: readonly Answer[], stage?: "draft") =>
  checkAnswers([item], answers, stage).problems.map(({ message }) => message);

test("an estimate in order is taken, and what is out of order is said with both values", () => {
  expect(faults(capacity, given(capacity, 8, 16, 10, 80))).toEqual([]);
  expect(faults(capacity, given(capacity, 10, 10, 10, 100))).toEqual([]);
  expect(faults(capacity, given(capacity, 12, 16, 10, 80))).toEqual([
    "“How much will be installed by 2035?”: The lowest plausible value is above your best estimate: 12 GW is more than 10 GW.",
  ]);
  expect(faults(capacity, given(capacity, 8, 9, 10, 80))[0]).toContain("9 GW is less than 10 GW.");
  const days = [dayOf("2031-05-03"), dayOf("2032-01-01"), dayOf("2031-04-01")];
  expect(faults(opening, given(opening, ...days, 70))[0]).toContain(
    "The earliest plausible date is after your best estimate: 3 May 2031 is later than 1 April 2031.",
  );
});

test("half an estimate is missing something, and one outside its bounds or finer than asked says so", () => {
  expect(faults(capacity, given(capacity, 8, 16))[0]).toContain("Your best estimate is missing.");
  expect(faults(capacity, given(capacity, -1, 16, 10, 80))[0]).toContain(
    "below the lowest possible value, 0 GW",
  );
  expect(faults(capacity, given(capacity, 8.25, 16, 10, 80))[0]).toContain("more than one decimal");
  expect(faults(capacity, given(capacity, 8, 16, 10, 40))[0]).toContain(
    "below the lowest possible value, 50%",
  );
  expect(faults(opening, given(opening, 1, 30_000, 25_000, 80))[0]).toContain(
    "before the first possible day",
  );
  expect(openParts([capacity], [])).toHaveLength(1);
});

test("a draft keeps what was typed, in any order and half given, and only the submission refuses it", () => {
  const typed = given(capacity, "about 12", 9, 10);
  expect(faults(capacity, typed, "draft")).toEqual([]);
  expect(checkAnswers([capacity], typed, "draft").answers).toContainEqual(typed[0]);
  expect(faults(capacity, typed)).toEqual([
    "“How much will be installed by 2035?”: “about 12” is not a number. Write it with digits, like 1200 or 12.5.",
  ]);
  expect(faults(capacity, given(capacity, "x".repeat(200)), "draft")).toHaveLength(1);
});

test("an estimate that was begun is unfinished until it can be submitted, and one outside one's field never is", () => {
  const none: Answer = { item: "capacity", part: "low", value: null, abstained: true };
  expect(isUnfinished(capacity, [])).toBe(false);
  for (const four of [
    [8, 16],
    [12, 16, 10, 80],
    ["about 12", 16, 10, 80],
    [8, 16, 10],
  ] as const)
    expect(isUnfinished(capacity, given(capacity, ...four))).toBe(true);
  expect(isUnfinished(capacity, given(capacity, 8, 16, 10, 80))).toBe(false);
  expect(isUnfinished(capacity, [none])).toBe(false);
});

test("who is no expert for one part is none for all, and a number beside it is refused", () => {
  const none: Answer = { item: "capacity", part: "low", value: null, abstained: true };
  expect(checkAnswers([capacity], [none]).answers).toHaveLength(4);
  expect(faults(capacity, [none, ...given(capacity, null, 9)])[0]).toContain("not both");
});

test("numbers are read as people write them, and what could be meant two ways is asked about", () => {
  expect([" 12.5 ", "12,500", "1 200", "−3", ".5"].map((typed) => quantityIn("number", typed))).toEqual([
    12.5, 12_500, 1200, -3, 0.5,
  ]);
  expect(["12,5", "1e5", "twelve", "0x10"].map((typed) => quantityIn("number", typed))).toEqual([
    "12,5",
    "1e5",
    "twelve",
    "0x10",
  ]);
  expect(quantityIn("date", "2031-02-30")).toBe("2031-02-30");
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 200_000 }), (day) => {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(quantityIn("date", iso)).toBe(day);
    }),
  );
  expect(quantityText(GIGAWATTS, 12_500)).toBe("12,500 GW");
  expect(quantityText(DAYS, dayOf("2031-05-14")!)).toBe("14 May 2031");
});

test("a form says the numbers as typed, and “outside my expertise” overrules them", () => {
  const control = (name: string, typed: string, quantity?: "number") => ({
    name: `capacity/${name}`,
    given: typed,
    isText: false,
    quantity,
  });
  expect(answersFrom([control("low", "8", "number"), control("best", "ten", "number")], "abstain")).toEqual(
    given(capacity, 8, null, "ten"),
  );
  expect(
    answersFrom(
      [control("low", "8", "number"), control("confidence", "80"), control("=", "low=abstain")],
      "abstain",
    ),
  ).toEqual([{ item: "capacity", part: "low", value: null, abstained: true }]);
});

test("intervals are brought to 80% confidence, within the bounds and as finely as asked", () => {
  const seat = anEstimateRound(capacity, 1, [[6, 14, 10, 50]]).seats[0]!;
  expect(estimateOf(capacity, seat)).toEqual({ lower: 3.6, best: 10, upper: 16.4 });
  const atZero = anEstimateRound(capacity, 1, [[1, 30, 10, 50]]).seats[0]!;
  expect(estimateOf(capacity, atZero)).toEqual({ lower: 0, best: 10, upper: 42 });
});

const shown = (figures: readonly Figure[], part: string, stratum: string | null = null): ShownFigure => {
  const figure = figureOf(figures, "capacity", part, stratum);
  if (figure?.withheld !== null) throw new Error(`${part} is withheld`);
  return figure;
};

test("of eight experts the middle values are shown and nothing finer, of four nothing at all", () => {
  const protocol = withEstimateRules([capacity]);
  const figures = shownOf(protocol, [anEstimateRound(capacity, 1, around(10, 11, 12, 13, 14, 15, 16, 90))]);
  const best = shown(figures, "best");
  expect(best).toMatchObject({ n: 8, median: 13.5, q1: null, q3: null, iqr: null, counts: null });
  expect(best.intervals).toBeUndefined();
  expect(shown(figures, "low")).toMatchObject({ median: 8.5, consensus: null, stability: null });
  expect(JSON.stringify(figures)).not.toContain("90");
  const few = shownOf(protocol, [anEstimateRound(capacity, 1, around(10, 11, 12, 13))]);
  expect(few.every(({ withheld }) => withheld === "fewer-than-k")).toBe(true);
});

test("a panel agrees where most intervals hold its best estimate, and is steady where that hardly moves", () => {
  const protocol = withEstimateRules([capacity]);
  const first = around(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
  const second = around(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31).map(
    ([low, high, best, sure], at): Four =>
      at === 5 ? [low + 1, high + 1, best + 1, sure] : [low, high, best, sure],
  );
  const rounds = [anEstimateRound(capacity, 1, first), anEstimateRound(capacity, 2, second)];
  const figures = shownOf(protocol, rounds);
  const of = (round: number) =>
    shown(
      figures.filter((one) => one.round === round),
      "best",
    );
  expect(of(1)).toMatchObject({ median: 25.5, q1: 22.75, mark: "agreed", consensus: { met: true } });
  expect(say(readConsensus(capacity, of(1)))).toBe(
    "Agreed by the declared rule: 10 of 12 intervals hold the panel’s best estimate",
  );
  expect(of(2).stability).toMatchObject({
    met: true,
    pairs: 12,
    table: null,
    held: { table: "fine-grained" },
  });
  expect(say(readStability(of(2)))).toBe(
    "Steady: since round 1 the best estimate moved by 5% of the usual width of an interval, and intervals kept their width",
  );
  const later = figures.filter((one) => one.round === 2);
  expect(proposeCarryForward(protocol, [capacity], ["capacity"], later)).toMatchObject([
    { proposal: "settled", because: "stable" },
  ]);
  const finding = estimateFigures(capacity, later)!;
  expect(say(readEstimate(capacity, finding))).toBe(
    "The panel’s best estimate is 26 GW, plausibly between 21 GW and 31 GW",
  );
});

test("camps that don’t think each other’s values possible do not agree, in any unit and for dates", () => {
  const apart = [...around(20, 21, 22, 23, 24), ...around(80, 81, 82, 83, 84)];
  for (const item of [capacity, opening]) {
    const moved = apart.map(
      ([low, high, best, sure]): Four =>
        item === opening ? [low + 21_000, high + 21_000, best + 21_000, sure] : [low, high, best, sure],
    );
    const figures = shownOf(withEstimateRules([item]), [anEstimateRound(item, 1, moved)]);
    expect(figureOf(figures, item.id, "best")).toMatchObject({ mark: "open", consensus: { met: false } });
  }
});

test("single estimates are shown only where the protocol says so, of the whole panel alone, and by size", () => {
  const protocol = {
    ...withEstimateRules([capacity], true),
    strata: ["north", "south"].map((id) => ({ id, title: id })),
  };
  const rounds = [
    anEstimateRound(capacity, 1, around(14, 12, 10, 16, 13, 11, 15, 12, 14, 13), (at) =>
      at % 2 ? "north" : "south",
    ),
  ];
  const figures = shownOf(protocol, rounds);
  expect(shown(figures, "best").intervals?.map(({ best }) => best)).toEqual([
    10, 11, 12, 12, 13, 13, 14, 14, 15, 16,
  ]);
  expect(shown(figures, "best", "north").intervals).toBeUndefined();
  expect(shown(figures, "low").intervals).toBeUndefined();
});

test("where one expert has left, the single estimates of the next round are kept back: one would be known to be theirs", () => {
  const protocol = withEstimateRules([capacity], true);
  const ten = around(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
  const nine = [...ten.slice(0, 9), undefined];
  const figures = shownOf(protocol, [anEstimateRound(capacity, 1, ten), anEstimateRound(capacity, 2, nine)]);
  const later = shown(
    figures.filter(({ round }) => round === 2),
    "best",
  );
  expect(later.intervals).toBeUndefined();
  expect(later.median).toBe(14);
  const { stability: _, ...rules } = protocol.rules.estimate!;
  const silent = { ...protocol, rules: { estimate: { ...rules, stability: null } } };
  const without = shownOf(silent, [anEstimateRound(capacity, 1, ten), anEstimateRound(capacity, 2, nine)]);
  expect(
    shown(
      without.filter(({ round }) => round === 2),
      "best",
    ).intervals,
  ).toBeUndefined();
});

const settings = { spread: 0.15, convergence: 0.4, abstaining: 0.05 };

/** Two rounds of a simulated panel, as a bundle plays them. */
function played(items: readonly Item[], showsIntervals: boolean) {
  const tendencies = drawTendencies(items, repeatable(7));
  const random = repeatable(5);
  const first = Array.from({ length: 14 }, (_, at) =>
    simulateFirst(items, { lean: at / 14 }, tendencies, { ...settings, abstaining: 0 }, random),
  );
  const valuesOf = (answers: readonly Answer[]) =>
    new Map(answers.map(({ item, part, value }) => [`${item}/${part}`, value as number | null]));
  const medians = new Map(items.map((item) => [`${item.id}/best`, item === opening ? 22_000 : 40]));
  const second = first.map((answers) => simulateNext(items, valuesOf(answers), medians, settings, random));
  const rounds = [first, second].map((seats) =>
    seats.map((answers, at) => ({ seat: `seat-${at}`, stratum: null, values: valuesOf(answers) })),
  );
  return { protocol: withEstimateRules(items, showsIntervals), items, rounds };
}

test("a published estimate is verified to its verdicts where single ones are shown, and says why not elsewhere", () => {
  const open = verified(aBundle(played([capacity, opening], true)));
  expect(faultsOf(open)).toEqual([]);
  expect(open.notRecomputable.filter(({ figure }) => figure.includes("best"))).toEqual([]);
  const closed = verified(aBundle(played([capacity, opening], false)));
  expect(faultsOf(closed)).toEqual([]);
  expect(closed.notRecomputable.map(({ reason }) => reason)).toContain("single values are too fine to show");
});

test("simulated experts estimate as people may, within the bounds and in order, in later rounds too", () => {
  const random = repeatable(3);
  const bounded = anEstimate({ kind: "number", unit: "%", decimals: 0, min: 0, max: 100 }, "share");
  for (const item of [capacity, opening, bounded]) {
    const tendencies = drawTendencies([item], random);
    for (let at = 0; at < 50; at += 1) {
      const first = simulateFirst(
        [item],
        { lean: at / 50 },
        tendencies,
        { ...settings, spread: 0.4 },
        random,
      );
      expect(faults(item, first)).toEqual([]);
      const before = new Map(first.map(({ part, value }) => [`${item.id}/${part}`, value as number | null]));
      const medians = new Map([[`${item.id}/best`, 50]]);
      expect(
        faults(item, simulateNext([item], before, medians, { ...settings, convergence: 1 }, random)),
      ).toEqual([]);
    }
  }
});

test("the usual rules fit estimates and nothing else, and a scale whose bounds are crossed is refused", () => {
  const protocol = withEstimateRules([capacity]);
  expect(protocolProblems(protocol, [capacity, opening], 12)).toEqual([]);
  const mixed = { ...protocol, rules: { ...protocol.rules, estimate: protocol.rules.option! } };
  expect(protocolProblems(mixed, [capacity])[0]!.message).toContain("asks for an estimate with its interval");
  const wrong = { ...protocol, rules: { ...protocol.rules, scenario: protocol.rules.estimate! } };
  const scenario: Item = {
    ...capacity,
    kind: "scenario",
    parts: [{ id: "p", question: "", scale: { kind: "probability" } }],
  };
  expect(protocolProblems(wrong, [scenario])[0]!.message).toContain("for estimates with an interval");
  expect(() => Scale.parse({ ...GIGAWATTS, min: 5, max: 5 })).toThrow(
    "The lowest possible value must lie below the highest.",
  );
  expect(minutesFor([capacity])).toBe(2);
});

test("the items of an edition can be read again, with the scales of their numbers and dates", () => {
  const bounded = anEstimate(
    { kind: "number", unit: "million euros", decimals: 0, min: null, max: 40 },
    "cost",
  );
  const items = [capacity, opening, bounded];
  const edition = { items, rounds: [] } as unknown as Edition;
  const { columns, rows } = itemsTable(edition);
  expect(readItems(csvOf(columns, rows))).toEqual(items);
  const half = rows.filter(({ part }) => part !== "high");
  expect(() => readItems(csvOf(columns, half))).toThrow("with the parts low, high, best and confidence");
});
