import { describe, expect, test } from "vitest";
import { nobodyAdded } from "@/delphi/added-later";
import { readNotWeighted, readWeighted, twinsOf } from "@/delphi/confidence-reading";
import { figuresToShow } from "@/delphi/disclosure";
import type { ShownFigure } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { aBundle, faultsOf, packed, textOf, verified } from "@/tests/trust/a-bundle";
import { anOption, aProtocol } from "./a-round";
import { say } from "./say";
import { type Sure, seatsSaying, sure, times } from "./with-confidence";

const option = anOption("visas");
const [part] = option.parts;
function shown(said: readonly Sure[], items: readonly Item[] = [option, sure]): ShownFigure {
  const round = { round: 1, items, seats: seatsSaying(said) };
  const figure = figuresToShow(aProtocol(), round, [], [], nobodyAdded).find(({ item }) => item === "visas")!;
  if (figure.withheld !== null) throw new Error("It is withheld.");
  return figure;
}

describe("answers weighted by confidence", () => {
  test("count each expert by the point of confidence they chose, where no cell is small", () => {
    const figure = shown([...times(6, 2, 1), ...times(4, 4, 5), ...times(3, 4, 3)]);
    expect(figure.weighted).toEqual({
      by: { item: "sure", part: "confidence" },
      table: [
        [0, 0, 0, 0, 0],
        [6, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
        [0, 0, 3, 0, 4],
        [0, 0, 0, 0, 0],
      ],
      weights: [1, 2, 3, 4, 5],
      percents: [0, expect.closeTo(600 / 35, 8), 0, expect.closeTo(2900 / 35, 8), 0],
      held: null,
    });
    expect(say(readWeighted(twinsOf(part!, figure)!))).toBe(
      "Surer experts more often say “point 4”: 83% counted by confidence, 54% where all count alike",
    );
  });

  test("take the degrees of confidence together, then the answers too, where single ones would tell of one or two", () => {
    const degrees = shown([...times(2, 4, 4), ...times(2, 4, 5), ...times(4, 2, 1)]);
    expect(degrees.weighted).toMatchObject({ weights: [1.5, 3, 4.5], held: null });
    expect(degrees.weighted!.table).toHaveLength(5);
    const both = shown([...times(2, 4, 4), ...times(2, 5, 5), ...times(4, 2, 1)]);
    expect(both.weighted!.table).toEqual([
      [4, 0, 0],
      [0, 0, 0],
      [0, 0, 4],
    ]);
    expect(say(readWeighted(twinsOf(part!, both)!))).toContain("“the upper end”: 75%");
  });

  test("are a sentence instead of numbers where even the sides would tell of one or two", () => {
    const figure = shown([...times(5, 4, 4), ...times(5, 2, 1), [4, 1]]);
    expect(figure.weighted).toMatchObject({
      table: null,
      weights: null,
      percents: null,
      held: "small-cells",
    });
    expect(twinsOf(part!, figure)).toBeNull();
    expect(say(readNotWeighted(figure)!)).toContain("not shown by confidence");
  });

  test("are withheld where one expert did not say how sure they are, and where one who said so did not answer", () => {
    const all = times(8, 4, 4);
    for (const one of [
      [4, null],
      [4, undefined],
      [null, 4],
      [undefined, 4],
    ] as Sure[])
      expect(shown([...all, one]).weighted?.held).toBe("would-reveal-a-smaller-group");
    expect(shown(all).weighted?.held).toBeNull();
    expect(shown([...all, ...times(5, null, 4)]).weighted?.held).toBeNull();
  });

  test("say so where surer experts answer like the others", () => {
    const figure = shown([...times(6, 2, 3), ...times(6, 4, 3)]);
    expect(say(readWeighted(twinsOf(part!, figure)!))).toBe(
      "Counted by confidence, every share stays as it is",
    );
  });

  test("are no part of a study that does not ask for confidence", () => {
    expect(shown(times(8, 4, undefined), [option])).not.toHaveProperty("weighted");
  });
});

describe("a bundle with answers weighted by confidence", () => {
  const seats = seatsSaying([...times(6, 2, 1), ...times(4, 4, 5), ...times(3, 4, 3)]);
  const files = aBundle({ protocol: aProtocol(), items: [option, sure], rounds: [seats] });

  test("is verified, and its table tells what the picture shows", () => {
    expect(faultsOf(verified(files))).toEqual([]);
    expect(textOf(files, "results.csv")).toContain("1: 0 0 0 0 0; 2: 6 0 0 0 0;");
  });

  test("fails where a share, a weight or a cell was changed, whatever else was made to fit", () => {
    const text = textOf(files, "edition.json");
    const protocol = textOf(files, "protocol.json");
    for (const [from, to] of [
      [
        '"percents":[0,17.142857142857142,0,82.85714285714286,0]',
        '"percents":[0,27.142857142857142,0,72.85714285714286,0]',
      ],
      ['"weights":[1,2,3,4,5]', '"weights":[2,2,3,4,5]'],
      ["[0,0,3,0,4]", "[0,0,4,0,3]"],
      ["[6,0,0,0,0]", "[5,1,0,0,0]"],
    ] as const) {
      expect(text).toContain(from);
      const changed = packed(text.replace(from, to), new Map(), protocol);
      expect(faultsOf(verified(changed)).join(), to).toMatch(/visas\/desirability in round 1: /);
    }
  });
});
