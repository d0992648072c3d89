import { describe, expect, test } from "vitest";
import { measureNamed } from "@/delphi/statistics/registry";
import { fc } from "../../draws";
import { expectFigures } from "./close";
import { orders } from "./panels";

/** Mid-ranks the slow way: below, and half of those beside. */
const ranksOf = (values: readonly number[]) =>
  values.map((x) => values.filter((y) => y < x).length + (values.filter((y) => y === x).length + 1) / 2);
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The share of arrangements at least as far from the expectation as the observed one. */
function shareAsFar(statistics: readonly number[], observed: number, expectation: number): number {
  const far = Math.abs(observed - expectation) - 1e-9;
  return statistics.filter((one) => Math.abs(one - expectation) >= far).length / statistics.length;
}

function subsets(size: number): number[][] {
  return Array.from({ length: 2 ** size }, (_, bits) =>
    Array.from({ length: size }, (_, index) => index).filter((index) => bits & (1 << index)),
  );
}

describe("exact p-values are the share of all arrangements, counted one by one", () => {
  test("every sign the changes of up to eight experts could have had", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 8 }), (changes) => {
        const used = changes.filter((change) => change !== 0);
        const ranks = ranksOf(used.map(Math.abs));
        const sums = subsets(used.length).map((up) => total(up.map((at) => ranks[at]!)));
        const observed = total(ranks.filter((_, at) => used[at]! > 0));
        const figures = measureNamed("wilcoxon-signed-rank").compute({
          earlier: changes.map(() => 3),
          later: changes.map((change) => 3 + change),
        });
        expect(figures.used).toBe(used.length);
        if (used.length === 0) expect(figures.p).toBeNull();
        else expectFigures(figures.p, shareAsFar(sums, observed, total(ranks) / 2));
      }),
      { numRuns: 150 },
    );
  });

  test("every way of dividing up to nine experts into those who left and those who stayed", () => {
    const group = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(group, group, (first, second) => {
        const all = [...first, ...second];
        const figures = measureNamed("mann-whitney").compute({ first, second });
        const u = total(first.map((a) => total(second.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))));
        expect(figures.u).toBe(u);
        if (new Set(all).size === 1) {
          expect([figures.method, figures.p]).toEqual([null, null]);
          return;
        }
        const sums = subsets(all.length)
          .filter((chosen) => chosen.length === first.length)
          .map((chosen) => {
            const rest = all.filter((_, at) => !chosen.includes(at));
            return total(
              chosen.map((at) => total(rest.map((b) => (all[at]! > b ? 1 : all[at] === b ? 0.5 : 0)))),
            );
          });
        expectFigures(figures.p, shareAsFar(sums, u, (first.length * second.length) / 2));
      }),
      { numRuns: 100 },
    );
  });

  test("every order of three to seven items", () => {
    for (let n = 3; n <= 7; n++) {
      const items = Array.from({ length: n }, (_, item) => item + 1);
      const rhos = orders(items).map((order) => {
        const distance = total(order.map((place, item) => (place - item - 1) ** 2));
        return 1 - (6 * distance) / (n ** 3 - n);
      });
      for (const order of orders(items).filter((_, at) => at % (n < 6 ? 1 : 97) === 0)) {
        const figures = measureNamed("spearman").compute({ x: items, y: order });
        expect(figures.method).toBe("exact");
        expectFigures(figures.p, shareAsFar(rhos, figures.rho!, 0));
      }
    }
  });

  test("every table with the same margins", () => {
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (table) => {
        const figures = measureNamed("fisher-exact").compute({ table });
        const p = freemanHalton(table);
        expect(figures.method).toBe(p === null ? null : "exact");
        expectFigures(figures.p, p);
      }),
      { numRuns: 150 },
    );
  });

  test("a binomial coin for every expert who switched", () => {
    for (let b = 0; b <= 8; b++)
      for (let c = 0; c <= 8; c++) {
        const figures = measureNamed("mcnemar").compute({
          table: [
            [3, b],
            [c, 2],
          ],
        });
        const flips = subsets(b + c).map((heads) => heads.length);
        if (b + c === 0 || b + c > 12) continue;
        expectFigures(figures.p, shareAsFar(flips, b, (b + c) / 2));
      }
  });
});

