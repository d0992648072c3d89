import { describe, expect, it } from "vitest";
import { guessScale, roundsElsewhere, usualScale } from "@/delphi/elsewhere";
import { Item } from "@/delphi/item";
import type { RatingRow } from "@/delphi/ratings";
import { fc } from "../draws";
import { HEADER, outsideLines } from "./outside-study";

const rowsOf = (lines: readonly string[]): readonly RatingRow[] =>
  lines.slice(lines[0] === HEADER ? 1 : 0).map((line, at) => {
    const [expert, stratum, round, item, part, value] = line.split(",") as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return { expert, stratum, round, item, part, value, line: at + 2 };
  });

const fiveFromFile = { questions: "file", described: null, scale: usualScale("1-5") } as const;

const bridge = Item.parse({
  id: "bridge",
  kind: "option",
  title: "Build a bridge",
  parts: [{ id: "desirability", question: "How desirable is it?", scale: usualScale("1-5") }],
});

describe("rounds that were run elsewhere", () => {
  it("make questions of the file's own names, with ids that a study can have", () => {
    const { items, rounds, bad } = roundsElsewhere(rowsOf(outsideLines()), [], fiveFromFile);
    expect(bad).toEqual([]);
    expect(items.map(({ id, title }) => [id, title])).toEqual([
      ["bridge", "Bridge"],
      ["ferry", "Ferry"],
      ["tunnel", "Tunnel"],
    ]);
    expect(items[0]!.parts).toMatchObject([{ id: "desirability", question: "Desirability" }]);
    expect(Item.array().safeParse(items).success).toBe(true);
    expect(
      rounds.map(({ round, seats, invited, texts }) => [round, seats.length, invited, texts.length]),
    ).toEqual([
      [1, 16, 16, 16],
      [2, 14, 14, 0],
    ]);
  });

  it("find the questions of a study by id or by words, in any capitals, and name those it does not have", () => {
    const rows = rowsOf([
      "a,,1,BRIDGE,Desirability,4",
      "b,,1,build a bridge,how desirable is it?,2",
      "c,,1,Ferry,desirability,2",
      "d,,1,bridge,cost,2",
    ]);
    const { items, rounds, bad } = roundsElsewhere(rows, [bridge], { ...fiveFromFile, questions: "study" });
    expect(items).toEqual([bridge]);
    expect(rounds[0]!.seats.map(({ values }) => [...values])).toEqual([
      [["bridge/desirability", 4]],
      [["bridge/desirability", 2]],
    ]);
    expect(bad).toEqual([
      { line: 4, reason: "There is no question called “Ferry”." },
      { line: 5, reason: "“Build a bridge” has no part called “cost”." },
    ]);
  });

  it("tell not asked, not answered and abstained apart, and seat only those who answered", () => {
    const rows = rowsOf([
      "a,,1,x,p,4",
      "a,,1,y,p,",
      "b,,1,x,p,abstain",
      "c,,1,x,p,",
      "d,,1,y,rationale,It would last.",
      "d,,1,y,p,",
    ]);
    const [round] = roundsElsewhere(rows, [], fiveFromFile).rounds;
    expect(round).toMatchObject({ invited: 4 });
    expect(round!.seats.map(({ seat, values, asked }) => [seat, [...values], [...asked!]])).toEqual([
      ["a", [["x/p", 4]], ["x/p", "y/p"]],
      ["b", [["x/p", null]], ["x/p"]],
      ["d", [], ["y/p"]],
    ]);
    expect(round!.texts).toEqual([{ seat: "d", item: "y", part: "rationale", text: "It would last." }]);
  });

  it("keep the good rows and name each bad one; a name that only bad rows hold is no question", () => {
    const rows = rowsOf([
      "a,,1,x,p,4",
      "a,,1,x,p,5",
      "a,,one,x,p,5",
      "b,,1,x,p,seven",
      "c,North,1,x,p,3",
      "c,South,2,x,p,3",
      "d,,1,typo,p,9",
      ",,1,x,p,3",
    ]);
    const { items, rounds, bad } = roundsElsewhere(rows, [], fiveFromFile);
    expect(items.map(({ id }) => id)).toEqual(["x"]);
    expect(rounds[0]!.seats).toHaveLength(2);
    expect(bad.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
      "3: a answered x, p in round 1 already, on line 2.",
      "4: “one” is not a round: rounds are numbered from 1.",
      "5: seven is not on the scale 1 to 5.",
      "7: c was in “North” before and is in “South” here.",
      "8: 9 is not on the scale 1 to 5.",
      "9: The column “expert” is empty.",
    ]);
  });

  it("lose no row: whatever a file says, each row is an answer, a text, an open place, or a bad row", () => {
    const cell = fc.constantFrom("", "a", "b", "x", "y", "1", "2", "7", "abstain", "rationale", "p/q");
    const row = fc.tuple(cell, cell, cell, cell, cell, cell);
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (table) => {
        const rows = rowsOf(table.map((cells) => cells.join(",")));
        const { rounds, bad } = roundsElsewhere(rows, [], fiveFromFile);
        const lines = new Set(bad.map(({ line }) => line));
        expect(lines.size).toBe(bad.length);
        const answers = rounds.flatMap(({ seats, texts }) => [
          ...seats.flatMap(({ values }) => [...values]),
          ...texts,
        ]);
        const good = rows.filter(({ line, value, part }) => {
          const says = value !== "" && !(part === "rationale" && value === "abstain");
          return says && !lines.has(line);
        });
        expect(answers).toHaveLength(good.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the scale of answers that nothing describes", () => {
  const numbers = (values: readonly number[]) => rowsOf(values.map((value, at) => `e${at},,1,x,p,${value}`));

  it("is the shortest usual one that nearly all of them are on", () => {
    expect(guessScale(numbers([1, 2, 3, 5]))).toBe("1-5");
    expect(guessScale(numbers([1, 7, 6]))).toBe("1-7");
    expect(guessScale(numbers([9, 7, 8]))).toBe("1-9");
    expect(guessScale(numbers([0, 10, 3]))).toBe("0-10");
    expect(guessScale(numbers([0, 35, 100]))).toBe("probability");
    expect(guessScale(numbers([...Array.from({ length: 300 }, (_, at) => 1 + (at % 5)), 44, 6]))).toBe("1-5");
    expect(guessScale(rowsOf(["a,,1,x,rationale,9"]))).toBe("1-5");
  });
});
