import { expect, test } from "vitest";
import { DECLARED } from "@/delphi/about-expert";
import type { Figure, ShownFigure } from "@/delphi/figure";
import { readGroups } from "@/delphi/groups-reading";
import { CHOSEN_SCALE } from "@/delphi/scale";
import { say } from "./say";

const part = {
  id: "desirability",
  question: "",
  scale: {
    kind: "ordinal" as const,
    points: [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) })),
  },
};
const strata = [
  { id: "research", title: "Research" },
  { id: "policy", title: "Policy" },
  { id: "media", title: "Media" },
];
const group = (stratum: string, median: number): ShownFigure => ({
  withheld: null,
  round: 1,
  item: "a",
  part: "desirability",
  stratum,
  n: 8,
  abstained: 0,
  notAnswered: 0,
  counts: [0, 0, 8, 0, 0],
  median,
  q1: median,
  q3: median,
  iqr: 0,
  topPercent: 0,
  bottomPercent: 0,
  interval: null,
  consensus: null,
  mark: null,
  stability: null,
});
const held: Figure = {
  withheld: "fewer-than-k",
  round: 1,
  item: "a",
  part: "desirability",
  stratum: "media",
};

test("groups that stand apart are named at both ends, with their medians", () => {
  const said = say(readGroups(part, [group("policy", 4), group("research", 2), group("media", 4)], strata));
  expect(said).toBe("The groups’ medians run from 2 in “Research” to 4 in “Policy” and “Media”");
});

test("groups that agree are not set against each other", () => {
  const said = say(readGroups(part, [group("policy", 3.5), group("research", 3.5), held], strata));
  expect(said).toBe("The 2 groups that can be shown have the same median, 3.5");
});

test("what cannot be shown is said, and never guessed", () => {
  expect(say(readGroups(part, [held], strata))).toBe("No group can be shown by itself");
  expect(say(readGroups(part, [held, group("policy", 4)], strata))).toBe(
    "The median of “Policy” is 4; no other group can be shown by itself",
  );
});

test("of interests it is said how many of each group declared one, and no median", () => {
  const interests = { id: DECLARED, question: "", scale: CHOSEN_SCALE };
  const said = (one: number, other: number) =>
    say(
      readGroups(
        interests,
        [
          { ...group("policy", 1), counts: [8 - one, one] },
          { ...group("media", 1), counts: [8 - other, other] },
        ],
        strata,
      ),
    );
  expect(said(6, 8)).toBe("The share that declared an interest runs from 75% in “Policy” to 100% in “Media”");
  expect(said(6, 6)).toBe("The 2 groups that can be shown declared interests equally often, 75% each");
});
