import { expect, test } from "vitest";
import { answersIn } from "@/app/(panel)/panel/questionnaire/_parts/form-answers";
import { progressOf, sectionToDo } from "@/app/(panel)/panel/questionnaire/_parts/progress";
import { isReasonAsked } from "@/app/(panel)/panel/questionnaire/_parts/reason-asked";
import { answersToKeep } from "@/app/(panel)/panel/review/_parts/answers-to-keep";
import { abstention, allRated, items, rating, text } from "./a-study";

const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

test("a form without script is read as the answers it shows, and what was left untouched is none", () => {
  const form = formOf({
    "stance/stance": "2",
    "bridge/desirability": "abstain",
    "bridge/feasibility": "",
    "bridge/rationale": "Too narrow",
    "flood/probability": "35",
    "missing/text": "",
    "missing/rationale": "There is nothing to give a reason for",
    "confidence/rationale": "Nor here",
    "airship/desirability": "5",
  });
  expect(answersIn(items, form)).toEqual([
    rating("stance", "stance", 2),
    abstention("bridge", "desirability"),
    text("bridge", "rationale", "Too narrow"),
    rating("flood", "probability", 35),
  ]);
});

const filled = (answers: ReturnType<typeof allRated>) => ({ items, plan: undefined, answers });

test("progress counts what is rated, an abstention is an answer, and texts count in their section alone", () => {
  const given = [
    rating("stance", "stance", 1),
    abstention("bridge", "feasibility"),
    text("missing", "text", "A raft"),
  ];
  const progress = progressOf(filled(given));
  expect([progress.answered, progress.questions]).toEqual([2, 9]);
  const sections = progress.sections.map(({ id, answered, questions }) => [id, answered, questions]);
  expect(sections).toEqual([
    ["stance", 1, 1],
    ["option", 1, 6],
    ["scenario", 0, 1],
    ["open", 1, 1],
    ["confidence", 0, 1],
  ]);
  expect(progressOf(filled(allRated(3))).minutesLeft).toBe(0);
});

test("an expert who comes back is led to the first section with something open", () => {
  expect(sectionToDo(filled([]))).toBe("stance");
  expect(sectionToDo(filled([rating("stance", "stance", 1)]))).toBe("option");
  expect(sectionToDo(filled(allRated(3)))).toBe("stance");
  expect(sectionToDo({ items: [], plan: undefined, answers: [] })).toBeUndefined();
});

test("keeping all earlier answers fills what is open, and neither replaces an answer nor repeats a reason", () => {
  const earlier = [...allRated(4), text("bridge", "rationale", "As before")].map((one) => ({
    ...one,
    round: 1,
  }));
  const now = [rating("stance", "stance", 1), abstention("bridge", "desirability")];
  const kept = answersToKeep(items, now, earlier);
  expect(kept).toContainEqual(rating("bridge", "feasibility", 4));
  expect(kept).toHaveLength(allRated(4).length - 2);
  expect(answersToKeep(items, allRated(2), earlier)).toEqual([]);
});

test.each([
  ["stays where it was, inside the middle half", 4, { earlier: 4 }, false],
  ["moves within its end of the scale", 5, { earlier: 4, high: 5 }, false],
  ["crosses from the upper end to the middle", 3, { earlier: 4 }, true],
  ["crosses to the lower end", 2, { earlier: 3, low: 1 }, true],
  ["stands below the panel's middle half", 1, { earlier: 1, low: 2 }, true],
  ["stands above it", 5, { earlier: null, high: 4 }, true],
  ["is the first, inside it", 4, { earlier: null }, false],
  ["has no figure beside it", 1, { earlier: null, low: null, high: null }, false],
])("whether a short reason would help, for an answer that %s", (_what, value, bearings, asked) => {
  const place = { low: 3, high: 4, bottomTo: 2, topFrom: 4, ...bearings };
  expect(isReasonAsked(place, value)).toBe(asked);
});
