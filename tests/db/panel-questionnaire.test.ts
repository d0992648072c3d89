import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { expertInvitation } from "@/db/queries/invitation";
import { panelPositions } from "@/db/queries/panel-positions";
import { type Questionnaire, questionnaire } from "@/db/queries/questionnaire";
import { receipt } from "@/db/queries/receipt";
import { allRated, anExpert, answeredRound, aStudy, rating, seatBehind, text, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function formOf(expert: Actor): Promise<Questionnaire> {
  const form = await questionnaire(expert, {});
  if (!form) throw new Error("No round was opened.");
  return form;
}

test("before the first round an expert reads the invitation and finds no questionnaire", async () => {
  const study = await aStudy("before", { open: false });
  const seat = await seatBehind(study.links[0]!);
  const invitation = await expertInvitation(seat, {});
  expect(invitation).toMatchObject({ consented: false, rounds: [], own: null });
  expect(invitation.minutes).toBeGreaterThan(0);
  expect(await questionnaire(seat, {})).toBeNull();
});

test("the invitation says what the settings do", async () => {
  const quiet = { feedback: { reasons: false, distribution: false, strata: false } };
  const seat = await seatBehind((await aStudy("quiet", { protocol: quiet })).links[0]!);
  const { audience } = await expertInvitation(seat, {});
  const toExperts = audience.filter((fact) => fact.who === "experts").map((fact) => fact.fact);
  expect(toExperts).toEqual(["no-names"]);
});

test("the form stands as it was left: the draft, item by item, over the submission", async () => {
  const study = await aStudy("form");
  const expert = await anExpert(study, 0);
  expect(await formOf(expert)).toMatchObject({
    answers: [],
    unsubmitted: false,
    submission: null,
  });
  const given = [
    rating("bridge", "desirability", 2),
    rating("bridge", "feasibility", 2),
    text("bridge", "rationale", "Old"),
  ];
  value(await submitAnswers(expert, { round: 1, answers: [...given, rating("stance", "stance", 1)] }));
  value(
    await saveDraft(expert, {
      round: 1,
      answers: [rating("bridge", "desirability", 5)],
      within: ["bridge", "ferry"],
    }),
  );
  const form = await formOf(expert);
  expect(form.answers).toEqual([rating("bridge", "desirability", 5), rating("stance", "stance", 1)]);
  expect(form).toMatchObject({ unsubmitted: true, submission: { revision: 1 } });
});

test("a section that is saved without its answers takes them back, and nobody else's", async () => {
  const expert = await anExpert(await aStudy("back"));
  const save = (answers: ReturnType<typeof allRated>, within?: string[]) =>
    saveDraft(expert, { round: 1, answers, within });
  value(await save([rating("bridge", "desirability", 5)], ["bridge"]));
  value(await save([rating("ferry", "desirability", 1)], ["ferry", "tunnel"]));
  expect(value(await save([], ["bridge"])).saved).toBe(1);
  expect((await formOf(expert)).answers).toEqual([rating("ferry", "desirability", 1)]);
  expect(await save([rating("bridge", "desirability", 1)], ["ferry"])).toMatchObject({
    refusal: "answers-refused",
  });
  expect(await save([], ["airship"])).toMatchObject({ refusal: "answers-refused" });
  value(await save([rating("stance", "stance", 2)]));
  expect((await formOf(expert)).answers).toEqual([rating("stance", "stance", 2)]);
});

test("saving what is submitted already leaves nothing unsubmitted", async () => {
  const expert = await anExpert(await aStudy("leaf"));
  value(await submitAnswers(expert, { round: 1, answers: allRated(4) }));
  value(await saveDraft(expert, { round: 1, answers: [rating("stance", "stance", 1)], within: ["stance"] }));
  expect((await formOf(expert)).unsubmitted).toBe(true);
  value(await saveDraft(expert, { round: 1, answers: [rating("stance", "stance", 4)], within: ["stance"] }));
  expect((await formOf(expert)).unsubmitted).toBe(false);
});

test("a draft is no answer, and shows nobody else's view", async () => {
  const expert = await anExpert(await aStudy("blind"));
  value(await saveDraft(expert, { round: 1, answers: allRated(3) }));
  expect(await formOf(expert)).toMatchObject({ argued: null, feedback: [], settled: [] });
  const before = await panelPositions(expert, {});
  expect(before.positions).toMatchObject([
    { author: "Ada Example", source: { title: "A paper" }, reading: null },
  ]);
  value(await submitAnswers(expert, { round: 1 }));
  const beside = { item: "ferry", for: 0, against: 1, positions: null };
  expect((await formOf(expert)).argued).toContainEqual(beside);
  const after = await panelPositions(expert, {});
  expect(after.positions[0]?.reading).toEqual({
    stance: "yes",
    for: ["Option bridge"],
    against: ["Option ferry"],
  });
});

test("from round 2 an expert sees released reasons by side, the panel's figures and their own last answer", async () => {
  const study = await aStudy("second", { experts: 12, strata: ["North", "South"] });
  for (let at = 0; at < 12; at += 1) {
    const answers = [...allRated(at < 6 ? 1 : 5), text("bridge", "rationale", `Reason ${at}`)];
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: "second" }));
  const written = await sql()<{ id: string; text: string }[]>`select id, text from answer_text`;
  const release = (reason: string, released?: string) =>
    moderateText(system, {
      study: "second",
      text: written.find((one) => one.text === reason)!.id,
      state: "released",
      released,
    });
  for (const at of [0, 1, 2, 3, 4, 5, 7]) value(await release(`Reason ${at}`));
  value(await release("Reason 8", "Reason, made shorter"));
  value(await openRound(system, { study: "second" }));

  const expert = await anExpert(study, 0);
  const form = await formOf(expert);
  expect(form.round).toMatchObject({ number: 2, of: 3, state: "open" });
  expect(form.answers).toEqual([]);
  expect(form.items.map((item) => item.kind)).not.toContain("open");
  const bridge = form.feedback.find((one) => one.item === "bridge")!;
  expect(bridge.round).toBe(1);
  expect(bridge.parts[0]).toMatchObject({
    part: "desirability",
    panel: { n: 12, counts: [6, 0, 0, 0, 6], median: 3 },
    strata: [
      { title: "North", figure: { n: 6 } },
      { title: "South", figure: { n: 6 } },
    ],
  });
  expect(bridge.reasons.higher).toHaveLength(2);
  expect(bridge.reasons.higher).toContainEqual(
    expect.objectContaining({ round: 1, text: "Reason, made shorter", edited: true }),
  );
  expect(bridge.reasons.lower).toHaveLength(4);
  expect(bridge.reasons.lower.map((reason) => reason.text)).not.toContain("Reason 0");
  expect(bridge.reasons.more).toBe(1);
  expect(form.earlier).toContainEqual({ round: 1, ...rating("bridge", "desirability", 1) });
  expect(form.earlier).toContainEqual({ round: 1, ...text("bridge", "rationale", "Reason 0") });

  const again = (await questionnaire(expert, { section: "option" }))!;
  expect(again.feedback.map((one) => one.item)).toEqual(["bridge", "ferry", "tunnel"]);
  expect(again.feedback[0]?.reasons).toEqual(bridge.reasons);
  expect(await questionnaire(expert, { section: "airships" })).toMatchObject({ feedback: [] });
});

