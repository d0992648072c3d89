import { describe, expect, it, test } from "vitest";
import { type Preset, startRule } from "@/delphi/definitions/preset";
import {
  cvSteady,
  iqrSteady,
  mcnemarSilent,
  middleSteady,
  netChangeSmall,
  shareUnchanged,
  wilcoxonSilent,
} from "@/delphi/definitions/steadiness";
import { pairedEvidence } from "@/delphi/evidence";
import { judge } from "@/delphi/rule";
import type { Scale } from "@/delphi/scale";
import { oneTo, probability } from "./scales";

type Round = readonly (number | null)[];
const judged = (preset: Preset, earlier: Round, later: Round, scale: Scale = oneTo(5)) =>
  judge(startRule(preset, scale), pairedEvidence(scale, earlier, later));

const twenty = Array.from({ length: 20 }, () => 3);
const moved = (experts: number, to = 4) => twenty.map((value, at) => (at < experts ? to : value));

describe("of twenty experts", () => {
  it("three who move are exactly 15%: too many for net change, allowed for the share unchanged", () => {
    expect(judged(netChangeSmall, twenty, moved(2)).met).toBe(true);
    expect(judged(netChangeSmall, twenty, moved(3)).met).toBe(false);
    expect(judged(shareUnchanged, twenty, moved(3)).met).toBe(true);
    expect(judged(shareUnchanged, twenty, moved(4)).met).toBe(false);
  });

  it("a swap of sides is no net change, and everybody changed", () => {
    expect(judged(netChangeSmall, [1, 5, 1, 5], [5, 1, 5, 1]).met).toBe(true);
    expect(judged(shareUnchanged, [1, 5, 1, 5], [5, 1, 5, 1]).met).toBe(false);
  });
});

describe("tests", () => {
  it("find six experts who all move up, and stay silent about five", () => {
    expect(judged(wilcoxonSilent, [2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3]).met).toBe(false);
    expect(judged(wilcoxonSilent, [2, 2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 2, 2]).met).toBe(true);
    expect(judged(mcnemarSilent, [2, 2, 2, 2, 2, 2], [4, 4, 4, 4, 4, 4]).met).toBe(false);
    expect(judged(mcnemarSilent, [2, 2, 2, 2, 2, 2], [3, 3, 3, 3, 3, 3]).met).toBe(true);
  });

  it("take no change at all for steady, and do not speak about five pairs", () => {
    for (const preset of [wilcoxonSilent, mcnemarSilent]) {
      expect(judged(preset, twenty, twenty).met).toBe(true);
      expect(judged(preset, [2, 2, 2, 2, 2], [2, 2, 2, 2, 2])).toMatchObject({
        met: null,
        unknown: "too-few-answers",
      });
    }
  });
});

describe("spread", () => {
  it("is steady up to 0.3 of its width, and a middle half without width has to stay so", () => {
    expect(judged(iqrSteady, [10, 20, 30, 40, 50], [10, 20, 30, 45, 50], probability).met).toBe(true);
    expect(judged(iqrSteady, [10, 20, 30, 40, 50], [10, 20, 30, 50, 50], probability).met).toBe(false);
    expect(judged(iqrSteady, [3, 3, 3], [3, 3, 3]).met).toBe(true);
    expect(judged(iqrSteady, [3, 3, 3, 3], [1, 3, 3, 5]).met).toBe(false);
  });

  it("is judged by the coefficient of variation up to a change of 0.1", () => {
    expect(judged(cvSteady, [3, 4, 4, 5], [3, 4, 4, 5]).met).toBe(true);
    expect(judged(cvSteady, [1, 3, 3, 5], [3, 3, 3, 3]).met).toBe(false);
  });

  it("lets a probability's median move by exactly 5 points and no further", () => {
    expect(judged(middleSteady, [30, 40, 50], [35, 45, 55], probability).met).toBe(true);
    expect(judged(middleSteady, [30, 40, 50], [40, 50, 60], probability).met).toBe(false);
  });
});

test("where nobody answered both rounds, stability is unknown and says so", () => {
  for (const preset of [netChangeSmall, shareUnchanged, wilcoxonSilent, mcnemarSilent])
    expect(judged(preset, [3, null], [null, 3]), preset.name).toMatchObject({
      met: null,
      unknown: "nobody-answered-both",
    });
  for (const preset of [iqrSteady, cvSteady, middleSteady])
    expect(judged(preset, [null, null], [3, 3]), preset.name).toMatchObject({
      met: null,
      unknown: "nobody-answered-both",
    });
});
