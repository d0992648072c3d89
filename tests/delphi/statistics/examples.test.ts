import { describe, expect, test } from "vitest";
import { measureNamed, measures } from "@/delphi/statistics/registry";
import { expectFigures } from "./close";

describe("every measure answers its own published example", () => {
  for (const { name, example } of measures)
    test(name, () => {
      expectFigures(measureNamed(name as string)!.compute(example.input), example.value);
    });
});

test("no two measures share a name", () => {
  expect(new Set(measures.map((measure) => measure.name)).size).toBe(measures.length);
});

test("inherited names of objects name no measure", () => {
  for (const name of ["constructor", "__proto__", "toString", ""]) expect(measureNamed(name)).toBeUndefined();
});
