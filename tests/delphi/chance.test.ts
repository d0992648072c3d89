import { expect, test } from "vitest";
import { chanceOfConsensus, everyDistribution } from "@/delphi/chance";
import { coreOutcome, percentAtOneEnd } from "@/delphi/definitions/agreement";
import { startRule } from "@/delphi/definitions/preset";
import { oneTo } from "./definitions/scales";

const rule = startRule(percentAtOneEnd, oneTo(5));

test("one expert at random is at one of the two ends in four cases of five", () => {
  expect(chanceOfConsensus(rule, oneTo(5), 1)).toEqual({
    percent: expect.closeTo(80, 9),
    method: "exact",
    interval: null,
  });
});

test("four experts at random reach three quarters at an end as the binomial distribution says", () => {
  // P(at least 3 of 4 in the top two) = 4·0.4³·0.6 + 0.4⁴ = 0.1792; both ends exclude each other.
  expect(chanceOfConsensus(rule, oneTo(5), 4).percent).toBeCloseTo(2 * 17.92, 9);
});

test("on three points with a lean the last point is three times as likely as the first", () => {
  const three = startRule(percentAtOneEnd, oneTo(3));
  expect(chanceOfConsensus(three, oneTo(3), 1, 0.5).percent).toBeCloseTo(100 * (0.5 + 1 / 6), 9);
});

test("luck fades as a panel grows, and is simulated where the distributions are too many", () => {
  const [small, large] = [8, 40].map((experts) => chanceOfConsensus(rule, oneTo(5), experts));
  expect(small!.method).toBe("exact");
  expect(large!.method).toBe("simulation");
  expect(large!.percent).toBeLessThan(small!.percent / 10);
  expect(chanceOfConsensus(rule, oneTo(5), 40)).toEqual(large);
});

test("a simulation agrees with the exact figure within its interval", () => {
  const nine = startRule(coreOutcome, oneTo(9));
  const { interval, method } = chanceOfConsensus(nine, oneTo(9), 12);
  expect(method).toBe("simulation");
  // Three groups of three points: 100·2·Σ P(in ≥ 8.4 of 12, out < 1.8), trinomial with thirds.
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  let exact = 0;
  for (const [low, middle, high] of everyDistribution(12, 3))
    if (high! >= 8.4 && low! < 1.8)
      exact += factorial(12) / (factorial(low!) * factorial(middle!) * factorial(high!)) / 3 ** 12;
  expect(interval!.low).toBeLessThanOrEqual(200 * exact);
  expect(interval!.high).toBeGreaterThanOrEqual(200 * exact);
});
