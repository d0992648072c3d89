import { afterAll, beforeAll, expect, test } from "vitest";
import { wordsOfChange } from "@/app/(panel)/panel/questionnaire/_parts/words-of-change";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { confirmWords } from "@/db/commands/confirm-words";
import { correctWords } from "@/db/commands/correct-words";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { deskStudy } from "@/db/queries/desk-study";
import { expertInvitation } from "@/db/queries/invitation";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { figureOf } from "@/delphi/figure";
import type { Item } from "@/delphi/item";
import { changesOf } from "@/delphi/lineage";
import { allRated, anExpert, answeredRound, aStudy, items, rating, type TestStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const bridge = items.find(({ id }) => id === "bridge")!;
const reworded: Item = { ...bridge, title: "Option bridge, for trains alone" };
const labelled = (item: Item, ...labels: string[]): Item => ({
  ...item,
  parts: item.parts.map((part, at) =>
    at > 0
      ? part
      : { ...part, scale: { kind: "ordinal", points: labels.map((label, i) => ({ value: i + 1, label })) } },
  ),
});

const version = async (study: string) => (await deskStudy(system, { study })).version;
const correct = async ({ slug }: TestStudy, item: Item, meaning: boolean) =>
  correctWords(system, {
    study: slug,
    version: await version(slug),
    item,
    meaning,
    reason: "Ferries have none.",
  });
const toConfirm = async (study: TestStudy, at: number) =>
  (await expertInvitation(await anExpert(study, at), {})).reworded.map(({ item }) => item.id);
const answers = async (study: TestStudy, experts: readonly number[], point = 4) => {
  for (const at of experts)
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(point) }));
};
const published = async (study: TestStudy) => {
  value(await closeRound(system, { study: study.slug }));
  value(await publish(system, { study: study.slug, reason: "For the town." }));
  return (await results(visitor, { study: study.slug })).published!.edition;
};

test("a slip put right in an open round keeps every answer, and nobody is asked again", async () => {
  const study = await aStudy("a-slip");
  await answers(study, [0, 1, 2, 3, 4, 5]);
  value(
    await saveDraft(await anExpert(study, 6), { round: 1, answers: [rating("bridge", "feasibility", 2)] }),
  );
  const before = await sql()`select * from answer order by seat_id, item, part`;
  value(await correct(study, labelled(bridge, "no", "hardly", "neither", "rather", "very"), false));
  expect(await sql()`select * from answer order by seat_id, item, part`).toEqual(before);
  expect(await toConfirm(study, 0)).toEqual([]);

  const form = (await questionnaire(await anExpert(study, 6), {}))!;
  expect(form.answers).toEqual([rating("bridge", "feasibility", 2)]);
  const asked = form.items.find(({ id }) => id === "bridge")!;
  expect(asked.parts[0]!.scale).toMatchObject({ points: [{ label: "no" }, { label: "hardly" }, {}, {}, {}] });
  expect(form.histories).toMatchObject([{ item: "bridge", change: { during: true, substance: false } }]);

  const told = wordsOfChange(form.histories[0]!.change, asked.title, 1);
  expect(told).toBe("corrected-elsewhere");

  const edition = await published(study);
  expect(edition.rounds[0]!.wordings).toBeUndefined();
  expect(figureOf(edition.rounds[0]!.figures, "bridge", "desirability")).toMatchObject({ n: 6 });
  expect(edition.deviations[0]).toMatchObject({ round: 1, reason: "Ferries have none." });
  expect(changesOf("bridge", edition.lineage!)).toMatchObject([{ before: { parts: bridge.parts } }]);
});

test("in the next round experts read in which round the words were put right", async () => {
  const study = await aStudy("a-slip-before");
  await answers(study, [0, 1, 2, 3, 4, 5]);
  value(await correct(study, reworded, false));
  value(await closeRound(system, { study: study.slug }));
  value(await openRound(system, { study: study.slug }));
  const form = (await questionnaire(await anExpert(study, 0), {}))!;
  const { change } = form.histories.find(({ item }) => item === "bridge")!;
  expect(wordsOfChange(change, reworded.title, form.round.number)).toBe("corrected-then");
  expect(change.round).toBe(1);
});