test("what is settled is not asked, and stands with the figures of its last round", async () => {
  const study = await aStudy("settled");
  await answeredRound(study, 1, 8);
  value(await openRound(system, { study: "settled" }));
  await answeredRound(study, 2, 8);
  const reason = "The panel asked for another look.";
  value(await openRound(system, { study: "settled", items: ["stance", "confidence"], reason }));
  const form = await formOf(await anExpert(study, 3));
  expect(form.items.map((item) => item.id)).toEqual(["stance", "confidence"]);
  expect(form.settled.map((one) => [one.item.id, one.round])).toEqual([
    ["bridge", 2],
    ["ferry", 2],
    ["tunnel", 2],
    ["flood", 2],
  ]);
  expect(form.settled[0]?.parts[0]?.panel).toMatchObject({ mark: "agreed", stability: { met: true } });
});

test("where the protocol feeds nothing back, a second round shows nothing of the first", async () => {
  const study = await aStudy("mute", {
    protocol: { feedback: { reasons: false, distribution: false, strata: false } },
  });
  const expert = await anExpert(study, 0);
  value(
    await submitAnswers(expert, { round: 1, answers: [...allRated(4), text("bridge", "rationale", "Loud")] }),
  );
  await answeredRound(study, 1, 6);
  await sql()`update answer_text set state = 'released' where study_id = ${study.id}`;
  value(await openRound(system, { study: "mute" }));
  const form = await formOf(await anExpert(study, 5));
  expect(form.feedback.map((one) => one.parts)).toEqual(form.feedback.map(() => []));
  expect(JSON.stringify(form)).not.toContain("Loud");
});

test("receipts are one's own, round by round, and tell of a draft beside them", async () => {
  const study = await aStudy("receipts");
  const expert = await anExpert(study, 0);
  expect((await receipt(expert, {})).receipts).toEqual([]);
  value(await submitAnswers(expert, { round: 1, answers: allRated(2) }));
  const last = value(await submitAnswers(expert, { round: 1, answers: allRated(4) }));
  value(await saveDraft(expert, { round: 1, answers: allRated(5) }));
  expect((await receipt(expert, {})).receipts).toMatchObject([
    { round: { number: 1, state: "open" }, revision: 2, receipt: last.receipt, unsubmitted: true },
  ]);
  expect((await receipt(await anExpert(study, 1), {})).receipts).toEqual([]);
});
