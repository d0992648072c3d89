import { describe, expect, it, test } from "vitest";
import { analyseRound } from "@/delphi/analysis";
import { agreementWithSpread } from "@/delphi/definitions/agreement";
import type { ShownFigure } from "@/delphi/figure";
import { medianIntervalOf, otherDefinitions } from "@/delphi/other-definitions";
import { outcomeOf } from "@/delphi/outcome";
import { agreementWithNarrowSpread } from "@/delphi/presets";
import { shapeOf } from "@/delphi/shape";
import { readSidesByStratum, stratumSides } from "@/delphi/sides";
import { readConsensus, readShape, readVerdict } from "@/delphi/verdict-reading";
import { warningsOf } from "@/delphi/warnings";
import { fc } from "../draws";
import { anOption, aProtocol, aRound, saying } from "./a-round";
import { oneTo, probability } from "./definitions/scales";
import { say } from "./say";

const option = anOption("visas");
const part = option.parts[0]!;
const figureOf = (now: readonly number[], before?: readonly number[]): ShownFigure =>
  analyseRound(
    aProtocol(),
    aRound(before ? 2 : 1, option, saying(...now)),
    before ? [aRound(1, option, saying(...before))] : [],
  )[0]!;
const counts = fc.array(fc.nat(8), { minLength: 5, maxLength: 5 });
const five = oneTo(5);

describe("the shape of what is no consensus", () => {
  it("is a majority, two camps, a plurality or a dispersed panel, in that order", () => {
    const name = (...of: number[]) => shapeOf(five, of)?.name;
    expect(name(1, 2, 3, 5, 2)).toBe("majority");
    expect(name(1, 2, 9, 2, 1)).toBe("majority");
    expect(name(6, 3, 1, 3, 4)).toBe("majority");
    expect(name(5, 3, 1, 3, 5)).toBe("bipolar");
    expect(name(1, 2, 8, 4, 1)).toBe("plural");
    expect(name(2, 2, 4, 3, 1)).toBe("dispersed");
  });

  it("is no pair of camps where the answers are spread evenly, though each end holds two fifths", () => {
    expect(shapeOf(five, [4, 4, 4, 4, 4])?.name).toBe("dispersed");
    expect(shapeOf(five, [0, 0, 0, 0, 0])).toBeNull();
  });

  it("is the same when the scale is reversed, and counts every expert once", () => {
    fc.assert(
      fc.property(counts, (of) => {
        const [one, mirrored] = [shapeOf(five, of), shapeOf(five, [...of].reverse())];
        expect(mirrored?.name).toBe(one?.name);
        expect(mirrored?.upper).toBe(one?.lower);
        if (one) expect(one.lower + one.middle + one.upper).toBe(of.reduce((sum, count) => sum + count, 0));
      }),
    );
  });
});

describe("the verdict under other definitions", () => {
  it("differs on the same answers, and marks the rule that was declared", () => {
    const found = otherDefinitions(five, [1, 2, 1, 8, 8], agreementWithNarrowSpread(75));
    expect(found[0]).toMatchObject({ preset: "agreement-with-narrow-spread", declared: true, met: true });
    expect(found.filter(({ declared }) => declared)).toHaveLength(1);
    const wide = otherDefinitions(five, [5, 0, 0, 0, 15], agreementWithNarrowSpread(75));
    expect(Object.fromEntries(wide.map(({ preset, met }) => [preset, met]))).toEqual({
      "agreement-with-narrow-spread": true,
      "percent-agreement": true,
      "iqr-threshold": true,
      "median-band": true,
    });
  });

  it("keeps the declared rule apart from the same preset with its usual numbers", () => {
    const found = otherDefinitions(five, [1, 2, 1, 8, 8], agreementWithNarrowSpread(85));
    expect(found.filter(({ preset }) => preset === "agreement-with-narrow-spread")).toMatchObject([
      { declared: true, met: false },
      { declared: false, met: true },
    ]);
  });

  it("can be recomputed from the published distribution: the declared verdict comes out as it was", () => {
    fc.assert(
      fc.property(counts, (of) => {
        const ratings = of.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
        const figure = figureOf(ratings);
        const [declared] = otherDefinitions(five, figure.counts, aProtocol().rules.option!.consensus);
        expect(declared?.met).toBe(figure.consensus?.met);
        expect(declared?.figures).toEqual(figure.consensus?.figures);
      }),
    );
  });

  it("is unknown where the distribution is not released, and says so", () => {
    for (const one of otherDefinitions(probability, null))
      expect(one).toMatchObject({ met: null, unknown: "not-released" });
    expect(otherDefinitions(probability, null)).toHaveLength(1);
    expect(medianIntervalOf(probability, null)).toMatchObject({ low: null, unknown: "not-released" });
  });
});

