import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import shared from "@/app/_messages/en/shared.json";
import { withoutDissent } from "@/app/(public)/_results/dissenting";
import type { RoundAnswers } from "@/delphi/analysis";
import type { ShownFigure } from "@/delphi/figure";
import { readFigure, readFinding } from "@/delphi/figure-reading";
import { Item } from "@/delphi/item";
import { leadIn } from "@/delphi/lead-in";
import { policyDelphi } from "@/delphi/presets";
import { readProtocol } from "@/delphi/protocol-reading";
import type { Edition, PublishedRound } from "@/delphi/publication";
import { speaker } from "@/delphi/speak";
import { summarise } from "@/delphi/summary";
import { readConsensus, readStability } from "@/delphi/verdict-reading";
import { lastShownOf, published } from "./a-round";

const labels = ["very undesirable", "undesirable", "neither", "desirable", "very desirable"];
const scale = { kind: "ordinal", points: labels.map((label, at) => ({ value: at + 1, label })) } as const;
const option = (title: string): Item =>
  Item.parse({
    id: title.toLowerCase(),
    kind: "option",
    title,
    parts: [{ id: "desirability", question: "", scale }],
  });
const review = option("review");
const stance = Item.parse({
  id: "stance",
  kind: "stance",
  title: "The question",
  parts: [
    {
      id: "stance",
      question: "",
      scale: {
        kind: "ordinal",
        points: ["No: isolate", "Mostly no: little", "Both", "Mostly yes: stepwise", "Yes: reset"].map(
          (label, at) => ({
            value: at + 1,
            label,
          }),
        ),
      },
    },
  ],
});
const scenario = Item.parse({
  id: "thaw",
  kind: "scenario",
  title: "A thaw",
  parts: [{ id: "probability", question: "", scale: { kind: "probability" } }],
});

const translator = createTranslator({ locale: "en", messages: shared, namespace: "reading" });
const say = speaker(
  "en",
  translator as unknown as (key: string, values?: Record<string, string | number>) => string,
);

/** A round in which expert 1, 2, … gave these values of the first part, in order. */
function roundOf(round: number, answers: readonly (readonly [Item, readonly number[]])[]): RoundAnswers {
  const size = Math.max(...answers.map(([, values]) => values.length));
  return {
    round,
    items: answers.map(([item]) => item),
    seats: Array.from({ length: size }, (_, seat) => ({
      seat: String(seat),
      stratum: null,
      values: new Map(
        answers
          .filter(([, values]) => values[seat] !== undefined)
          .map(([item, values]) => [`${item.id}/${item.parts[0]!.id}`, values[seat]!] as const),
      ),
    })),
  };
}

const figuresOf = (current: RoundAnswers, earlier: RoundAnswers[] = []) =>
  lastShownOf(policyDelphi, [...earlier, current]);

const onlyFigure = (item: Item, values: readonly number[], earlier: RoundAnswers[] = []) =>
  figuresOf(roundOf(earlier.length + 1, [[item, values]]), earlier)[0] as ShownFigure;

const finding = (item: Item, values: readonly number[]) =>
  say(readFinding(item, item.parts[0]!, onlyFigure(item, values)));

describe("a figure in plain words", () => {
  test("says the side on which most experts stand, with median, middle half and their number", () => {
    const figure = onlyFigure(review, [4, 4, 4, 4, 4, 5, 5, 5, 3, 2]);
    expect(say(readFigure(review, review.parts[0]!, figure, 5))).toBe(
      "Most of the panel finds this desirable (median 4, middle half 4 to 4.75, 10 experts).",
    );
  });

  test("says “very” only where most experts said so themselves", () => {
    expect(finding(review, [5, 5, 5, 5, 4, 4, 4, 4])).toBe("All of the panel finds this desirable");
    expect(finding(review, [5, 5, 5, 5, 5, 5, 4, 4])).toBe("Most of the panel finds this very desirable");
    expect(finding(review, [1, 1, 1, 1, 1])).toBe("All of the panel finds this very undesirable");
  });

  test("speaks of a majority where one side holds more than half but less than three quarters", () => {
    expect(finding(review, [4, 4, 5, 4, 2, 2, 3])).toBe("A majority of the panel finds this desirable");
  });

  test("names both camps of a divided panel with their sizes", () => {
    expect(finding(review, [1, 1, 2, 2, 4, 5, 5, 5, 3])).toBe(
      "The panel is divided: 4 of 9 experts find this desirable, 4 undesirable",
    );
  });

  test("says so where most experts stand in between", () => {
    expect(finding(review, [3, 3, 3, 3, 3, 3, 2, 4])).toBe("Most of the panel answers “neither”");
  });

  test("quotes the answers to the headline question up to their colon", () => {
    expect(finding(stance, [4, 4, 4, 5, 5, 4, 4, 1])).toBe("Most of the panel answers “Mostly yes” or “Yes”");
    expect(finding(stance, [1, 2, 3, 3, 3, 4, 5])).toBe(
      "Neither side holds a majority: 2 of 7 experts answer “Mostly yes” or “Yes”, 2 “Mostly no” or “No”",
    );
  });

  test("names the end where the points of one side have only numbers", () => {
    const points = Array.from({ length: 9 }, (_, at) => ({
      value: at + 1,
      label: { 0: "1: clearly inappropriate", 8: "9: clearly appropriate" }[at] ?? String(at + 1),
    }));
    const indication = Item.parse({
      ...option("imaging"),
      parts: [{ id: "appropriateness", question: "", scale: { kind: "ordinal", points } }],
    });
    expect(finding(indication, [2, 2, 3, 2, 2, 1, 3])).toBe(
      "All of the panel finds this close to “clearly inappropriate”",
    );
    expect(finding(indication, [9, 9, 9, 9, 9, 9, 8])).toBe(
      "Most of the panel finds this clearly appropriate",
    );
  });

  test("gives the middle half of probabilities, and the median alone while the panel is small", () => {
    expect(finding(scenario, [10, 20, 20, 30, 30, 30, 40, 40, 50, 50, 60, 70])).toBe(
      "Half of the panel says between 27.5% and 50%",
    );
    expect(finding(scenario, [10, 20, 30, 40, 50])).toBe("The middle estimate of the panel is 30%");
  });

  test("gives the reason instead of a number where fewer than k experts answered", () => {
    const [figure] = figuresOf(roundOf(1, [[review, [4, 4, 5]]]));
    const sentence = say(readFigure(review, review.parts[0]!, figure!, 5));
    expect(sentence).toContain("fewer than 5 experts");
    expect(sentence).not.toContain("3");
  });
});

