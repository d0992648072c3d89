import { expect, test } from "vitest";
import { readCertainty } from "@/delphi/certainty";
import type { Item } from "@/delphi/item";
import type { PublishedRound } from "@/delphi/publication";
import { anOption, aProtocol, aRound, published, saying, shownOf } from "./a-round";
import { say } from "./say";

const stance: Item = { ...anOption("stance"), kind: "stance" };

const roundOf = (item: Item, values: readonly number[]): PublishedRound =>
  published({
    round: 1,
    asked: [item.id],
    invited: 30,
    submitted: values.length,
    figures: [...shownOf(aProtocol(), [aRound(1, item, saying(...values))])],
  });

test("a reader is told what one answer weighs, and where the middle answer of a like panel could lie", () => {
  const answers = [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5];
  expect(say(readCertainty([stance], [roundOf(stance, answers)])!)).toBe(
    "24 of 30 invited experts answered round 1, so each answer weighs about 4 percentage points. The middle answer of a like panel could lie anywhere from “point 2” to “point 4” (97% interval).",
  );
});

test("without a headline question, or with too few answers to it, only how many answered is told", () => {
  const option = anOption("visas");
  const alone =
    "20 of 30 invited experts answered round 1, so each answer weighs about 5 percentage points. They were chosen, not drawn by lot.";
  expect(say(readCertainty([option], [roundOf(option, Array(20).fill(3))])!)).toBe(alone);
  expect(say(readCertainty([stance], [roundOf(stance, [1, 2, 3, 4, 5])])!)).toContain("chosen, not drawn");
  expect(readCertainty([stance], [])).toBeNull();
});

test("where everybody answers alike, a like panel's middle answer is one point", () => {
  expect(say(readCertainty([stance], [roundOf(stance, Array(20).fill(3))])!)).toContain(
    "The middle answer of a like panel would be “point 3” too",
  );
});
