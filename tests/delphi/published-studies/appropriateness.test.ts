import { expect, it } from "vitest";
import { policyDelphi } from "@/delphi/presets";
import { analyseToJson, file, HEADER } from "../analyse-command";

/**
 * One criterion of a RAND/UCLA panel of fifteen in its first round: how many rated it 1, 2, … 9.
 * Source: BMJ Open 2012;2:e001431, table 1. The authors print "2.5" for the constant in the formula of IPRAS; their
 * result of 6.1 is that of 2.35, the constant of the RAND/UCLA manual.
 */
const PANELLISTS = [0, 0, 0, 1, 1, 1, 5, 5, 2];
const PRINTED = { median: 7, ipr: 1, ipras: 6.1, accepted: true, disagreement: false };

/** What the authors decided by: a median of 7 to 9, few enough outside its region, and no disagreement. */
const protocol = {
  ...policyDelphi,
  design: "consensus",
  rounds: 2,
  stopping: "fixed",
  rules: {
    option: {
      consensus: {
        all: [
          { measure: "rand-ucla", figure: "median", compare: ">=", value: 6.5 },
          { measure: "rand-ucla", figure: "tableRule", compare: "=", value: "agreement" },
          { measure: "rand-ucla", figure: "disagreement", compare: "=", value: false },
          { measure: "rand-ucla", figure: "ipr", minus: "ipras", compare: "<=", value: 0 },
        ],
      },
      stability: null,
    },
  },
};

it("accepts the criterion that a panel of fifteen accepted, by the figures that its authors printed", {
  timeout: 300_000,
}, () => {
  const ratings = PANELLISTS.flatMap((count, at) => Array.from({ length: count }, () => at + 1));
  const { rows } = analyseToJson(
    file("criterion.csv", [
      HEADER,
      ...ratings.map((value, expert) => `p${expert + 1},,1,criterion-1,appropriateness,${value}`),
    ]),
    "--items",
    file("items.csv", ["item,part,scale", "criterion-1,appropriateness,1-9"]),
    "--protocol",
    file("protocol.json", [JSON.stringify(protocol)]),
  );
  const [{ n, median, consensus }] = rows;
  expect(n).toBe(15);
  expect(median).toBe(PRINTED.median);
  expect(consensus.met).toBe(PRINTED.accepted);
  expect(consensus.figures).toMatchObject({
    ipr: PRINTED.ipr,
    disagreement: PRINTED.disagreement,
    tableRule: "agreement",
  });
  expect(consensus.figures.ipras).toBeCloseTo(PRINTED.ipras, 9);
});
