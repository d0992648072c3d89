import { expect, test } from "vitest";
import type { Figure, ShownFigure, Stability } from "@/delphi/figure";
import { lifeLines, readLifeLines } from "@/delphi/life-line";
import { movesOf, readMoves, readNoMoves } from "@/delphi/moves";
import type { Edition } from "@/delphi/publication";
import { say } from "./say";

const points = ["very undesirable", "undesirable", "neither", "desirable", "very desirable"];
const part = {
  id: "desirability",
  question: "",
  scale: { kind: "ordinal" as const, points: points.map((label, at) => ({ value: at + 1, label })) },
};
const figure = (round: number, counts: number[], stability: Partial<Stability> | null): ShownFigure => ({
  withheld: null,
  round,
  item: "a",
  part: "desirability",
  stratum: null,
  n: counts.reduce((all, one) => all + one, 0),
  abstained: 0,
  notAnswered: 0,
  counts,
  median: 3,
  q1: 2,
  q3: 4,
  iqr: 2,
  topPercent: 0,
  bottomPercent: 0,
  interval: null,
  consensus: null,
  mark: "open",
  stability: stability && {
    since: 1,
    met: true,
    base: "pairs",
    pairs: 20,
    figures: {},
    pairCounts: null,
    table: null,
    held: { pairs: null, table: null },
    ...stability,
  },
});

// Twenty answered twice; six more answered only the first time.
const table = [
  [0, 0, 0, 0, 0],
  [0, 4, 3, 0, 0],
  [0, 0, 5, 3, 0],
  [0, 0, 0, 5, 0],
  [0, 0, 0, 0, 0],
];

test("the moves are those of the released table, with those who left where each category of them is large enough", () => {
  const earlier = figure(1, [0, 10, 11, 5, 0], null);
  const later = figure(2, [0, 4, 8, 8, 0], { table });
  const moves = movesOf(part, earlier, later)!;
  expect(moves.fine).toBe(true);
  expect(moves.left).toEqual([0, 3, 3, 0, 0]);
  expect(moves.joined).toEqual([0, 0, 0, 0, 0]);
  expect(say(readMoves(moves))).toBe(
    "6 of 20 experts gave another answer in round 2 than in round 1, all of them upwards",
  );
});

test("one or two who left are a number and no band, since a band would say what they had answered", () => {
  const earlier = figure(1, [0, 12, 9, 5, 0], null);
  const moves = movesOf(part, earlier, figure(2, [0, 4, 8, 8, 0], { table }))!;
  expect(moves.left).toBe(6);
});

test("a table over the sides of the scale speaks of sides", () => {
  const later = figure(2, [0, 4, 8, 8, 0], {
    table: [
      [7, 0, 0],
      [3, 5, 0],
      [0, 0, 5],
    ],
  });
  const moves = movesOf(part, figure(1, [0, 7, 8, 5, 0], null), later)!;
  expect(moves.categories.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [3, 3],
    [4, 5],
  ]);
  expect(say(readMoves(moves))).toBe(
    "3 of 20 experts changed sides between round 1 and round 2, all of them downwards",
  );
});

test("without a released table there is no picture, and a sentence says why", () => {
  const held = figure(2, [0, 4, 8, 8, 0], { held: { pairs: null, table: "small-cells" } });
  expect(movesOf(part, figure(1, [0, 7, 8, 5, 0], null), held)).toBeNull();
  expect(say(readNoMoves(held)!)).toContain("only one or two experts took");
});

test("a line ends where an item settles, breaks where it was reworded in substance, and goes on otherwise", () => {
  const item = (id: string) => ({ id, kind: "option", title: id, text: "", parts: [part], sources: [] });
  const round = (number: number, asked: string[], settled: string[]) => ({
    round: number,
    asked,
    figures: asked.map((id): Figure => ({ ...figure(number, [0, 4, 8, 8, 0], null), item: id })),
    carryForward: asked.map((id) => ({ item: id, proposal: settled.includes(id) ? "settled" : "ask" })),
  });
  const edition = {
    items: [item("early"), item("late"), item("other-words")],
    rounds: [
      round(1, ["early", "late", "other-words"], ["early"]),
      round(2, ["late", "other-words"], ["other-words"]),
    ],
    lineage: [
      {
        round: 2,
        kind: "reworded",
        from: ["other-words"],
        into: ["other-words"],
        substance: true,
        by: "facilitator",
        reason: "It asked two things.",
        before: item("other-words"),
      },
    ],
  } as unknown as Edition;
  const lines = lifeLines(edition);
  expect(lines.map(({ end, asked }) => [asked.length, end])).toEqual([
    [1, "settled"],
    [2, null],
    [2, "settled"],
  ]);
  expect(lines[2]!.asked.map(({ reworded }) => reworded)).toEqual([false, true]);
  expect(say(readLifeLines(lines))).toBe(
    "2 of 3 questions have settled; the wording of one changed on the way",
  );
});
