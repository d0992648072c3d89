import { describe, test } from "vitest";
import { measureNamed } from "@/delphi/statistics/registry";
import { fc } from "../../draws";
import { expectFigures } from "./close";
import { answersOn, itemsOn, shuffled, twoRounds } from "./panels";

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const scale = { min: 1, max: 9 };

type Pair = readonly [number | null, number | null];

/** Holds whichever way the experts are ordered, and when one who said nothing at all joins them. */
function holdsForAnyOrder<T>(
  panels: fc.Arbitrary<readonly T[]>,
  silent: T,
  figures: (panel: readonly T[]) => unknown,
): void {
  fc.assert(
    fc.property(panels, seeds, (panel, seed) => {
      expectFigures(figures(shuffled(panel, seed)), figures(panel));
      expectFigures(figures([...panel, silent]), figures(panel));
    }),
    { numRuns: 60 },
  );
}

const withoutHeadcount = ({ missing: _, topPercentOfInvited: __, ...figures }: Record<string, unknown>) =>
  figures;

describe("who the experts are does not matter, only what they answered", () => {
  const single: Record<string, (ratings: readonly (number | null)[]) => object> = {
    "location-and-spread": (ratings) => ({ ratings }),
    quantiles: (ratings) => ({ ratings, probabilities: [0, 0.1, 0.5, 1], quantileType: 6 }),
    "percent-agreement": (ratings) => ({ ratings, scale, topFrom: 7, bottomTo: 3 }),
    "comet-consensus": (ratings) => ({ ratings }),
    "rand-ucla": (ratings) => ({ ratings, rule: "table" }),
    "kruskal-wallis": (ratings) => ({ groups: [ratings, [1, 5, 9]] }),
    "mann-whitney": (ratings) => ({ first: ratings, second: [2, 5, 5, 9] }),
    "probability-pool": (ratings) => ({ probabilities: ratings.map((x) => (x === null ? null : x / 10)) }),
  };
  for (const [name, input] of Object.entries(single))
    test(name, () => {
      holdsForAnyOrder(answersOn(9), null, (ratings) =>
        withoutHeadcount(measureNamed(name)!.compute(input(ratings))),
      );
    });

  const paired: Record<string, object> = {
    "percent-changed": {},
    "net-change": {},
    "wilcoxon-signed-rank": {},
    "spread-change": { quantileType: 2 },
  };
  for (const [name, settings] of Object.entries(paired))
    test(name, () => {
      const panels = twoRounds(5, 40).map(({ earlier, later }) =>
        earlier.map((a, i) => [a, later[i]!] as const),
      );
      holdsForAnyOrder<Pair>(panels, [null, null], (pairs) =>
        measureNamed(name)!.compute({
          earlier: pairs.map(([a]) => a),
          later: pairs.map(([, b]) => b),
          ...settings,
        }),
      );
    });

  test("spearman, weighted-location and confidence-weighted-shares", () => {
    const panels = twoRounds(5).map(({ earlier, later }) => earlier.map((a, i) => [a, later[i]!] as const));
    holdsForAnyOrder<Pair>(panels, [null, null], (pairs) => {
      const first = pairs.map(([a]) => a);
      const second = pairs.map(([, b]) => b);
      return [
        measureNamed("spearman").compute({ x: first, y: second }),
        measureNamed("weighted-location").compute({ ratings: first, weights: second }),
        measureNamed("confidence-weighted-shares").compute({
          ratings: first,
          confidence: second,
          scale: { min: 1, max: 5 },
        }),
      ];
    });
  });

  const several: Record<string, object> = {
    "kendall-w": {},
    "fleiss-kappa": {},
    "krippendorff-alpha": { metric: "ordinal" },
    "intraclass-correlation": { form: "agreement" },
  };
  for (const [name, settings] of Object.entries(several))
    test(name, () => {
      const panels = itemsOn(5).map((items) =>
        items[0]!.map((_, expert) => items.map((row) => row[expert]!)),
      );
      fc.assert(
        fc.property(panels, seeds, (experts, seed) => {
          if (experts.length === 0) return;
          const figures = (columns: readonly (readonly (number | null)[])[]) =>
            measureNamed(name)!.compute({
              ratings: columns[0]!.map((_, item) => columns.map((column) => column[item])),
              ...settings,
            });
          expectFigures(figures(shuffled(experts, seed)), figures(experts));
          expectFigures(figures([...experts, experts[0]!.map(() => null)]), figures(experts));
        }),
        { numRuns: 60 },
      );
    });

  const rankings = ["mean-rank", "borda-count", "condorcet", "kemeny-order"];
  for (const name of rankings)
    for (const unranked of ["last", "missing"])
      test(`${name}, unranked items ${unranked}`, () => {
        const columns = fc.array(
          fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 4 }),
          { minLength: 1, maxLength: 7 },
        );
        holdsForAnyOrder(columns, [null, null, null, null], (experts) =>
          measureNamed(name)!.compute({
            ranks: [0, 1, 2, 3].map((item) => experts.map((e) => e[item]!)),
            unranked,
          }),
        );
      });

  test("quantile-average and quantile-linear-pool", () => {
    const estimates = fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 })
      .map((values) => values.sort((a, b) => a - b))
      .map(([lower, best, upper]) => ({ lower: lower!, best: best!, upper: upper! }));
    holdsForAnyOrder<{ lower: number; best: number; upper: number } | null>(
      fc.array(estimates, { maxLength: 6 }),
      null,
      (panel) => [
        measureNamed("quantile-average").compute({ estimates: panel }),
        measureNamed("quantile-linear-pool").compute({ estimates: panel, level: 80 }),
      ],
    );
  });
});
