import fc from "fast-check";
import { expect, test } from "vitest";
import { barParts, chosenSides, lineOf, reachOf, sidesOf } from "@/ui/pictures/diverging";

test("answers at a middle point count half to either side; a scale without one has none across", () => {
  expect(sidesOf([1, 2, 4, 2, 1])).toEqual({ low: 0.5, high: 0.5 });
  expect(sidesOf([1, 0, 0, 3])).toEqual({ low: 0.25, high: 0.75 });
  expect(sidesOf([0, 0, 0])).toEqual({ low: 0, high: 0 });
});

test("who chose a middle point chose no side", () => {
  expect(chosenSides([1, 2, 4, 2, 1])).toEqual({ low: 0.3, high: 0.3 });
  expect(chosenSides([0, 11, 11])).toEqual({ low: 0, high: 0.5 });
  expect(chosenSides([])).toEqual({ low: 0, high: 0 });
});

test("all bars lie on one line within the picture, each as wide as its answers", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 11 });
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 8 }), (rows) => {
      const reach = reachOf(rows);
      const whole = reach.low + reach.high;
      for (const row of rows) {
        const parts = barParts(row, reach);
        const n = row.reduce((sum, count) => sum + count, 0);
        expect(parts.map(({ count }) => count)).toEqual(row.filter((count) => count > 0));
        if (n === 0) continue;
        const [first, last] = [parts[0]!, parts.at(-1)!];
        expect(first.from).toBeGreaterThan(-1e-9);
        expect(last.from + last.width).toBeLessThan(1 + 1e-9);
        expect(last.from + last.width - first.from).toBeCloseTo(1 / whole);
        expect(lineOf(reach) - first.from).toBeCloseTo(sidesOf(row).low / whole);
      }
    }),
  );
});
