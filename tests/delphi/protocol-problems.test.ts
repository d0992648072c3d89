import { describe, expect, it } from "vitest";
import { presets } from "@/delphi/definitions/library";
import { condition, startRule } from "@/delphi/definitions/preset";
import type { Item } from "@/delphi/item";
import type { ItemKind } from "@/delphi/item-kind";
import { agreementWithNarrowSpread, netChangeBelow, policyDelphi } from "@/delphi/presets";
import type { Protocol } from "@/delphi/protocol";
import { protocolProblems } from "@/delphi/protocol-problems";
import type { Rule } from "@/delphi/rule";
import type { Scale } from "@/delphi/scale";
import { oneTo, probability, scales } from "./definitions/scales";

const item = (scale: Scale, kind: ItemKind = "option", id = "one"): Item => ({
  id,
  kind,
  title: `Item ${id}`,
  text: "",
  parts: [{ id: "rating", question: "", scale }],
  sources: [],
});
const withRules = (consensus: Rule | null, stability: Rule | null = netChangeBelow(15)): Protocol => ({
  ...policyDelphi,
  rules: { option: { consensus, stability } },
});
const problems = (consensus: Rule | null, scale: Scale = oneTo(5), people: number | null = null) =>
  protocolProblems(withRules(consensus), [item(scale), item(scale, "option", "two")], people);
const top = (compare: ">=" | "<", value: number) =>
  condition("percent-agreement", "topPercent", compare, value, { settings: { topFrom: 4, bottomTo: 2 } });
const bottom = (value: number) =>
  condition("percent-agreement", "bottomPercent", ">=", value, { settings: { topFrom: 4, bottomTo: 2 } });

describe("a protocol that works", () => {
  it("has no problem: the seeded one, and every preset on every scale that it fits", () => {
    expect(
      protocolProblems(policyDelphi, [item(oneTo(5)), item(probability, "scenario", "two")], 24),
    ).toEqual([]);
    for (const preset of presets)
      for (const scale of scales.filter(preset.fits)) {
        const rule = startRule(preset, scale);
        const stable = scale.kind === "probability" ? null : netChangeBelow(15);
        const protocol = preset.about === "consensus" ? withRules(rule, stable) : withRules(null, rule);
        const both = [item(scale), item(scale, "option", "two")];
        const found = protocolProblems({ ...protocol, stopping: "fixed" }, both, 12);
        expect(found, `${preset.name} on ${JSON.stringify(scale).slice(0, 60)}`).toEqual([]);
      }
  });

  it("has none before there is any item, as long as its words mean something", () => {
    expect(protocolProblems(policyDelphi, [])).toEqual([]);
  });
});

