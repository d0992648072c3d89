import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { policyDelphi } from "@/delphi/presets";
import { analyse, analyseToJson, file, HEADER, placeFor } from "./analyse-command";

/** Prints the processor's seconds at the end: what the clock says depends on what else runs on this machine. */
const TELLS_ITS_TIME =
  "data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();console.error((user+system)/1e6)})";

const answers = (round: number, values: readonly (string | number)[]) =>
  values.map((value, at) => `e${at},${at < 2 ? "a" : "b"},${round},visas,desirability,${value}`);

describe("analysing a study that was run elsewhere", { timeout: 300_000 }, () => {
  it("gives figures and both verdicts for every round, item and group, withholding nothing", () => {
    const ratings = file("two-rounds.csv", [
      HEADER,
      ...answers(1, [4, 4, 5, 2, "abstain", ""]),
      ...answers(2, [4, 4, 5, 4, "abstain", ""]),
    ]);
    const { rows, badRows, protocol } = analyseToJson(ratings);
    expect(badRows).toEqual([]);
    expect(protocol.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      round: 1,
      item: "visas",
      part: "desirability",
      stratum: null,
      n: 4,
      abstained: 1,
      notAnswered: 1,
      median: 4,
      q1: 3.5,
      q3: 4.25,
      consensus: { met: true, figures: { iqr: 0.75, topPercent: 75, bottomPercent: 25 } },
      stability: null,
    });
    expect(rows[3].stability).toEqual({ met: false, pairs: 4, figures: { netChangePercent: 25 } });
    expect(rows[4]).toMatchObject({ round: 2, stratum: "a", n: 2, median: 4 });
  });

  it("tells not asked, not answered and abstained apart", () => {
    const ratings = file("three-silences.csv", [
      HEADER,
      "e1,,1,visas,desirability,4",
      "e2,,1,visas,desirability,",
      "e3,,1,visas,desirability,abstain",
      "e4,,1,visas,feasibility,2",
    ]);
    const { rows } = analyseToJson(ratings);
    expect(rows[0]).toMatchObject({ part: "desirability", n: 1, abstained: 1, notAnswered: 1 });
    expect(rows[1]).toMatchObject({ part: "feasibility", n: 1, abstained: 0, notAnswered: 0 });
  });

  it("has no stability in the first round of a part, and one without a verdict where no rule is declared", () => {
    const items = file("confidence.csv", [
      "item,part,kind",
      "you,confidence,confidence",
      "visas,desirability,",
    ]);
    const ratings = file("late-part.csv", [
      HEADER,
      ...[1, 2].flatMap((round) => [`e1,,${round},you,confidence,4`, `e2,,${round},you,confidence,`]),
      "e1,,2,visas,desirability,4",
    ]);
    const { rows } = analyseToJson(ratings, "--items", items);
    expect(rows.map((row: { stability: unknown }) => row.stability)).toEqual([
      null,
      { met: null, pairs: 1, figures: {} },
      null,
    ]);
  });

  it("says beside the rows how sure they are, what else they would be called, and who left", () => {
    const one = (round: number, values: readonly number[]) =>
      values.map((value, at) => `e${at},,${round},visas,desirability,${value}`);
    const ratings = file("leavers.csv", [
      HEADER,
      ...one(1, [4, 4, 4, 4, 4, 4, 4, 1, 1]),
      ...one(2, [4, 4, 4, 4, 4, 4, 5]),
    ]);
    const { rows, details, findings, attrition, carryForward } = analyseToJson(ratings);
    expect(Object.keys(rows[1])).toEqual(
      "round item part stratum n abstained notAnswered median q1 q3 consensus stability".split(" "),
    );
    expect(details[0]).toMatchObject({ counts: [2, 0, 0, 7, 0], medianInterval: { low: 1, high: 4 } });
    expect(findings[0].warnings.map((warning: { name: string }) => warning.name)).toContain("both-ends-held");
    expect(findings[1].sentence).toBe(
      "All of the panel answers “4” or “5”; opinions moved little since round 1.",
    );
    expect(findings[1].otherDefinitions.map((other: { preset: string }) => other.preset)).toContain(
      "iqr-threshold",
    );
    expect(attrition).toMatchObject([{ since: 1, round: 2, before: 9, left: 2, joined: 0 }]);
    expect(carryForward.at(-1)).toEqual({ round: 2, item: "visas", proposal: "settled", because: "stable" });
  });

  it("answers with every bad row where none can be used", () => {
    const { rows, badRows } = analyseToJson(file("all-bad.csv", [HEADER, "e1,,1,visas,desirability,9"]));
    expect(rows).toEqual([]);
    expect(badRows).toEqual([{ line: 2, reason: "9 is not on the scale 1 to 5." }]);
  });

  it("analyses 100,000 answers in less than half a minute of a processor", () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => {
      const [expert, item, round] = [at % 100, Math.floor(at / 100) % 200, Math.floor(at / 20_000) + 1];
      return `e${expert},s${expert % 4},${round},item ${item},p,${((expert * 7 + item * 3 + round) % 5) + 1}`;
    });
    const ratings = file("large.csv", [HEADER, ...lines]);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--import", TELLS_ITS_TIME, "cli/analyse.ts", ratings, "--json"],
      { encoding: "utf8", maxBuffer: 2 ** 28 },
    );
    const { rows, badRows } = JSON.parse(stdout);
    // It takes up to 10 seconds where everything else on the machine wants the same caches; much less at rest.
    expect(Number(stderr)).toBeLessThan(30);
    expect(badRows).toEqual([]);
    expect(rows).toHaveLength(5 * 200 * 5);
  });

  it("keeps the good rows and names each bad one with line and reason", () => {
    const ratings = file("bad.csv", [
      HEADER,
      ...answers(1, [4, 4]),
      "e0,a,1,visas,desirability,5",
      "e2,b,one,visas,desirability,5",
      "e3,b,1,visas,desirability,6",
      "e1,b,1,visas,feasibility,3",
      ",b,1,visas,desirability,3",
    ]);
    const { rows, badRows } = analyseToJson(ratings);
    expect(rows[0].n).toBe(2);
    expect(badRows.map((row: { line: number }) => row.line)).toEqual([4, 5, 6, 7, 8]);
    expect(badRows[2].reason).toBe("6 is not on the scale 1 to 5.");
  });

  it("takes texts, kinds and scales from an items file, and rules from a protocol", () => {
    const items = file("items.csv", [
      "item,part,kind,title,scale",
      "visas,desirability,option,Ease visas,1-9",
    ]);
    const ratings = file("nine.csv", [HEADER, ...answers(1, [9, 8, 7, 9])]);
    const usual = analyseToJson(ratings, "--items", items);
    expect(usual.rows[0]).toMatchObject({ median: 8.5, consensus: { met: null } });
    expect(usual.notes).toHaveLength(1);
    const strange = file("protocol.json", ['{"design":"policy-delphi"}']);
    const refused = analyse(ratings, "--items", items, "--protocol", strange);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("is not a protocol");
    expect(refused.stderr).not.toContain("    at ");
    const unfit = analyse(
      ratings,
      "--items",
      items,
      "--protocol",
      file("five-points.json", [JSON.stringify(policyDelphi)]),
    );
    expect(unfit.status).toBe(1);
    expect(unfit.stderr).toMatch(/rules\.option\.consensus\S*: \S.+\./);
  });

  it("writes one page that loads nothing and shows a hostile name as text", () => {
    const page = placeFor("out.html");
    analyse(file("script.csv", [HEADER, "e1,a,1,<script>alert(1)</script>,p,4"]), "--html", page);
    const html = readFileSync(page, "utf8");
    expect(html).not.toContain("<script");
    expect(html).not.toMatch(/(src|href)=/);
    expect(html).toContain("&#60;script&#62;");
  });
});
