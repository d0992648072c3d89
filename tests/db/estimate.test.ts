import { afterAll, beforeAll, expect, test } from "vitest";
import { partsOfEstimate, typedEstimate } from "@/app/(desk)/desk/studies/[slug]/design/estimate-parts";
import { answersIn, controlsFor } from "@/app/(panel)/panel/questionnaire/_parts/form-answers";
import { answersToKeep } from "@/app/(panel)/panel/review/_parts/answers-to-keep";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { publish } from "@/db/commands/publish";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { expertInvitation } from "@/db/queries/invitation";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { figureOf } from "@/delphi/figure";
import { dayOf } from "@/delphi/quantity";
import { resultsTable } from "@/delphi/results-table";
import { anEstimate, DAYS, withEstimateRules } from "../delphi/an-estimate";
import { anExpert, aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { rehearsed } from "./rehearsed";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const items = [anEstimate(), anEstimate(DAYS, "opening")];
const formOf = (values: Readonly<Record<string, string>>): FormData => {
  const form = new FormData();
  for (const [name, one] of Object.entries(values)) form.set(name, one);
  return form;
};
const typed = (low: string, high: string, best: string, confidence: string) => ({
  "capacity/low": low,
  "capacity/high": high,
  "capacity/best": best,
  "capacity/confidence": confidence,
});

test("what experts type goes from a draft that is in no order yet to a published estimate", async () => {
  const study = await aStudy("estimates", { experts: 9, protocol: withEstimateRules(items), items });
  const seat = await anExpert(study, 0);
  const half = answersIn(items, formOf(typed("about ten", "", "12,5", "")));
  value(await saveDraft(seat, { round: 1, answers: half, within: ["capacity"] }));
  const kept = (await questionnaire(seat, { section: "" }))!.answers;
  expect(kept.map(({ part, value: one }) => [part, one])).toEqual([
    ["best", "12,5"],
    ["low", "about ten"],
  ]);
  expect((await expertInvitation(seat, {})).own).toMatchObject({ answered: 1 });
  const refused = await submitAnswers(seat, { round: 1 });
  expect(refused.ok === false && refused.problems?.map(({ message }) => message)).toEqual([
    "“How much will be installed by 2035?”: “12,5” is not a number. Write it with digits, like 1200 or 12.5.",
    "“How much will be installed by 2035?”: “about ten” is not a number. Write it with digits, like 1200 or 12.5.",
  ]);
  for (const at of [0, 1, 2, 3, 4, 5]) {
    const form = formOf({
      ...typed(`${10 + at}`, `${20 + at}.5`, ` ${15 + at} `, "80"),
      "opening/low": `2030-0${at + 1}-01`,
      "opening/high": "2035-01-01",
      "opening/best": "2032-06-15",
      "opening/confidence": "90",
    });
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: answersIn(items, form) }));
  }
  value(await closeRound(system, { study: "estimates" }));
  value(await publish(system, { study: "estimates", reason: "For the town." }));
  const { edition } = (await results(visitor, { study: "estimates" })).published!;
  const [round] = edition.rounds;
  expect(figureOf(round!.figures, "capacity", "best")).toMatchObject({
    n: 6,
    median: 17.5,
    q1: null,
    counts: null,
    consensus: { met: true },
  });
  expect(figureOf(round!.figures, "opening", "best")).toMatchObject({ median: dayOf("2032-06-15") });
  const row = resultsTable(edition).rows.find((one) => one.item === "capacity" && one.part === "best");
  expect(row).toMatchObject({
    item_kind: "estimate",
    scale: "number",
    scale_labels: "GW",
    scale_min: 0,
    median: 17.5,
  });
  expect(JSON.stringify(edition)).not.toContain("intervals");
});

test("one click keeps an earlier estimate, without script and with it", () => {
  const earlier = [8, 16, 10.5, 80].map((one, at) => ({
    item: "capacity",
    part: items[0]!.parts[at]!.id,
    value: one,
    abstained: false,
    round: 1,
  }));
  expect(answersToKeep(items, [], earlier)).toHaveLength(4);
  const at = (part: string) => earlier.find((one) => one.part === part);
  expect(controlsFor(items[0]!, at)).toEqual({
    "capacity/low": "8",
    "capacity/high": "16",
    "capacity/best": "10.5",
    "capacity/confidence": "80",
    "capacity/=": "",
  });
  const days = (part: string) =>
    part === "confidence" ? { value: 80, abstained: false } : { value: 22_000, abstained: false };
  expect(controlsFor(items[1]!, days)).toMatchObject({ "opening/best": "2030-03-27" });
});

test("the desk's form describes an estimate, and its words follow from a number to a date unless they are one's own", () => {
  const form = formOf({
    of: "number",
    unit: "GW",
    decimals: "1",
    min: "0",
    max: "",
    "question-low": "Lowest plausible value",
    "question-best": "What do you think?",
  });
  const item = { ...items[0]!, parts: [...partsOfEstimate(form)] };
  expect(item.parts.map(({ question }) => question).slice(0, 3)).toEqual([
    "Lowest plausible value",
    "Highest plausible value",
    "What do you think?",
  ]);
  expect(typedEstimate(item)).toEqual({ of: "number", unit: "GW", decimals: 1, min: "0", max: "" });
  form.set("of", "date");
  form.set("min", "2026-01-01");
  const date = { ...item, parts: [...partsOfEstimate(form)] };
  expect(date.parts[0]).toMatchObject({
    question: "Earliest plausible date",
    scale: { kind: "date", min: 20_454 },
  });
  expect(date.parts[2]!.question).toBe("What do you think?");
  expect(typedEstimate(date)).toMatchObject({ of: "date", min: "2026-01-01" });
});

test("a rehearsal answers estimates to the last round, with every interval where the protocol shows them", async () => {
  expect(await rehearsed("to-rehearse", items, withEstimateRules(items, true))).toBeGreaterThanOrEqual(1);
});
