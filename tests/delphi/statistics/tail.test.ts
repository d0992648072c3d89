import { describe, expect, test } from "vitest";
import { chiSquareTail, normalTails, studentTails } from "@/delphi/statistics/tail";

/** Right to 1e-10, and to 1e-9 of the value itself, so that tiny tails keep their digits. */
function expectTail(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThan(Math.min(1e-10, Math.max(1e-9 * expected, 1e-300)));
}

// Reference values from 40-digit arithmetic.
describe("tails of the distributions that p-values come from", () => {
  const chiSquare: [df: number, statistic: number, tail: number][] = [
    [1, 3.841458820694124, 0.05],
    [1, 100, 1.5239706048321e-23],
    [2, 0.0001, 0.99995000124998],
    [4, 196.425380566, 2.2046405111267e-41],
    [5, 2.42857142857, 0.78721181388415],
    [30, 60, 0.00092068239614867],
    [99, 99, 0.48109691240826],
    [500, 520.5, 0.25442606707699],
    [1000, 1100, 0.014614408126295],
    [2500, 2450, 0.75879526386053],
    [3000, 3030, 0.34656372853479],
    [5050, 5050, 0.49735357814414],
    [5050, 5302.5, 0.0065990011814396],
    [10000, 10100, 0.23901532524018],
  ];
  for (const [df, statistic, tail] of chiSquare)
    test(`χ² ${statistic} with ${df} df`, () => expectTail(chiSquareTail(statistic, df), tail));

  const student: [df: number, t: number, tails: number][] = [
    [1, 1e-8, 0.9999999936338],
    [1, 1, 0.5],
    [2, 4.3, 0.050057154117092],
    [5, -2.5, 0.054490099342376],
    [7, 1.984313483298443, 0.087622829041402],
    [30, 12, 5.5801854151993e-13],
    [1000, 1e-8, 0.99999999202315],
    [1000, 40, 1.0478852155173e-209],
  ];
  for (const [df, t, tails] of student)
    test(`t ${t} with ${df} df`, () => expectTail(studentTails(t, df), tails));

  const normal: [z: number, tails: number][] = [
    [0, 1],
    [0.5, 0.61707507745197],
    [1.959963984540054, 0.05],
    [5, 5.7330314375839e-7],
    [12, 3.5529642241554e-33],
  ];
  for (const [z, tails] of normal) test(`z ${z}`, () => expectTail(normalTails(z), tails));
});
