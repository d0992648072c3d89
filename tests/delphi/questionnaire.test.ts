import { expect, test } from "vitest";
import type { Item } from "@/delphi/item";
import { inOrder, ORDERS, shuffled } from "@/delphi/item-order";
import { itemsShown, movedBy, sectionsOf } from "@/delphi/questionnaire";
import type { QuestionnairePlan } from "@/delphi/questionnaire-plan";

const item = (id: string, kind: Item["kind"], section?: string): Item => ({
  id,
  kind,
  title: id,
  text: "",
  parts: [{ id: "part", question: "", scale: { kind: "probability" } }],
  sources: [],
  ...(section !== undefined && { section }),
});
const options = Array.from({ length: 12 }, (_, at) => item(`option-${at}`, "option"));
const ids = (items: readonly Item[]) => items.map((one) => one.id);
const orders = Array.from({ length: ORDERS }, (_, order) => order);

test("over all orders every item stands in the middle on average, and no two orders are alike", () => {
  const seen = orders.map((order) => ids(shuffled(options, order)));
  expect(new Set(seen.map(String)).size).toBe(ORDERS);
  for (const { id } of options) {
    const mean = seen.reduce((sum, one) => sum + one.indexOf(id), 0) / ORDERS;
    expect(mean).toBe((options.length - 1) / 2);
  }
});

test("when fewer items are asked the others keep their order", () => {
  const fewer = options.filter((_, at) => at % 3 !== 0);
  for (const order of orders) {
    const all = ids(shuffled(options, order)).filter((id) => fewer.some((one) => one.id === id));
    expect(ids(shuffled(fewer, order))).toEqual(all);
  }
});

const plan: QuestionnairePlan = {
  sections: [
    { id: "money", title: "Money", introduction: "Who pays.", order: "shuffled" },
    { id: "empty", title: "Nothing yet", introduction: "", order: "fixed" },
    { id: "law", title: "Law", introduction: "", order: "fixed" },
  ],
  order: "fixed",
};

test("planned sections follow the headline, in their order; what stands in none or in an unknown one follows by kind", () => {
  const items = [
    item("a", "option", "law"),
    item("b", "scenario", "law"),
    item("c", "option", "gone"),
    item("d", "stance"),
    ...options.map((one) => ({ ...one, section: "money" })),
  ];
  const sections = sectionsOf(items, plan);
  expect(sections.map(({ id, part, parts }) => [id, part, parts])).toEqual([
    ["stance", 1, 1],
    ["s-money-1", 1, 2],
    ["s-money-2", 2, 2],
    ["s-law", 1, 1],
    ["option", 1, 1],
  ]);
  expect(ids(sections[3]!.items)).toEqual(["a", "b"]);
  const shown = itemsShown(items, plan, 0);
  expect(ids(shown).slice(-3)).toEqual(["a", "b", "c"]);
  expect(ids(shown).slice(1, 13)).not.toEqual(ids(options));
  expect(sectionsOf(shown, plan).flatMap((section) => ids(section.items))).toEqual(ids(shown));
});

test("without a plan nothing is shuffled, whatever the seat", () => {
  const items = [item("late", "confidence"), ...options, item("first", "stance")];
  for (const order of orders)
    expect(ids(itemsShown(items, undefined, order))).toEqual(["first", ...ids(options), "late"]);
});

test("an item moves among those it stands with, and nothing else moves", () => {
  const items = [
    item("a", "option"),
    item("b", "scenario"),
    item("c", "option", "law"),
    item("d", "option"),
    item("e", "scenario", "law"),
  ];
  expect(ids(movedBy(items, plan, "d", -1))).toEqual(["d", "b", "c", "a", "e"]);
  expect(ids(movedBy(items, plan, "c", 1))).toEqual(["a", "b", "e", "d", "c"]);
  expect(movedBy(items, plan, "a", -1)).toEqual(items);
  expect(movedBy(items, plan, "gone", 1)).toEqual(items);
});

test("whatever order is sent, no item is lost and none is there twice", () => {
  const items = [item("a", "option"), item("b", "option"), item("c", "option")];
  for (const order of [["c", "a"], ["c", "c", "a"], ["x", "b"], [], ["b", "a", "c"]])
    expect(ids(inOrder(items, order)).toSorted()).toEqual(["a", "b", "c"]);
  expect(ids(inOrder(items, ["c", "a"]))).toEqual(["c", "b", "a"]);
});
