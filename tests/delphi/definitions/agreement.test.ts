import { describe, expect, it } from "vitest";
import {
  coreOutcome,
  iqrThreshold,
  medianBand,
  percentAtOneEnd,
  policyBands,
} from "@/delphi/definitions/agreement";
import { type Preset, startRule } from "@/delphi/definitions/preset";
import {
  orderAgreement,
  probabilitySpread,
  randIndex,
  randTable,
} from "@/delphi/definitions/special-agreement";
import { evidenceOf, evidenceOfCounts } from "@/delphi/evidence";
import { judge } from "@/delphi/rule";
import type { Scale } from "@/delphi/scale";
import { oneTo, probability } from "./scales";

const onCounts = (preset: Preset, scale: Scale, ...counts: number[]) =>
  judge(startRule(preset, scale), evidenceOfCounts(scale, counts));
const onRatings = (preset: Preset, scale: Scale, ...ratings: number[]) =>
  judge(startRule(preset, scale), evidenceOf(scale, ratings));

describe("percentage agreement", () => {
  it("is met at exactly three quarters of the experts, at either end, and not one expert below", () => {
    expect(onCounts(percentAtOneEnd, oneTo(5), 0, 0, 5, 10, 5).met).toBe(true);
    expect(onCounts(percentAtOneEnd, oneTo(5), 5, 10, 5, 0, 0).met).toBe(true);
    expect(onCounts(percentAtOneEnd, oneTo(5), 0, 0, 6, 9, 5).met).toBe(false);
  });

  it("takes three points at each end of nine", () => {
    expect(onCounts(percentAtOneEnd, oneTo(9), 0, 0, 0, 0, 0, 1, 1, 1, 1).met).toBe(true);
    expect(onCounts(percentAtOneEnd, oneTo(9), 0, 0, 0, 0, 0, 2, 0, 1, 1).met).toBe(false);
  });

  it("is unknown without answers, and says that nobody answered", () => {
    expect(onCounts(percentAtOneEnd, oneTo(5), 0, 0, 0, 0, 0)).toMatchObject({
      met: null,
      unknown: "nobody-answered",
    });
  });
});

describe("70/15 for core outcome sets", () => {
  it("takes an outcome in at 70% and leaves it open at exactly 15% against", () => {
    expect(onCounts(coreOutcome, oneTo(9), 0, 2, 0, 0, 4, 0, 0, 14, 0).met).toBe(true);
    expect(onCounts(coreOutcome, oneTo(9), 0, 3, 0, 0, 3, 0, 0, 14, 0).met).toBe(false);
    expect(onCounts(coreOutcome, oneTo(9), 0, 2, 0, 0, 5, 0, 0, 13, 0).met).toBe(false);
  });

  it("takes an outcome out by the same numbers the other way round", () => {
    expect(onCounts(coreOutcome, oneTo(9), 14, 0, 0, 0, 4, 0, 0, 0, 2).met).toBe(true);
    expect(onCounts(coreOutcome, oneTo(9), 14, 0, 0, 0, 3, 0, 0, 0, 3).met).toBe(false);
  });
});

describe("RAND/UCLA", () => {
  it("finds disagreement by the manual's table for every panel of 8 to 16", () => {
    const needed = [3, 3, 3, 4, 4, 4, 5, 5, 5];
    needed.forEach((atLow, at) => {
      const n = 8 + at;
      const panel = (low: number) => onCounts(randTable, oneTo(9), low, 0, 0, 0, 0, 0, 0, 0, n - low);
      expect(panel(atLow).met, `${n} experts, ${atLow} at the lower end`).toBe(false);
      expect(panel(atLow - 1).met, `${n} experts, ${atLow - 1} at the lower end`).toBe(true);
    });
  });

  it("gives no verdict by the table for 7 or 17 experts, and says why", () => {
    const all = (n: number) => onCounts(randTable, oneTo(9), 0, 0, 0, 0, 0, 0, 0, 0, n);
    expect(all(7)).toMatchObject({ met: null, unknown: "panel-too-small" });
    expect(all(17)).toMatchObject({ met: null, unknown: "panel-too-large" });
    expect([all(8).met, all(16).met]).toEqual([true, true]);
  });

  it("finds the published example appropriate and an item around the middle uncertain", () => {
    const published = [4, 5, 6, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 9, 9];
    expect(onRatings(randIndex, oneTo(9), ...published).met).toBe(true);
    expect(onRatings(randTable, oneTo(9), ...published).met).toBe(true);
    expect(onRatings(randIndex, oneTo(9), 5, 5, 5, 5, 5, 5, 5, 5).met).toBe(false);
  });

  it("counts a median of 6.5 as 7 to 9", () => {
    expect(onRatings(randIndex, oneTo(9), 6, 6, 6, 6, 7, 7, 7, 7).met).toBe(true);
    expect(onRatings(randIndex, oneTo(9), 6, 6, 6, 6, 6, 7, 7, 7).met).toBe(false);
  });
});

describe("a narrow middle half", () => {
  it("is met at a width of exactly 1 on five points", () => {
    expect(onRatings(iqrThreshold, oneTo(5), 3, 3, 4, 4, 4).met).toBe(true);
    expect(onRatings(iqrThreshold, oneTo(5), 2, 3, 4, 5).figures).toEqual({ iqr: 1.5 });
    expect(onRatings(iqrThreshold, oneTo(5), 2, 3, 4, 5).met).toBe(false);
  });

  it("says nothing about where, unless the median is asked for too", () => {
    expect(onRatings(iqrThreshold, oneTo(5), 3, 3, 3).met).toBe(true);
    expect(onRatings(medianBand, oneTo(5), 3, 3, 3).met).toBe(false);
    expect(onRatings(medianBand, oneTo(5), 4, 4, 3).met).toBe(true);
    expect(onRatings(medianBand, oneTo(5), 2, 2, 3).met).toBe(true);
  });

  it("holds for probabilities up to exactly 20 points of percent", () => {
    expect(onRatings(probabilitySpread, probability, 30, 40, 50, 60, 70).met).toBe(true);
    expect(onRatings(probabilitySpread, probability, 30, 40, 50, 65, 70).met).toBe(false);
  });
});

describe("policy Delphi bands", () => {
  it("asks for 70% on one point or 80% on two neighbours, also across the middle", () => {
    expect(onCounts(policyBands, oneTo(4), 1, 1, 1, 7).met).toBe(true);
    expect(onCounts(policyBands, oneTo(4), 1, 1, 2, 6).met).toBe(true);
    expect(onCounts(policyBands, oneTo(4), 1, 4, 4, 1).met).toBe(true);
    expect(onCounts(policyBands, oneTo(4), 2, 1, 1, 6).met).toBe(false);
  });
});

describe("agreement on the order", () => {
  const judged = (...together: number[][]) =>
    judge(startRule(orderAgreement, oneTo(5)), { ...evidenceOf(oneTo(5), together[0]!), together });

  it("is met where the experts order the options alike, and not where they do not", () => {
    expect(judged([1, 1, 2], [3, 3, 3], [5, 4, 5]).met).toBe(true);
    expect(judged([1, 6, 3], [6, 1, 2], [3, 3, 1]).met).toBe(false);
  });

  it("has no verdict with one expert, or where everybody rates everything alike", () => {
    expect(judged([1], [3])).toMatchObject({ met: null, unknown: "too-few-answers" });
    expect(judged([3, 3], [3, 3])).toMatchObject({ met: null, unknown: "no-variation" });
  });
});
