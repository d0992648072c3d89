import { expect, test } from "vitest";
import { withCriteria } from "@/app/(desk)/desk/studies/[slug]/design/criteria/criteria-form";
import { belarusDesign } from "@/db/seed/belarus";

const { items } = belarusDesign("criteria", []);
const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const kept = { "question-desirability": "How desirable?", "scale-desirability": "no\nsomewhat\nyes" };

test("every option gets the same criteria, and nothing else is touched", () => {
  const after = withCriteria(
    formOf({
      ...kept,
      "drop-feasibility": "on",
      "name-new": "Cost!",
      "question-new": "How dear?",
      "scale-new": "low\r\nhigh\r\n",
    }),
    items,
  );
  const options = after.filter(({ kind }) => kind === "option");
  expect(options.length).toBeGreaterThan(20);
  for (const { parts } of options) {
    expect(parts.map(({ id }) => id)).toEqual(["desirability", "cost"]);
    expect(parts[1]).toEqual({
      id: "cost",
      question: "How dear?",
      scale: {
        kind: "ordinal",
        points: [
          { value: 1, label: "low" },
          { value: 2, label: "high" },
        ],
      },
    });
  }
  const others = (all: typeof items) => all.filter(({ kind }) => kind !== "option");
  expect(others(after)).toEqual(others(items));
});

test("a new criterion never takes the place of one that is dropped in the same act", () => {
  const [option] = withCriteria(
    formOf({
      ...kept,
      "drop-feasibility": "on",
      "name-new": "Feasibility",
      "question-new": "",
      "scale-new": "a\nb",
    }),
    items,
  ).filter(({ kind }) => kind === "option");
  expect(option!.parts.map(({ id }) => id)).toEqual(["desirability", "feasibility-2"]);
});

test("a scale that begins elsewhere, or has no labels, stays what it is", () => {
  const from = (value: number) => ({
    kind: "ordinal" as const,
    points: ["a", "b"].map((label, at) => ({ value: value + at, label })),
  });
  const parts = [
    { id: "cost", question: "", scale: from(0) },
    { id: "chance", question: "", scale: { kind: "probability" as const } },
  ];
  const option = items.find(({ kind }) => kind === "option")!;
  const [after] = withCriteria(formOf({ "scale-cost": "a\nb" }), [{ ...option, parts }]);
  expect(after!.parts).toEqual(parts);
});
