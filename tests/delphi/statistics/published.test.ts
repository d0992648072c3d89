import { describe, expect, test } from "vitest";
import { measureNamed } from "@/delphi/statistics/registry";
import { expectFigures } from "./close";

const rounded = (value: number | null, digits: number) => value!.toFixed(digits);

describe("figures that others published or compute", () => {
  test("Krippendorff 2011, example C, on all four metrics", () => {
    const { ratings } = measureNamed("krippendorff-alpha").example.input;
    const metrics = ["nominal", "ordinal", "interval", "ratio"] as const;
    const alphas = metrics.map(
      (metric) => measureNamed("krippendorff-alpha").compute({ ratings, metric }).alpha,
    );
    expect(alphas.map((alpha) => rounded(alpha, 3))).toEqual(["0.743", "0.815", "0.849", "0.797"]);
  });

  test("Shrout & Fleiss 1979, table 4: one judge and four, agreement and consistency", () => {
    const { ratings } = measureNamed("intraclass-correlation").example.input;
    const forms = (["agreement", "consistency"] as const).map((form) =>
      measureNamed("intraclass-correlation").compute({ ratings, form }),
    );
    expect(forms.map(({ single, average }) => [rounded(single, 2), rounded(average, 2)])).toEqual([
      ["0.29", "0.62"],
      ["0.71", "0.91"],
    ]);
  });

  test("one panel, three statistics programs, two verdicts on the interquartile range", () => {
    const { ratings } = measureNamed("location-and-spread").example.input;
    const widths = ([7, 6, 2] as const).map(
      (quantileType) => measureNamed("location-and-spread").compute({ ratings, quantileType }).iqr,
    );
    expectFigures(widths, [0.75, 1.25, 1]);
  });

  test("the disagreement index depends on the quantiles, and equality is no disagreement", () => {
    const ratings = [1, 1, 5, 5, 5, 9, 9, 9];
    const indexes = ([7, 6, 2] as const).map((quantileType) =>
      rounded(measureNamed("rand-ucla").compute({ ratings, quantileType }).disagreementIndex, 2),
    );
    expect(indexes).toEqual(["0.71", "1.17", "0.75"]);
  });

  test("RAND/UCLA manual: how many ratings in each third are disagreement, by panel size", () => {
    const { compute } = measureNamed("rand-ucla");
    for (let panel = 8; panel <= 16; panel++) {
      const needed = panel <= 10 ? 3 : panel <= 13 ? 4 : 5;
      const split = (low: number, high: number) => [
        ...Array<number>(low).fill(1),
        ...Array<number>(high).fill(9),
        ...Array<number>(panel - low - high).fill(5),
      ];
      expect(compute({ ratings: split(needed, needed) }).tableRule).toBe("disagreement");
      expect(compute({ ratings: split(needed - 1, needed) }).tableRule).not.toBe("disagreement");
      expect(compute({ ratings: split(0, needed - 1) }).tableRule).toBe("agreement");
      expect(compute({ ratings: split(0, needed) }).tableRule).toBe("indeterminate");
    }
    for (const panel of [7, 17]) {
      const figures = compute({ ratings: Array<number>(panel).fill(8), rule: "table" });
      expect([figures.tableRule, figures.verdict]).toEqual([null, null]);
    }
  });

  test("a median of 3.5 or 6.5 belongs to the region above", () => {
    const { compute } = measureNamed("rand-ucla");
    expect(compute({ ratings: [3, 4] }).region).toBe("4-6");
    expect(compute({ ratings: [6, 7] }).region).toBe("7-9");
    expect(compute({ ratings: [1, 1, 1, 1, 9, 9, 9, 9] }).verdict).toBe("uncertain");
  });

  test("eight of ten is 80 %, but 49–94 %", () => {
    const scale = { min: 0, max: 1 };
    const figures = measureNamed("percent-agreement").compute({
      ratings: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0],
      scale,
      topFrom: 1,
      bottomTo: 0,
      threshold: 80,
    });
    expect([rounded(figures.interval!.low, 0), rounded(figures.interval!.high, 0)]).toEqual(["49", "94"]);
    expect(figures.consensus).toBe(true);
  });

  test("reaching a threshold with a fraction is enough, whatever binary arithmetic makes of it", () => {
    const { compute } = measureNamed("percent-agreement");
    const scale = { min: 0, max: 1 };
    for (let n = 1; n <= 60; n++)
      for (let top = 1; top <= n; top++) {
        const ratings = [...Array<number>(top).fill(1), ...Array<number>(n - top).fill(0)];
        const threshold = (100 * top) / n;
        expect(compute({ ratings, scale, topFrom: 1, bottomTo: 0, threshold }).consensus).toBe(true);
      }
  });

  test("3.1 − 2.9 ties with 2.2 − 2.0", () => {
    const figures = measureNamed("wilcoxon-signed-rank").compute({ earlier: [2.9, 2.2], later: [3.1, 2.0] });
    expectFigures([figures.rankSumUp, figures.rankSumDown, figures.rankBiserial], [1.5, 1.5, 0]);
    const still = measureNamed("percent-changed").compute({ earlier: [0.3], later: [0.1 + 0.2] });
    expect(still.changed).toBe(0);
  });
});