describe("a verdict in plain words", () => {
  const agreed = [4, 4, 4, 4, 5, 5, 5, 3];

  test("counts answers, so that no rounded percentage seems to reach a threshold it missed", () => {
    expect(say(readConsensus(review, onlyFigure(review, agreed)))).toBe(
      "Agreed by the declared rule: 7 of 8 answers lie at the upper end of the scale, 0 at the lower end, and the middle half is 1 point wide",
    );
  });

  test("says by how much the answers moved and how many experts that rests on", () => {
    const before = roundOf(1, [[review, [3, 4, 4, 4, 5, 5, 5, 3]]]);
    expect(say(readStability(onlyFigure(review, agreed, [before])))).toBe(
      "Steady: since round 1 the distribution moved by 12.5% (8 experts answered both times)",
    );
  });
});

describe("the three opening sentences", () => {
  const publishedFrom = (current: RoundAnswers, earlier: RoundAnswers[] = []): PublishedRound =>
    published({
      round: current.round,
      asked: current.items.map((item) => item.id),
      invited: 12,
      submitted: 10,
      figures: [...figuresOf(current, earlier)],
    });
  const [good, bad, split, mixed] = ["Good", "Bad", "Split", "Mixed"].map(option);
  const first = roundOf(1, [
    [good!, [4, 4, 4, 5, 5, 5, 3, 3]],
    [bad!, [1, 1, 2, 2, 2, 2, 1, 1]],
    [split!, [1, 1, 2, 4, 5, 5, 3, 3]],
    [mixed!, [3, 3, 3, 3, 4, 4, 2, 2]],
  ]);
  const items = [good!, bad!, split!, mixed!];

  test("say where the panel agrees, where it does not, and that one round shows no movement", () => {
    const summary = summarise(items, [publishedFrom(first)]);
    expect(say(summary.agreement)).toBe("The panel agrees on 1 of 4 options: it finds “Bad” undesirable.");
    expect(say(summary.disagreement)).toBe(
      "The panel does not agree on the other 3: it is divided on “Split”, neither side holds a majority on “Mixed”, and a majority on one option falls short of agreement.",
    );
    expect(say(summary.movement)).toContain("One round is published so far");
  });

  test("say that nothing can be told where too few answered, and not that the panel agrees", () => {
    const few = roundOf(1, [
      [good!, [4, 4]],
      [bad!, [1, 5]],
    ]);
    const summary = summarise([good!, bad!], [publishedFrom(few)]);
    expect(say(summary.agreement)).toContain("Whether the panel agrees cannot be told");
    expect(say(summary.disagreement)).toBe("Where it does not agree cannot be told either.");
    const saidOf = (...rounds: PublishedRound[]) => withoutDissent({ items, rounds } as unknown as Edition);
    expect(saidOf(publishedFrom(few))).toBe("unknown");
    expect(saidOf(publishedFrom(roundOf(1, [[bad!, [1, 1, 2, 2, 2, 2, 1, 1]]])))).toBe("none");
  });

  test("a question before its answer keeps its own mark", () => {
    expect(leadIn("How sure are you?")).toBe("How sure are you?");
    expect(leadIn("Best estimate")).toBe("Best estimate:");
  });

  test("name the item whose median moved furthest", () => {
    const second = roundOf(2, [
      [good!, [4, 4, 4, 5, 5, 5, 4, 4]],
      [mixed!, [4, 4, 4, 4, 4, 4, 2, 2]],
    ]);
    const summary = summarise(items, [publishedFrom(first), publishedFrom(second, [first])]);
    expect(say(summary.agreement)).toContain(
      "agrees on 3 of 4 options: it finds “Good” and “Mixed” desirable, and “Bad” undesirable",
    );
    expect(say(summary.movement)).toBe(
      "In round 2 the answers to 0 of 2 questions held steady; “Mixed” moved furthest, from a median of 3 to 4.",
    );
  });
});

test("every sentence about the declared method has its text", () => {
  const sentences = readProtocol(policyDelphi).map(say);
  expect(sentences).toContain(
    "The panel agrees on the headline question or an option when at least 75% of the answers lie at the upper end of the scale (4 or higher) or at least 75% at its lower end (2 or lower), and the middle half spans at most 1 point.",
  );
  expect(sentences.join(" ")).not.toMatch(/protocol\.|rule\./);
  const asked = readProtocol(policyDelphi, ["option", "open"]).map(say).join(" ");
  expect(asked).toContain("The panel agrees on an option when");
  expect(asked).not.toMatch(/scenario|headline/);
});