describe("a rule is refused when it is written", () => {
  it("if its measure, figure or setting does not exist", () => {
    const found = (rule: Rule) => problems(rule)[0];
    expect(found(condition("kendal-w", "w", ">=", 0.7))).toEqual({
      path: "rules.option.consensus.measure",
      message: "There is no measure called “kendal-w”.",
    });
    expect(found({ all: [condition("location-and-spread", "iqrs", "<=", 1)] })?.path).toBe(
      "rules.option.consensus.all.0.figure",
    );
    expect(found(condition("location-and-spread", "modes", "=", 1))?.path).toBe(
      "rules.option.consensus.figure",
    );
    expect(found(condition("location-and-spread", "iqr", "<=", 1, { settings: { typ: 6 } }))?.path).toBe(
      "rules.option.consensus.settings.typ",
    );
    expect(
      found(
        condition("percent-agreement", "interval.low", ">", 50, { settings: { topFrom: 4, bottomTo: 2 } }),
      ),
    ).toBe(undefined);
  });

  it("if it compares a word with a number", () => {
    expect(problems(condition("rand-ucla", "verdict", "=", 1), oneTo(9))[0]?.message).toContain("is a word");
    expect(problems(condition("rand-ucla", "verdict", ">=", "appropriate"), oneTo(9))[0]?.path).toBe(
      "rules.option.consensus.compare",
    );
  });

  it("if it was made for another scale", () => {
    const start = (name: string, scale: Scale) => startRule(presets.find((one) => one.name === name)!, scale);
    expect(problems(start("rand-ucla-index", oneTo(9)))[0]?.message).toContain("points 1 to 9");
    expect(problems(start("policy-delphi-bands", oneTo(4)))[0]?.message).toContain("four points");
    expect(problems(agreementWithNarrowSpread(75), probability)[0]?.message).toContain("probability");
    for (const points of [2, 3, 4, 6, 7, 9])
      expect(problems(agreementWithNarrowSpread(75), oneTo(points)), `${points} points`).toHaveLength(1);
    expect(problems(start("median-band", oneTo(5)), oneTo(7))).toHaveLength(1);
  });

  it("if no answers could ever meet it, or all would", () => {
    const never = (rule: Rule) => problems(rule)[0]?.message;
    expect(never({ all: [top(">=", 75), bottom(75)] })).toContain("contradicts itself");
    expect(never({ all: [top(">=", 60), top("<", 60)] })).toContain("contradicts itself");
    expect(
      never(condition("location-and-spread", "iqr", "<=", -0.5, { settings: { quantileType: 6 } })),
    ).toContain("contradicts itself");
    expect(
      never(condition("location-and-spread", "iqr", "<=", 4, { settings: { quantileType: 6 } })),
    ).toContain("decides nothing");
    expect(never({ all: [top(">=", 45), bottom(45)] })).toBeUndefined();
  });

  it("if a number lies outside what makes sense, at its own place", () => {
    expect(problems(agreementWithNarrowSpread(101))[0]).toMatchObject({
      path: expect.stringContaining(".value"),
    });
    expect(problems(agreementWithNarrowSpread(40))).toEqual([
      { path: "rules.option.consensus.percent", message: "This must be from 51 to 100." },
    ]);
  });

  it("if it rests on weighted kappa alone", () => {
    const kappa = condition("weighted-kappa", "kappa", ">=", 0.6, { settings: { weights: "linear" } });
    const stability = (rule: Rule) => protocolProblems(withRules(null, rule), [item(oneTo(5))])[0]?.message;
    expect(stability(kappa)).toContain("can't decide alone");
    expect(stability({ any: [netChangeBelow(15), kappa] })).toContain("can't decide alone");
    expect(stability({ all: [netChangeBelow(15), kappa] })).toBeUndefined();
  });
});

describe("a rule is refused for this panel", () => {
  const at = (name: string, scale: Scale, people: number) => {
    const preset = presets.find((one) => one.name === name)!;
    const rule = startRule(preset, scale);
    const protocol = preset.about === "consensus" ? withRules(rule) : withRules(null, rule);
    return protocolProblems({ ...protocol, minimumGroup: 3 }, [item(scale)], people).map(
      ({ message }) => message,
    );
  };

  it("if the RAND/UCLA table does not cover its size, 8 to 16", () => {
    expect(at("rand-ucla-table", oneTo(9), 7)).toHaveLength(1);
    for (let people = 8; people <= 16; people++) expect(at("rand-ucla-table", oneTo(9), people)).toEqual([]);
    expect(at("rand-ucla-table", oneTo(9), 17)[0]).toContain("17 people");
    expect(at("rand-ucla-index", oneTo(9), 40)).toEqual([]);
  });

  it("if a test could not find anything with so few", () => {
    expect(at("wilcoxon", oneTo(5), 5)[0]).toContain("at least 6 experts");
    expect(at("wilcoxon", oneTo(5), 6)).toEqual([]);
  });

  it("if the smallest group shown is larger than the panel", () => {
    expect(protocolProblems(policyDelphi, [], 4)).toMatchObject([{ path: "minimumGroup" }]);
    expect(protocolProblems(policyDelphi, [], 5)).toEqual([]);
  });
});

describe("stability needs something to compare", () => {
  it("so a study of one round can't ask for it, and one that stops when steady must", () => {
    expect(protocolProblems({ ...policyDelphi, rounds: 1 }, []).map(({ path }) => path)).toEqual([
      "rules.stance.stability",
      "rules.option.stability",
      "rules.scenario.stability",
    ]);
    expect(
      protocolProblems(withRules(agreementWithNarrowSpread(75), null), []).map(({ path }) => path),
    ).toEqual(["stopping"]);
  });
});