describe("larger panels, against SciPy 1.17", () => {
  test("Wilcoxon with 28 changes: normal, with tie and continuity correction", () => {
    const later = [4, 4, 4, 5, 2, 4, 4, 1, 4, 5, 4, 4, 2, 4, 4, 4, 5, 4, 2, 4, 4, 4, 4, 5, 4, 1, 4, 4, 3, 3];
    const figures = measureNamed("wilcoxon-signed-rank").compute({ earlier: later.map(() => 3), later });
    expect([figures.used, figures.rankSumUp, figures.method]).toEqual([28, 320.5, "normal"]);
    expectFigures(figures.p, 0.00457720060110586);
  });

  test("Mann-Whitney with 27 experts: normal, with tie and continuity correction", () => {
    const figures = measureNamed("mann-whitney").compute({
      first: [5, 4, 4, 3, 5, 4, 4, 2, 5, 4, 3, 4, 5, 4],
      second: [2, 3, 3, 1, 4, 2, 3, 3, 2, 4, 1, 3, 2],
    });
    expect([figures.u, figures.method]).toEqual([157, "normal"]);
    expectFigures(figures.p, 0.0010237906754627026);
  });

  test("Spearman with ties: t", () => {
    const figures = measureNamed("spearman").compute({
      x: [1, 2, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10],
      y: [2, 1, 3, 3, 5, 4, 6, 6, 8, 7, 10, 9],
    });
    expectFigures(figures, { n: 12, rho: 0.9542253521126759, method: "t", p: 1.4653825120044233e-6 });
  });
});

describe("estimates whose points fall together are jumps", () => {
  const certain = (value: number) => ({ lower: value, best: value, upper: value });

  test("experts who are certain of different values", () => {
    const { compute } = measureNamed("quantile-linear-pool");
    expectFigures(compute({ estimates: [certain(7)], level: 90 }), { n: 1, lower: 7, best: 7, upper: 7 });
    const two = compute({ estimates: [certain(0), certain(10)], level: 80, overshoot: 0 });
    expectFigures(two, { n: 2, lower: 0, best: 5, upper: 10 });
  });

  test("a bound at the end of an interval", () => {
    const figures = measureNamed("quantile-linear-pool").compute({
      estimates: [{ lower: 0, best: 5, upper: 10 }],
      level: 80,
      bounds: { min: 0, max: 10 },
    });
    expectFigures(figures, { n: 1, lower: 0, best: 5, upper: 10 });
  });
});

describe("what an expert did not rank", () => {
  const ranks = [
    [1, 2, null],
    [2, 1, 5],
    [null, 3, null],
    [null, null, null],
  ];

  test("ties behind the ranked items, or takes part in nothing", () => {
    const last = measureNamed("mean-rank").compute({ ranks });
    expectFigures(last.meanRanks, [2, 4 / 3, 9.5 / 3, 3.5]);
    expect(last.order).toEqual([[1], [0], [2], [3]]);
    const missing = measureNamed("mean-rank").compute({ ranks, unranked: "missing" });
    expectFigures(missing.meanRanks, [1.5, 4 / 3, 3, null]);
    expect([missing.rankedBy, missing.order]).toEqual([
      [2, 3, 1, 0],
      [[1], [0], [2]],
    ]);
  });

  test("gives no points to an item that took part in nothing", () => {
    expect(measureNamed("borda-count").compute({ ranks, unranked: "missing" }).points).toEqual([2, 2, 0, 0]);
    expect(measureNamed("borda-count").compute({ ranks }).points).toEqual([6, 8, 2.5, 1.5]);
  });
});