describe("the interval for the median", () => {
  it("runs from the second to the last but one of ten answers, with its exact coverage", () => {
    expect(medianIntervalOf(five, [0, 1, 1, 5, 3])).toEqual({
      low: 3,
      high: 5,
      coveragePercent: 97.8515625,
      unknown: null,
    });
  });

  it("needs six answers", () => {
    expect(medianIntervalOf(five, [0, 0, 2, 2, 1])).toMatchObject({ low: null, unknown: "too-few-answers" });
    expect(medianIntervalOf(five, [0, 0, 2, 2, 2])).toMatchObject({
      low: 3,
      high: 5,
      coveragePercent: 96.875,
    });
    expect(medianIntervalOf(five, [0, 0, 0, 0, 0])).toMatchObject({ unknown: "nobody-answered" });
  });

  it("holds the median and reaches 95%, whatever the answers", () => {
    fc.assert(
      fc.property(counts, (of) => {
        const interval = medianIntervalOf(five, of);
        if (interval.low === null) return;
        const sorted = of.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
        const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
        expect(interval.low).toBeLessThanOrEqual(median);
        expect(interval.high).toBeGreaterThanOrEqual(median);
        expect(interval.coveragePercent).toBeGreaterThanOrEqual(95);
      }),
    );
  });
});

describe("where an item stands", () => {
  const steady = (values: number[]) => outcomeOf(part, figureOf(values, values));
  it("asks for stability first, then for consensus, then for the shape", () => {
    expect(outcomeOf(part, figureOf([4, 4, 4, 4]))).toBe("first-answers");
    expect(outcomeOf(part, figureOf([4, 4, 4, 4], [1, 1, 1, 1]))).toBe("moving");
    expect(steady([4, 4, 4, 4])).toBe("consensus");
    expect(steady([1, 2, 3, 3, 4, 5])).toBe("dispersed");
    expect(steady([1, 4, 4, 3])).toBe("plural");
    expect(steady([1, 1, 5, 5])).toBe("bipolar");
    expect(outcomeOf(part, figureOf([], [1, 2]))).toBe("unknown");
  });
});

describe("warnings", () => {
  const names = (figure: ShownFigure, reworded: number | null = null) =>
    warningsOf(part, figure, reworded).map(({ name }) => name);
  const split = [...Array.from({ length: 16 }, () => 5), ...Array.from({ length: 4 }, () => 1)];

  it("come with an agreement that leaves more than 15% at each end, or answers far apart", () => {
    expect(figureOf(split).consensus?.met).toBe(true);
    expect(names(figureOf(split))).toEqual(["both-ends-held", "little-agreement"]);
    expect(names(figureOf(split.map((value) => (value === 1 ? 2 : 4))))).toEqual(["both-ends-held"]);
    expect(names(figureOf([...split.slice(0, 17), 4, 4, 4]))).toEqual([]);
    expect(names(figureOf(split.map((value, at) => (at === 19 ? 3 : value))))).toEqual([]);
    expect(names(figureOf([1, 1, 5, 5, 1, 5]))).toEqual([]);
  });

  it("say when fewer than six answers are all there is, and when the wording changed", () => {
    expect(names(figureOf([4, 4, 4, 4, 4]))).toEqual(["too-few-for-a-test"]);
    expect(names(figureOf([]))).toEqual([]);
    expect(names(figureOf([4, 4, 4, 4, 4, 4]), 2)).toEqual(["reworded"]);
  });

  it("have a sentence each", () => {
    for (const { text } of warningsOf(part, figureOf([5, 5, 5, 5, 1]), 3))
      expect(say(text)).not.toMatch(/warning\./);
    expect(say(warningsOf(part, figureOf(split))[0]!.text)).toBe(
      "The rule of agreement is met, yet both ends are held: 16 of 20 experts stand at the upper end and 4 at the lower",
    );
  });
});

test("readers get one plain sentence: the finding and how it moved", () => {
  expect(say(readVerdict(option, part, figureOf([4, 4, 4, 4, 2], [4, 4, 4, 4, 2])))).toBe(
    "Most of the panel finds this point 4; opinions moved little since round 1.",
  );
  expect(say(readVerdict(option, part, figureOf([4, 4, 4, 4, 2])))).toBe(
    "Most of the panel finds this point 4.",
  );
});

test("a split is told with the groups that hold each side, from released figures alone", () => {
  const said = [1, 1, 2, 5, 5, 4, 3, 3].map((value, at) => ({ stratum: at < 3 ? "north" : "south", value }));
  const protocol = aProtocol(["north", "south"]);
  const figures = analyseRound(protocol, aRound(1, option, said), []);
  const sides = stratumSides(part, figures);
  expect(sides).toMatchObject([
    { stratum: "north", holds: "lower", lower: 3 },
    { stratum: "south", holds: "upper", upper: 3, middle: 2 },
  ]);
  expect(readSidesByStratum(option, part, figures, protocol.strata).map(say)).toEqual([
    "In “north”, 3 of 3 experts find this point 2, none point 4",
    "In “south”, 3 of 5 experts find this point 4, none point 2",
  ]);
  const withheld = figures.map((one) => ({ ...one, withheld: "fewer-than-k" as const }));
  expect(stratumSides(part, withheld as never)).toEqual([]);
});

test("a verdict that cannot be given says why", () => {
  expect(say(readConsensus(option, figureOf([])))).toBe("There is no verdict: nobody answered it");
  expect(readShape(part, figureOf([1, 1, 5, 5]))?.key).toBe("shape.bipolar");
  expect(readShape(part, figureOf([4, 4, 4, 4]))).toBeNull();
});

test("the preset behind the seeded study's rule is known by name", () => {
  expect(otherDefinitions(five, [0, 0, 0, 4, 4], aProtocol().rules.stance!.consensus)[0]?.preset).toBe(
    agreementWithSpread.name,
  );
});
