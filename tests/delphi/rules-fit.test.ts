import { expect, test } from "vitest";
import type { Item } from "@/delphi/item";
import { policyDelphi } from "@/delphi/presets";
import { itemsOffTheRules } from "@/delphi/rules-fit";

const rated = (kind: Item["kind"], points: number): Item => ({
  id: `${kind}-${points}`,
  kind,
  title: `Rated on ${points} points`,
  text: "",
  parts: [
    {
      id: "rating",
      question: "",
      scale: {
        kind: "ordinal",
        points: Array.from({ length: points }, (_, at) => ({ value: at + 1, label: `point ${at + 1}` })),
      },
    },
  ],
  sources: [],
});

const off = (...items: Item[]) => itemsOffTheRules(policyDelphi, items).map((item) => item.id);

test("the rule of agreement on five points does not fit a scale of another length", () => {
  expect(off(rated("option", 5), rated("stance", 5))).toEqual([]);
  expect(off(...[2, 3, 4, 6, 7, 9].map((points) => rated("option", points)))).toHaveLength(6);
});

test("what has no verdict may have any scale, and without a rule so may the rest", () => {
  expect(off(rated("confidence", 4), rated("confidence", 9))).toEqual([]);
  expect(itemsOffTheRules({ ...policyDelphi, rules: {} }, [rated("option", 7)])).toEqual([]);
});

test("an item is as good as its worst part", () => {
  const [five, seven] = [rated("option", 5), rated("option", 7)];
  expect(off({ ...five, parts: [...five.parts, { ...seven.parts[0]!, id: "second" }] })).toEqual([
    "option-5",
  ]);
});
