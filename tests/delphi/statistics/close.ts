import { expect } from "vitest";

/**
 * Compares figures as the measures promise them: the same fields, whole structures alike, numbers to
 * 1e-9 × max(1, |x|), and p to 1e-8.
 */
export function expectFigures(actual: unknown, expected: unknown, at = "value"): void {
  if (typeof expected === "number") {
    expect(typeof actual, at).toBe("number");
    const tolerance = (at.endsWith(".p") ? 1e-8 : 1e-9) * Math.max(1, Math.abs(expected));
    expect(
      Math.abs((actual as number) - expected),
      `${at}: ${actual} against ${expected}`,
    ).toBeLessThanOrEqual(tolerance);
    return;
  }
  if (typeof expected !== "object" || expected === null) {
    expect(actual, at).toBe(expected);
    return;
  }
  expect(Object.keys(actual as object), at).toEqual(Object.keys(expected));
  for (const [key, part] of Object.entries(expected))
    expectFigures((actual as Record<string, unknown>)[key], part, `${at}.${key}`);
}
