import { expect, test } from "vitest";
import type { ExploredFigure } from "@/ui/explorer/explored";
import { saidOf, shortOf } from "@/ui/explorer/explorer-words";

const words = { median: "median", middleHalf: "middle half", upper: "upper", n: "n", to: "to", at: "at" };
const place = { of: "option/desirability", item: "visas", round: 2, group: "panel" };
const figure = (q1: number | null, q3: number | null): ExploredFigure => ({
  ...place,
  n: 23,
  median: 4,
  q1,
  q3,
  upper: 70,
  counts: null,
});

test("a figure is said in full beside a bar, and short in a table whose head says what stands where", () => {
  expect(saidOf(figure(3, 4.5), "median", words, "")).toBe("median 4, middle half 3 to 4.5, n\u00a023");
  expect(shortOf(figure(3, 4.5), "median", words, "")).toBe("4 (3–4.5), n\u00a023");
  expect(saidOf(figure(4, 4), "median", words, "%")).toBe("median 4%, middle half at 4%, n\u00a023");
  expect(shortOf(figure(4, 4), "median", words, "")).toBe("4 (4), n\u00a023");
});

test("what is withheld says why in both, and no middle half is made up", () => {
  const withheld: ExploredFigure = { ...place, withheld: "fewer than 5 experts" };
  expect(shortOf(withheld, "median", words, "")).toBe("fewer than 5 experts");
  expect(saidOf(figure(null, null), "median", words, "")).toBe("median 4, n\u00a023");
  expect(shortOf(figure(null, null), "median", words, "")).toBe("4, n\u00a023");
});
