import { expect, it } from "vitest";
import { policyDelphi } from "@/delphi/presets";
import { analyseToJson, file, HEADER } from "../analyse-command";

/**
 * Two published tables of one round against the next.
 * Pairs: rows are the 122 answers of the earlier round, columns those of the same people in the later one.
 * Source: Chaffin & Talley 1980, Technological Forecasting and Social Change 16:67, table 2a.
 * Rounds: two rounds of 21, without a word on who answered what.
 * Source: Dajani, Sincoff & Talley 1979, Technological Forecasting and Social Change 13:83, table 3.
 */
const PAIRS = [
  [26, 0, 0],
  [7, 62, 2],
  [0, 0, 25],
];
const ROUNDS = { earlier: [6, 5, 10], later: [5, 5, 11] };
const PRINTED = { individual: { chiSquare: "196.43", lambda: "0.85" }, marginal: { chiSquare: "0.1385" } };

/** Opposite readings: dependence shows that people kept their answers, no difference that the panel kept its own. */
const protocol = {
  ...policyDelphi,
  rules: {
    option: {
      consensus: null,
      stability: {
        all: [
          { measure: "individual-chi-square", figure: "p", compare: "<", value: 0.05 },
          { measure: "individual-chi-square", figure: "chiSquare", compare: ">", value: 0 },
          { measure: "individual-chi-square", figure: "lambda", compare: ">", value: 0 },
        ],
      },
    },
    stance: {
      consensus: null,
      stability: {
        all: [
          { measure: "marginal-chi-square", figure: "p", compare: ">=", value: 0.05 },
          { measure: "marginal-chi-square", figure: "chiSquare", compare: ">=", value: 0 },
        ],
      },
    },
  },
};

it("finds the tests of stability that two papers printed for their own tables", { timeout: 300_000 }, () => {
  const pairs = PAIRS.flatMap((row, earlier) =>
    row.flatMap((count, later) => Array.from({ length: count }, () => [earlier + 1, later + 1] as const)),
  );
  const { rows } = analyseToJson(
    file("rounds.csv", [
      HEADER,
      ...pairs.flatMap(([earlier, later], expert) => [
        `a${expert},,1,pairs,answer,${earlier}`,
        `a${expert},,2,pairs,answer,${later}`,
      ]),
      ...round(1, ROUNDS.earlier),
      ...round(2, ROUNDS.later),
    ]),
    "--items",
    file("items.csv", ["item,part,kind,scale", "pairs,answer,option,1-3", "rounds,answer,stance,1-3"]),
    "--protocol",
    file("protocol.json", [JSON.stringify(protocol)]),
  );
  const [individual, marginal] = ["pairs", "rounds"].map((item) => stabilityOf(rows, item));
  expect(individual).toMatchObject({ met: true, pairs: 122 });
  expect(individual?.figures.chiSquare?.toFixed(2)).toBe(PRINTED.individual.chiSquare);
  expect(individual?.figures.lambda?.toFixed(2)).toBe(PRINTED.individual.lambda);
  expect(marginal?.met).toBe(true);
  expect(marginal?.figures.chiSquare?.toFixed(4)).toBe(PRINTED.marginal.chiSquare);
});

const round = (number: number, counts: readonly number[]): string[] =>
  counts
    .flatMap((count, at) => Array.from({ length: count }, () => at + 1))
    .map((value, expert) => `b${expert},,${number},rounds,answer,${value}`);

type Row = {
  round: number;
  item: string;
  stability: { met: boolean; pairs: number; figures: Record<string, number> } | null;
};
const stabilityOf = (rows: readonly Row[], item: string) =>
  rows.find((row) => row.round === 2 && row.item === item)?.stability;
