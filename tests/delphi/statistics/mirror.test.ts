import { describe, expect, test } from "vitest";
import { measureNamed } from "@/delphi/statistics/registry";
import { fc } from "../../draws";
import { expectFigures } from "./close";
import { answersOn, countsOfAnswers, crossTables, itemsOn, mirrored, twoRounds } from "./panels";

const RUNS = { numRuns: 80 };
const flipped = (value: number | null, points: number) => (value === null ? null : points + 1 - value);
const negated = (value: number | null) => (value === null ? null : 0 - value);
const except = (figures: object, ...names: string[]) =>
  Object.fromEntries(Object.entries(figures).filter(([name]) => !names.includes(name)));

describe("turning the scale round turns the direction of the figures and leaves their size", () => {
  test("centre and spread of one item, whichever way quantiles are computed", () => {
    fc.assert(
      fc.property(
        answersOn(7),
        fc.constantFrom(7 as const, 6 as const, 2 as const),
        (ratings, quantileType) => {
          const { compute } = measureNamed("location-and-spread");
          const there = compute({ ratings, quantileType });
          const back = compute({ ratings: mirrored(ratings, 7), quantileType });
          expectFigures(
            [back.median, back.q1, back.q3, back.mean, back.min, back.max, back.interpolatedMedian],
            [
              there.median,
              there.q3,
              there.q1,
              there.mean,
              there.max,
              there.min,
              there.interpolatedMedian,
            ].map((x) => flipped(x, 7)),
          );
          expectFigures([back.iqr, back.mad, back.sd, back.n], [there.iqr, there.mad, there.sd, there.n]);
          expect(back.modes).toEqual(there.modes.map((mode) => 8 - mode).reverse());
        },
      ),
      RUNS,
    );
  });

  test("the top becomes the bottom, and in becomes out", () => {
    fc.assert(
      fc.property(answersOn(9), (ratings) => {
        const scale = { min: 1, max: 9 };
        const share = measureNamed("percent-agreement");
        const there = share.compute({ ratings, scale, topFrom: 7, bottomTo: 3 });
        const back = share.compute({ ratings: mirrored(ratings, 9), scale, topFrom: 7, bottomTo: 3 });
        expectFigures(
          [back.topPercent, back.bottomPercent, back.netPercent],
          [there.bottomPercent, there.topPercent, negated(there.netPercent)],
        );
        const comet = measureNamed("comet-consensus");
        const turned = { in: "out", out: "in", none: "none" } as const;
        const verdict = comet.compute({ ratings }).verdict;
        expect(comet.compute({ ratings: mirrored(ratings, 9) }).verdict).toBe(verdict && turned[verdict]);
      }),
      RUNS,
    );
  });

  test("disagreement on a 1–9 scale", () => {
    fc.assert(
      fc.property(answersOn(9), (ratings) => {
        const { compute } = measureNamed("rand-ucla");
        const there = compute({ ratings });
        const back = compute({ ratings: mirrored(ratings, 9) });
        expectFigures(
          [back.low, back.middle, back.high, back.ipr, back.ipras, back.disagreementIndex, back.disagreement],
          [
            there.high,
            there.middle,
            there.low,
            there.ipr,
            there.ipras,
            there.disagreementIndex,
            there.disagreement,
          ],
        );
      }),
      RUNS,
    );
  });

  const shapes = [
    "tastle-wierman-consensus",
    "van-der-eijk-agreement",
    "normalised-entropy",
    "leik-consensus",
    "bimodality-coefficient",
  ];
  for (const name of shapes)
    test(name, () => {
      fc.assert(
        fc.property(countsOfAnswers, (counts) => {
          const { compute } = measureNamed(name)!;
          expectFigures(compute({ counts: [...counts].reverse() }), compute({ counts }));
        }),
        RUNS,
      );
    });

  const overItems: [string, object][] = [
    ["kendall-w", {}],
    ["fleiss-kappa", {}],
    ["krippendorff-alpha", { metric: "nominal" }],
    ["krippendorff-alpha", { metric: "ordinal" }],
    ["krippendorff-alpha", { metric: "interval" }],
    ["intraclass-correlation", { form: "agreement" }],
    ["intraclass-correlation", { form: "consistency" }],
  ];
  for (const [name, settings] of overItems)
    test(`${name} ${Object.values(settings).join()}`, () => {
      fc.assert(
        fc.property(itemsOn(5), (ratings) => {
          const { compute } = measureNamed(name)!;
          const back = compute({ ratings: ratings.map((row) => mirrored(row, 5)), ...settings });
          expectFigures(except(back, "meanRanks"), except(compute({ ratings, ...settings }), "meanRanks"));
        }),
        RUNS,
      );
    });

  const overTables: [string, object][] = [
    ["weighted-kappa", { weights: "none" }],
    ["weighted-kappa", { weights: "linear" }],
    ["weighted-kappa", { weights: "quadratic" }],
    ["bowker", {}],
    ["individual-chi-square", {}],
  ];
  for (const [name, settings] of overTables)
    test(`${name} ${Object.values(settings).join()}`, () => {
      fc.assert(
        fc.property(crossTables, (table) => {
          const { compute } = measureNamed(name)!;
          const turned = [...table].reverse().map((row) => [...row].reverse());
          expectFigures(compute({ table: turned, ...settings }), compute({ table, ...settings }));
        }),
        RUNS,
      );
    });

  test("changes of the experts point the other way", () => {
    fc.assert(
      fc.property(twoRounds(5), ({ earlier, later }) => {
        const rounds = { earlier, later };
        const turned = { earlier: mirrored(earlier, 5), later: mirrored(later, 5) };
        const change = measureNamed("percent-changed");
        const moved = change.compute(rounds);
        expectFigures(change.compute(turned), { ...moved, meanChange: negated(moved.meanChange) });
        expectFigures(measureNamed("net-change").compute(turned), measureNamed("net-change").compute(rounds));
        const signed = measureNamed("wilcoxon-signed-rank");
        const up = signed.compute(rounds);
        expectFigures(signed.compute(turned), {
          ...up,
          rankSumUp: up.rankSumDown,
          rankSumDown: up.rankSumUp,
          rankBiserial: negated(up.rankBiserial),
        });
        const spread = measureNamed("spread-change");
        const drawn = spread.compute(rounds);
        expectFigures(except(spread.compute(turned), "cvEarlier", "cvLater", "cvChange"), {
          ...except(drawn, "cvEarlier", "cvLater", "cvChange"),
          medianEarlier: flipped(drawn.medianEarlier, 5),
          medianLater: flipped(drawn.medianLater, 5),
          medianChange: negated(drawn.medianChange),
        });
      }),
      RUNS,
    );
  });

  test("groups of experts change places", () => {
    fc.assert(
      fc.property(answersOn(5, 20), answersOn(5, 20), (first, second) => {
        const { compute } = measureNamed("mann-whitney");
        const there = compute({ first, second });
        const back = compute({ first: mirrored(first, 5), second: mirrored(second, 5) });
        expectFigures([back.method, back.p], [there.method, there.p]);
        if (there.superiority === null) expect(back.superiority).toBeNull();
        else expectFigures(back.superiority, 1 - there.superiority);
        const groups = measureNamed("kruskal-wallis");
        expectFigures(
          except(groups.compute({ groups: [mirrored(first, 5), mirrored(second, 5)] }), "medians"),
          except(groups.compute({ groups: [first, second] }), "medians"),
        );
      }),
      RUNS,
    );
  });

  test("one of two orders reversed turns rho round", () => {
    fc.assert(
      fc.property(twoRounds(30, 12), ({ earlier, later }) => {
        const { compute } = measureNamed("spearman");
        const there = compute({ x: earlier, y: later });
        expectFigures(compute({ x: earlier, y: mirrored(later, 30) }), { ...there, rho: negated(there.rho) });
      }),
      RUNS,
    );
  });

  test("a reversed ranking: points and majorities turn round", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (ranks) => {
          const back = ranks.map((row) => row.map((rank) => 10 - rank));
          const items = ranks.length;
          const points = measureNamed("borda-count").compute({ ranks }).points!;
          expectFigures(
            measureNamed("borda-count").compute({ ranks: back }).points,
            points.map((given) => 4 * (items - 1) - given),
          );
          const majorities = measureNamed("condorcet");
          expectFigures(
            majorities.compute({ ranks: back }).copeland,
            majorities.compute({ ranks }).copeland!.map((score) => 0 - score),
          );
          const closest = measureNamed("kemeny-order");
          expectFigures(
            except(closest.compute({ ranks: back }), "orders"),
            except(closest.compute({ ranks }), "orders"),
          );
        },
      ),
      RUNS,
    );
  });
});
