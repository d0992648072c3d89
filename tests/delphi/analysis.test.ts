import { describe, expect, it } from "vitest";
import { analyseRound } from "@/delphi/analysis";
import { fc } from "../draws";
import { anOption, aProtocol, aRound, aScenario, saying } from "./a-round";

const option = anOption("visas");
/** Without who answered: the seats are named by their place here. */
function analyse(...values: (number | null | undefined)[]) {
  const [figure] = analyseRound(aProtocol(), aRound(1, option, saying(...values)), []);
  const { answered, submitted, both, ...numbers } = figure!;
  return numbers;
}

describe("a figure of one round", () => {
  it("keeps answers, abstentions and unanswered items apart", () => {
    const figure = analyse(4, 5, null, undefined, 4);
    expect(figure).toMatchObject({ n: 3, abstained: 1, notAnswered: 1, counts: [0, 0, 0, 2, 1], median: 4 });
  });

  it("calls it agreed when three quarters are on one side and the middle half is narrow", () => {
    expect(analyse(4, 4, 4, 5, 5, 4, 3, 2).consensus?.met).toBe(true);
    expect(analyse(4, 4, 4, 5, 5, 4, 3, 2).mark).toBe("agreed");
    expect(analyse(2, 1, 2, 2).consensus?.met).toBe(true);
  });

  it("does not call it agreed one answer below three quarters", () => {
    expect(analyse(4, 4, 4, 5, 5, 3, 3, 2).consensus?.met).toBe(false);
    expect(analyse(4, 4, 4, 5, 5, 3, 3, 2).mark).toBe("majority");
  });

  it("does not call it agreed when three quarters agree but the middle half is wide", () => {
    const figure = analyse(5, 5, 5, 5, 5, 4, 1, 1);
    expect(figure.topPercent).toBe(75);
    expect(figure.consensus?.met).toBe(false);
  });

  it("calls a panel with both ends held divided", () => {
    expect(analyse(1, 1, 2, 3, 4, 5, 5, 5, 1, 3).mark).toBe("divided");
  });

  it("has no verdict and no numbers when nobody answered", () => {
    expect(analyse(null, undefined)).toMatchObject({ n: 0, median: null, iqr: null, mark: null });
    expect(analyse(null, undefined).consensus?.met).toBeNull();
  });

  it("has no consensus verdict on probabilities", () => {
    const scenario = aScenario("thaw");
    const [figure] = analyseRound(aProtocol(), aRound(1, scenario, saying(20, 30, 40)), []);
    expect(figure).toMatchObject({ consensus: null, mark: null, median: 30 });
  });

  it("does not depend on the order of the experts", () => {
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5, null, undefined), { maxLength: 30 });
    fc.assert(
      fc.property(answers, (values) => {
        expect(analyse(...[...values].reverse())).toEqual(analyse(...values));
      }),
    );
  });

  it("mirrors with the scale: the median flips, the spread and the verdict stay", () => {
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(answers, (values) => {
        const [one, mirrored] = [analyse(...values), analyse(...values.map((value) => 6 - value))];
        expect(mirrored.median).toBeCloseTo(6 - one.median!, 9);
        expect(mirrored.iqr).toBeCloseTo(one.iqr!, 9);
        expect(mirrored.consensus?.met).toBe(one.consensus?.met);
        expect(mirrored.mark).toBe(one.mark);
      }),
    );
  });

  it("counts every expert once", () => {
    const answers = fc.array(fc.constantFrom(1, 2, 3, 4, 5, null, undefined), { maxLength: 40 });
    fc.assert(
      fc.property(answers, (values) => {
        const figure = analyse(...values);
        expect(figure.n + figure.abstained + figure.notAnswered).toBe(values.length);
        expect(figure.counts!.reduce((sum, count) => sum + count, 0)).toBe(figure.n);
      }),
    );
  });
});

describe("stability", () => {
  const stabilityAfter = (earlier: (number | null | undefined)[], later: (number | null | undefined)[]) =>
    analyseRound(aProtocol(), aRound(2, option, saying(...later)), [
      aRound(1, option, saying(...earlier)),
    ])[0]!.stability!;

  it("is unknown in an item's first round", () => {
    expect(analyse(1, 2, 3).stability).toBeNull();
  });

  it("is met below 15% net change and not at 15%", () => {
    const earlier = Array.from({ length: 20 }, () => 3);
    const moved = (experts: number) => earlier.map((value, at) => (at < experts ? 4 : value));
    expect(stabilityAfter(earlier, moved(2))).toMatchObject({ met: true, figures: { netChangePercent: 10 } });
    expect(stabilityAfter(earlier, moved(3))).toMatchObject({
      met: false,
      figures: { netChangePercent: 15 },
    });
  });

  it("pairs only those who answered both rounds", () => {
    const stability = stabilityAfter([1, 2, undefined, 4, null], [1, 2, 3, undefined, 5]);
    expect(stability).toMatchObject({ since: 1, pairs: 2, met: true });
  });

  it("looks back to the last round that asked the item", () => {
    const rounds = [aRound(1, option, saying(1, 1)), aRound(2, anOption("other"), saying(5, 5))];
    const [figure] = analyseRound(aProtocol(), aRound(3, option, saying(1, 1)), rounds);
    expect(figure!.stability).toMatchObject({ since: 1, met: true });
  });

  it("holds probabilities steady up to 5 points of the median and 10 of the middle half", () => {
    const scenario = aScenario("thaw");
    const change = (later: number[]) =>
      analyseRound(aProtocol(), aRound(2, scenario, saying(...later)), [
        aRound(1, scenario, saying(30, 40, 50, 60, 70)),
      ])[0]!.stability!.met;
    expect(change([35, 45, 55, 65, 75])).toBe(true);
    expect(change([40, 50, 60, 70, 80])).toBe(false);
    expect(change([20, 30, 50, 70, 80])).toBe(false);
  });
});
