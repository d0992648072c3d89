import { expect, test } from "vitest";
import { netChangeBelow, policyDelphi } from "@/delphi/presets";
import { rulesWith, thresholdsOf } from "@/delphi/thresholds";

test("the numbers read from a policy Delphi's rules give the same rules again", () => {
  const thresholds = thresholdsOf(policyDelphi);
  expect(thresholds).toEqual({ agreement: 75, netChange: 15, median: 5, spread: 10 });
  expect(rulesWith(thresholds!)).toEqual(policyDelphi.rules);
});

test("rules of another form have no such numbers, so a form can't flatten them", () => {
  const stricter = { stance: { consensus: null, stability: netChangeBelow(10) } };
  expect(thresholdsOf({ ...policyDelphi, rules: { ...policyDelphi.rules, ...stricter } })).toBeNull();
  expect(thresholdsOf({ ...policyDelphi, rules: {} })).toBeNull();
});
