import { expect, test } from "vitest";
import { readFragment, writeFragment } from "@/app/(public)/_answer/answer-fragment";
import { type Explored, readChoice, writeChoice } from "@/ui/explorer/explored";

const points = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));
const explored: Explored = {
  criteria: [
    {
      id: "option/desirability/1-5",
      label: "Desirability",
      min: 1,
      max: 5,
      unit: "",
      points,
      items: ["a", "b", "c"].map((id, at) => ({ id, number: at + 1, title: id })),
    },
    {
      id: "scenario/probability/0-100",
      label: "Likelihood",
      min: 0,
      max: 100,
      unit: "%",
      points: [],
      items: [],
    },
  ],
  rounds: [1, 2, 3].map((round) => ({ round, label: `Round ${round}` })),
  groups: ["panel", "research"].map((id) => ({ id, label: id })),
  figures: [],
};
const read = (address: string) => readChoice(explored, new URLSearchParams(address));

test("a reader's view of the figures stands in the address and comes back from it", () => {
  const choice = {
    of: "option/desirability/1-5",
    items: ["a", "c"],
    rounds: [1, 3],
    groups: ["panel", "research"],
    show: "upper" as const,
  };
  expect(read(writeChoice(choice))).toEqual(choice);
});

test("an address that names what there is not shows the panel's latest rounds", () => {
  const plain = {
    of: "option/desirability/1-5",
    items: [],
    rounds: [2, 3],
    groups: ["panel"],
    show: "median",
  };
  expect(read("")).toEqual(plain);
  expect(read("of=nothing&items=x&rounds=9,two&groups=__proto__&show=everything")).toEqual(plain);
  // A share at the upper end needs points.
  expect(read("of=scenario/probability/0-100&show=upper").show).toBe("median");
});

test("a reader's own answers come back from after the #, and only such as could be given", () => {
  const questions = [
    { id: "stance", points },
    { id: "bridge", points },
  ];
  const answers = { stance: 4, bridge: 1 };
  expect(readFragment(writeFragment(answers, true), questions)).toEqual({ answers, shown: true });
  expect(readFragment("#stance=9&bridge=<script>&other=1&shown", questions)).toEqual({
    answers: {},
    shown: false,
  });
  expect(writeFragment({}, true)).toBe("");
});
