import { expect, it } from "vitest";
import { policyDelphi } from "@/delphi/presets";
import { analyseToJson, file, HEADER } from "../analyse-command";

/**
 * Twelve items of an instrument, each rated for its relevance by the same six experts: 1 not, 2 somewhat, 3 quite,
 * 4 highly relevant. Every single rating is printed, and so is the content validity index of each item.
 * Source: PMC7253559, table 4 (https://pmc.ncbi.nlm.nih.gov/articles/PMC7253559/table/Tab4).
 */
const RATINGS = [
  [4, 4, 4, 4, 4, 4],
  [4, 3, 4, 4, 3, 4],
  [4, 4, 4, 4, 4, 4],
  [4, 4, 4, 4, 4, 4],
  [3, 4, 4, 4, 4, 4],
  [2, 3, 4, 3, 3, 4],
  [4, 4, 4, 4, 4, 4],
  [4, 4, 4, 4, 4, 4],
  [3, 3, 4, 2, 3, 4],
  [4, 4, 4, 3, 4, 4],
  [4, 4, 4, 3, 4, 4],
  [4, 4, 4, 3, 4, 4],
];
const PRINTED = {
  agreeing: [6, 6, 6, 6, 6, 5, 6, 6, 5, 6, 6, 6],
  index: ["1.00", "1.00", "1.00", "1.00", "1.00", "0.83", "1.00", "1.00", "0.83", "1.00", "1.00", "1.00"],
  mean: "0.97",
  unanimous: "0.83",
};

/** Relevant for at least 78% of six or more experts: the threshold that Lynn 1986 gives for this index. */
const protocol = {
  ...policyDelphi,
  design: "consensus",
  rounds: 1,
  rules: {
    option: {
      consensus: {
        measure: "percent-agreement",
        figure: "topPercent",
        compare: ">=",
        value: 78,
        settings: { topFrom: 3, bottomTo: 2 },
      },
      stability: null,
    },
  },
};

it("finds the share of six experts that the authors printed for each of twelve items", {
  timeout: 300_000,
}, () => {
  const { rows, badRows } = analyseToJson(
    file("relevance.csv", [
      HEADER,
      ...RATINGS.flatMap((experts, item) =>
        experts.map((value, expert) => `expert ${expert + 1},,1,item ${item + 1},relevance,${value}`),
      ),
    ]),
    "--items",
    file("items.csv", [
      "item,part,scale",
      ...RATINGS.map((_, item) => `item ${item + 1},relevance,not|somewhat|quite|highly relevant`),
    ]),
    "--protocol",
    file("protocol.json", [JSON.stringify(protocol)]),
  );
  const shares: number[] = rows.map((row: Row) => row.consensus.figures.topPercent / 100);
  expect(badRows).toEqual([]);
  expect(shares.map((share) => share.toFixed(2))).toEqual(PRINTED.index);
  expect(shares.map((share) => Math.round(share * 6))).toEqual(PRINTED.agreeing);
  expect((shares.reduce((sum, share) => sum + share) / shares.length).toFixed(2)).toBe(PRINTED.mean);
  expect((shares.filter((share) => share === 1).length / shares.length).toFixed(2)).toBe(PRINTED.unanimous);
  expect(rows.every((row: Row) => row.consensus.met)).toBe(true);
});

type Row = { consensus: { met: boolean; figures: { topPercent: number } } };
