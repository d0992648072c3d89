import { expect, test } from "vitest";
import { canonical } from "@/delphi/canonical";
import { presetOf, presets, presetsFor } from "@/delphi/definitions/library";
import { startRule, startValues } from "@/delphi/definitions/preset";
import { readRule } from "@/delphi/protocol-reading";
import { reading } from "@/delphi/reading";
import { Rule } from "@/delphi/rule";
import { fc } from "../../draws";
import { GIGAWATTS } from "../an-estimate";
import { say } from "../say";
import { oneTo, probability, scales } from "./scales";

const fitting = presets.flatMap((preset) =>
  [...scales, GIGAWATTS]
    .filter(preset.fits)
    .map((scale) => ({ preset, scale, rule: startRule(preset, scale) })),
);

test("every preset fits some scale, and its rule is a rule", () => {
  expect(new Set(fitting.map(({ preset }) => preset.name)).size).toBe(presets.length);
  for (const { rule } of fitting) expect(Rule.parse(rule)).toEqual(rule);
});

test("a preset is recognised again from its rule, also after its numbers were changed", () => {
  for (const { preset, scale } of fitting) {
    const numbers = preset
      .thresholds(scale)
      .map(({ least, most, step }) =>
        fc.integer({ min: 0, max: Math.round((most - least) / step) }).map((steps) => least + steps * step),
      );
    fc.assert(
      fc.property(fc.tuple(...numbers), (chosen) => {
        const names = preset.thresholds(scale).map(({ name }) => name);
        const values = Object.fromEntries(names.map((name, at) => [name, chosen[at]!]));
        const stored: Rule = Rule.parse(JSON.parse(canonical(preset.rule(values))));
        expect(presetOf(stored, preset.about, [scale])).toEqual({ preset, values });
      }),
      { numRuns: 25 },
    );
  }
});

test("a rule of another form is taken for no preset", () => {
  const [first] = fitting;
  expect(presetOf({ all: [first!.rule] }, "consensus")).toBeNull();
  expect(presetOf({ any: [first!.rule, first!.rule] }, "consensus")).toBeNull();
  expect(presetOf(first!.rule, "stability")).toBeNull();
});

test("each preset starts inside its own bounds", () => {
  for (const { preset, scale } of fitting)
    for (const { name, start, least, most } of preset.thresholds(scale)) {
      expect(start, `${preset.name} ${name}`).toBeGreaterThanOrEqual(least);
      expect(start, `${preset.name} ${name}`).toBeLessThanOrEqual(most);
    }
});

test("each preset is read as one plain sentence with its numbers in it", () => {
  for (const { preset, scale, rule } of fitting) {
    const sentence = say(reading("listed", { list: readRule(rule) }));
    expect(sentence).not.toMatch(/preset\.|rule\.|undefined|NaN|topFrom|Percent/);
    for (const [name, value] of Object.entries(startValues(preset, scale)))
      expect(sentence, preset.name).toContain(name === "share" ? `${value * 100}%` : String(value));
  }
});

test("on 1 to 9 the rules made for it can be chosen, on five points they cannot", () => {
  const names = (...on: Parameters<typeof presetsFor>[1]) =>
    presetsFor("consensus", on).map(({ name }) => name);
  const special = ["core-outcome-70-15", "rand-ucla-table", "rand-ucla-index"];
  expect(names(oneTo(9))).toEqual(expect.arrayContaining(special));
  for (const name of special) expect(names(oneTo(5))).not.toContain(name);
  expect(names(oneTo(9), oneTo(5))).not.toContain("rand-ucla-index");
  expect(names(oneTo(4))).toContain("policy-delphi-bands");
  expect(names(oneTo(5))).not.toContain("policy-delphi-bands");
  expect(names(probability)).toEqual(["probability-spread"]);
});

test("every preset says where it comes from and what it is blind to", () => {
  for (const { source, caution, convention } of presets) {
    expect(source).toMatch(/\d{4}/);
    expect(caution).toMatch(/\.$/);
    expect(convention).toMatch(/\.$/);
  }
});