/** Deals the experts into the columns one by one, so that every table comes as often as it is probable. */
function freemanHalton(table: readonly (readonly number[])[]): number | null {
  const rows = table.filter((row) => total(row) > 0);
  const columns = table[0]!.map((_, j) => total(rows.map((row) => row[j]!))).filter((sum) => sum > 0);
  if (rows.length < 2 || columns.length < 2) return null;
  const ways = (cells: readonly number[]) => {
    let product = 1;
    for (const cell of cells) for (let k = 2; k <= cell; k++) product /= k;
    return product;
  };
  const weights: number[] = [];
  const deal = (row: number, left: readonly number[], cells: readonly number[]): void => {
    if (row === rows.length - 1) {
      weights.push(ways([...cells, ...left]));
      return;
    }
    const place = (column: number, rest: number, here: readonly number[]): void => {
      if (column === left.length) {
        if (rest === 0)
          deal(
            row + 1,
            left.map((of, j) => of - here[j]!),
            [...cells, ...here],
          );
        return;
      }
      for (let x = 0; x <= Math.min(rest, left[column]!); x++) place(column + 1, rest - x, [...here, x]);
    };
    place(0, total(rows[row]!), []);
  };
  deal(0, columns, []);
  const observed = ways(table.flat());
  return total(weights.filter((weight) => weight <= observed * (1 + 1e-7))) / total(weights);
}

describe("the closest order is found among all orders", () => {
  test("up to six items, ties and unranked items included", () => {
    const profiles = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 5 }))
      .chain(([items, experts]) =>
        fc.record({
          ranks: fc.array(
            fc.array(fc.option(fc.integer({ min: 1, max: items }), { freq: 6 }), {
              minLength: experts,
              maxLength: experts,
            }),
            { minLength: items, maxLength: items },
          ),
          weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: experts, maxLength: experts }),
          unranked: fc.constantFrom("last" as const, "missing" as const),
        }),
      );
    fc.assert(
      fc.property(profiles, (profile) => {
        const { preferences } = measureNamed("condorcet").compute(profile);
        const figures = measureNamed("kemeny-order").compute(profile);
        if (preferences === null) {
          expect(figures.orders).toBeNull();
          return;
        }
        const scored = orders(profile.ranks.map((_, item) => item)).map((order) => ({
          order,
          score: total(order.flatMap((a, at) => order.slice(at + 1).map((b) => preferences[a]![b]!))),
        }));
        const best = Math.max(...scored.map(({ score }) => score));
        const optimal = scored.filter(({ score }) => score === best).map(({ order }) => order);
        expect(figures.agreements).toBe(best);
        expect(figures.agreements! + figures.disagreements!).toBe(total(preferences.flat()));
        expect(figures.optimalOrders).toBe(optimal.length);
        expect(figures.orders).toEqual(optimal.slice(0, 24));
      }),
      { numRuns: 80 },
    );
  });

  test("sixteen items that everyone ties have 16! best orders, and seventeen are too many", () => {
    const tied = (items: number) => ({ ranks: Array.from({ length: items }, () => [1, 1]) });
    const figures = measureNamed("kemeny-order").compute(tied(16));
    expect(figures.optimalOrders).toBe(20_922_789_888_000);
    expect(figures.orders).toHaveLength(24);
    expect(figures.orders![1]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 14]);
    expect(measureNamed("kemeny-order").compute(tied(17))).toEqual({
      experts: 2,
      agreements: null,
      disagreements: null,
      optimalOrders: null,
      orders: null,
    });
  });

  test("a cycle of majorities is found wherever there is one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 5,
        }),
        (ranks) => {
          const { preferences, cycle, winner } = measureNamed("condorcet").compute({ ranks });
          const beats = (a: number, b: number) => preferences![a]![b]! > preferences![b]![a]!;
          const items = ranks.map((_, item) => item);
          const linear = orders(items).some((order) =>
            order.every((a, at) => order.slice(at + 1).every((b) => !beats(b, a))),
          );
          expect(cycle).toBe(!linear);
          const champions = items.filter((a) => items.every((b) => a === b || beats(a, b)));
          expect(winner).toBe(champions[0] ?? null);
        },
      ),
      { numRuns: 100 },
    );
  });
});
