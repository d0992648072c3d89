import { afterAll, beforeAll, expect, test } from "vitest";
import { answersIn, controlsFor } from "@/app/(panel)/panel/questionnaire/_parts/form-answers";
import { answersToKeep } from "@/app/(panel)/panel/review/_parts/answers-to-keep";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { publish } from "@/db/commands/publish";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { figureOf } from "@/delphi/figure";
import { columnType, type ResultsColumn } from "@/delphi/results-columns";
import { resultsTable } from "@/delphi/results-table";
import { anAllocation, aRanking, withOrderRules } from "../delphi/a-ranking";
import { anExpert, aStudy, rating, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { rehearsed } from "./rehearsed";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const items = [aRanking, anAllocation];
const protocol = withOrderRules(items);
const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, one] of Object.entries(values)) form.set(name, one);
  return form;
};

test("what experts put in order and gave points to reaches the results, each option by itself", async () => {
  const study = await aStudy("orders", { experts: 9, protocol, items });
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const seat = await anExpert(study, at);
    const form = formOf({
      "order/bridge": at < 4 ? "1" : "2",
      "order/ferry": at < 4 ? "2" : "1",
      "order/tunnel": "3",
      "money/bridge": at < 3 ? "50" : "60",
      "money/ferry": at < 3 ? "50" : "40",
      "money/tunnel": "",
    });
    value(await submitAnswers(seat, { round: 1, answers: answersIn(items, form) }));
  }
  value(await closeRound(system, { study: "orders" }));
  value(await publish(system, { study: "orders", reason: "For the town." }));
  const { edition } = (await results(visitor, { study: "orders" })).published!;
  const [round] = edition.rounds;
  expect(figureOf(round!.figures, "order", "bridge")).toMatchObject({
    n: 6,
    counts: [4, 2, 0],
    mark: "agreed",
  });
  expect(figureOf(round!.figures, "money", "tunnel")).toMatchObject({ n: 6, counts: null, median: 0 });
  expect(figureOf(round!.figures, "money", "bridge")).toMatchObject({ median: 55, q1: null });
  const { rows } = resultsTable(edition);
  const row = (item: string, part: string) => rows.find((one) => one.item === item && one.part === part)!;
  expect(row("order", "bridge")).toMatchObject({ scale: "rank", mean_rank: 8 / 6, count_1: 4, count_2: 2 });
  expect(row("money", "bridge")).toMatchObject({
    scale: "points",
    scale_max: 100,
    mean_rank: null,
    count_1: null,
  });
  // What the descriptors of the deposit say of a column is what stands in it.
  for (const [column, cell] of rows.flatMap((one) => Object.entries(one)))
    if (cell !== null)
      expect(`${column} ${columnType(column as ResultsColumn).replace("integer", "number")}`).toBe(
        `${column} ${typeof cell}`,
      );
});

test("a ranking that was begun is kept as it stands, and refused with its reason when it is submitted", async () => {
  const study = await aStudy("begun", { experts: 6, protocol, items });
  const seat = await anExpert(study);
  const begun = [rating("order", "bridge", 2), rating("order", "ferry", 2), rating("money", "bridge", 95)];
  value(await saveDraft(seat, { round: 1, answers: begun, within: ["order", "money"] }));
  const form = await questionnaire(seat, { section: "" });
  expect(form!.answers).toHaveLength(3);
  const refused = await submitAnswers(seat, { round: 1 });
  expect(refused).toMatchObject({
    ok: false,
    refusal: "answers-refused",
    problems: [
      { message: "In “Which crossing comes first?”, rank 2 is given 2 times." },
      { message: "In “How should the money be shared?”, you have given 95 of 100 points." },
    ],
  });
  const mended = [
    ...[1, 2, 3].map((rank, at) => rating("order", ["bridge", "ferry", "tunnel"][at]!, rank)),
    rating("money", "bridge", 95),
    rating("money", "ferry", 5),
  ];
  expect(value(await submitAnswers(seat, { round: 1, answers: mended }))).toMatchObject({
    counted: 6,
    open: 0,
  });
});

test("one click keeps an earlier order and its points, without script and with it", () => {
  const earlier = [
    ...[3, 1, 2].map((rank, at) => ({
      ...rating("order", ["bridge", "ferry", "tunnel"][at]!, rank),
      round: 1,
    })),
  ];
  expect(answersToKeep(items, [], earlier)).toHaveLength(3);
  expect(answersToKeep(items, [rating("order", "ferry", 1)], earlier)).toHaveLength(0);
  const at = (part: string) => earlier.find((one) => one.part === part);
  expect(controlsFor(aRanking, at)).toEqual({
    "order/bridge": "3",
    "order/ferry": "1",
    "order/tunnel": "2",
    "order/=": "",
  });
});

test("a rehearsal ranks and gives points to the last round", async () => {
  expect(await rehearsed("orders-to-rehearse", items, protocol)).toBeGreaterThanOrEqual(1);
});
