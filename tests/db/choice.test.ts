import { afterAll, beforeAll, expect, test } from "vitest";
import { answersIn, controlsFor } from "@/app/(panel)/panel/questionnaire/_parts/form-answers";
import { answersToKeep } from "@/app/(panel)/panel/review/_parts/answers-to-keep";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { moderateText } from "@/db/commands/moderate-text";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { moderation } from "@/db/queries/moderation";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { figureOf } from "@/delphi/figure";
import { resultsTable } from "@/delphi/results-table";
import { aChoice, withChoiceRules } from "../delphi/a-choice";
import { anExpert, aStudy, text, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { rehearsed } from "./rehearsed";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const items = [aChoice("one"), aChoice("many", "together")];
const protocol = withChoiceRules(items);
const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, one] of Object.entries(values)) form.set(name, one);
  return form;
};

test("what experts chose and wrote reaches the results, each option by itself and the other answer moderated", async () => {
  const study = await aStudy("choices", { experts: 9, protocol, items });
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const seat = await anExpert(study, at);
    const other: Record<string, string> = at === 0 ? { "together/other-text": "By balloon" } : {};
    const form = formOf({
      "crossing/=": at < 4 ? "ferry=1" : "bridge=1",
      "together/ferry": "1",
      ...(at < 2 && { "together/tunnel": "1" }),
      ...other,
    });
    value(await submitAnswers(seat, { round: 1, answers: answersIn(items, form) }));
  }
  value(await closeRound(system, { study: "choices" }));

  const [queue] = await moderation(system, { study: "choices", round: 1 });
  expect(queue!.texts.map((one) => one.text)).toEqual(["By balloon"]);
  value(await moderateText(system, { study: "choices", text: queue!.texts[0]!.id, state: "released" }));
  value(await publish(system, { study: "choices", reason: "For the town." }));
  const { edition } = (await results(visitor, { study: "choices" })).published!;
  const [round] = edition.rounds;
  expect(figureOf(round!.figures, "crossing", "ferry")).toMatchObject({ n: 6, counts: [2, 4] });
  expect(figureOf(round!.figures, "together", "tunnel")).toMatchObject({ n: 6, counts: [4, 2] });
  expect(figureOf(round!.figures, "together", "other")).toMatchObject({ n: 6, counts: [5, 1] });
  expect(round!.texts).toMatchObject([{ item: "together", part: "other-text", text: "By balloon" }]);
  const row = resultsTable(edition).rows.find((one) => one.part === "ferry" && one.item === "crossing");
  expect(row).toMatchObject({ item_kind: "choice", count_0: 2, count_1: 4, top_percent: (100 * 4) / 6 });

  const seat = await anExpert(study, 0);
  const form = await questionnaire(seat, { section: "" });
  expect(form!.round.state).toBe("closed");
});

test("one click keeps an earlier choice, without script and with it", () => {
  const earlier = [
    { item: "crossing", part: "bridge", value: 0, abstained: false, round: 1 },
    { item: "crossing", part: "ferry", value: 1, abstained: false, round: 1 },
    { item: "crossing", part: "tunnel", value: 0, abstained: false, round: 1 },
    { item: "crossing", part: "other", value: 0, abstained: false, round: 1 },
  ];
  expect(answersToKeep(items, [], earlier)).toHaveLength(4);
  expect(answersToKeep(items, [text("together", "other-text", "x")], earlier)).toHaveLength(4);
  const at = (part: string) => earlier.find((one) => one.part === part);
  expect(controlsFor(items[0]!, at)).toMatchObject({ "crossing/=": "ferry=1" });
  expect(controlsFor(items[1]!, at)).toMatchObject({ "together/ferry": "1", "together/bridge": "0" });
});

test("a rehearsal answers choices to the last round", async () => {
  expect(await rehearsed("to-rehearse", items, protocol)).toBeGreaterThanOrEqual(1);
});