test("after a change of meaning each who had answered confirms or changes, and the edition counts both", async () => {
  const study = await aStudy("a-meaning", { experts: 13 });
  await answers(study, [0, 1, 2, 3, 4, 5, 6]);
  value(await correct(study, reworded, true));
  expect(await toConfirm(study, 0)).toEqual(["bridge"]);
  expect(await toConfirm(study, 12)).toEqual([]);

  // One confirms, one submits another answer to it, and one to something else only.
  value(await confirmWords(await anExpert(study, 0), { round: 1, items: ["bridge"] }));
  const changed = (item: string) =>
    allRated(4).map((one) => (one.item === item ? { ...one, value: item === "flood" ? 50 : 2 } : one));
  value(await submitAnswers(await anExpert(study, 1), { round: 1, answers: changed("bridge") }));
  value(await submitAnswers(await anExpert(study, 2), { round: 1, answers: changed("flood") }));
  expect(await Promise.all([0, 1, 2].map((at) => toConfirm(study, at)))).toEqual([[], [], ["bridge"]]);
  expect((await questionnaire(await anExpert(study, 2), {}))!.toConfirm).toEqual(["bridge"]);

  await answers(study, [7, 8, 9]);
  const edition = await published(study);
  expect(edition.rounds[0]!.wordings).toEqual([{ item: "bridge", former: 5, present: 5 }]);
  expect(figureOf(edition.rounds[0]!.figures, "bridge", "desirability")).toMatchObject({ n: 10 });
  expect(edition.items.find(({ id }) => id === "bridge")).toMatchObject({
    title: reworded.title,
    wording: 2,
  });
  expect(await sql()`select 1 from former_wording`).toHaveLength(0);
});

test("how many answered which words is not told where it would describe fewer than k", async () => {
  const study = await aStudy("a-few");
  await answers(study, [0, 1]);
  value(await correct(study, reworded, true));
  await answers(study, [2, 3, 4, 5, 6, 7]);
  const edition = await published(study);
  expect(edition.rounds[0]!.wordings).toEqual([{ item: "bridge", former: null, present: null }]);
});

test("in a later round a change of meaning ends the comparison with the round before", async () => {
  const study = await aStudy("a-later");
  await answeredRound(study, 1, 6);
  value(await openRound(system, { study: study.slug }));
  value(await correct(study, reworded, true));
  for (const at of [0, 1, 2, 3, 4, 5])
    value(
      await submitAnswers(await anExpert(study, at), {
        round: 2,
        answers: allRated(4).filter(({ item }) => item !== "missing"),
      }),
    );
  const edition = await published(study);
  const figure = (item: string) => figureOf(edition.rounds[1]!.figures, item, "desirability");
  expect(figure("bridge")).toMatchObject({ stability: null });
  expect(figure("ferry")).toMatchObject({ stability: { since: 1 } });
});

test("what could destroy an answer is refused, and nothing is changed", async () => {
  const study = await aStudy("refused");
  await answers(study, [0]);
  const shorter = labelled(bridge, "no", "perhaps", "yes");
  expect(await correct(study, shorter, false)).toMatchObject({ refusal: "another-scale" });
  expect(await correct(study, { ...bridge, parts: bridge.parts.slice(1) }, false)).toMatchObject({
    refusal: "another-scale",
  });
  expect(await correct(study, { ...bridge, kind: "stance" }, false)).toMatchObject({
    refusal: "kinds-differ",
  });
  expect(await correct(study, { ...bridge, until: "2030" }, false)).toMatchObject({
    refusal: "kinds-differ",
  });
  expect(await correct(study, bridge, false)).toMatchObject({ refusal: "nothing-reworded" });
  expect(await correct(study, { ...bridge, id: "plane" }, false)).toMatchObject({ refusal: "unknown-item" });
  const late = { study: study.slug, version: 0, item: reworded, meaning: false, reason: "Late." };
  expect(await correctWords(system, late)).toMatchObject({ refusal: "changed-meanwhile" });
  expect(
    (await questionnaire(await anExpert(study, 0), {}))!.items.find(({ id }) => id === "bridge"),
  ).toEqual(bridge);
  value(await closeRound(system, { study: study.slug, withNothingShown: true }));
  expect(await correct(study, reworded, false)).toMatchObject({ refusal: "no-open-round" });
});
