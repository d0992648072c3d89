import { afterAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { db } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { releaseTexts } from "@/db/commands/release-texts";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { withdraw } from "@/db/commands/withdraw";
import { moderation } from "@/db/queries/moderation";
import { ownReasons } from "@/db/queries/own-reasons";
import { questionnaire } from "@/db/queries/questionnaire";
import { rewriteSeatSide } from "@/db/rewrite";
import { marksToTell } from "@/delphi/mind-mark";
import { allRated, anExpert, aStudy, type TestStudy, text, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

/** Round 1 with a reason of each expert, released; round 2 open. */
async function read(slug: string, experts = 8): Promise<TestStudy> {
  const study = await aStudy(slug, { experts });
  for (let at = 0; at < experts; at += 1) {
    const answers = [...allRated(5), text("bridge", "rationale", `Reason ${at}`)];
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: slug }));
  value(await releaseTexts(system, { study: slug, round: 1, item: "bridge" }));
  value(await openRound(system, { study: slug }));
  return study;
}

const idOf = async (study: TestStudy, words: string) => {
  const [row] = await database.sql`
    select id from answer_text where study_id = ${study.id} and text = ${words} order by round limit 1`;
  return row!.id as string;
};
const mark = async (study: TestStudy, at: number, round: number, marks: string[]) =>
  value(await saveDraft(await anExpert(study, at), { round, answers: [], within: ["bridge"], marks }));
const shownTo = async (study: TestStudy, at: number) => {
  const form = await questionnaire(await anExpert(study, at), { section: "option" });
  return form!.feedback.find(({ item }) => item === "bridge")!.reasons.higher;
};
const rows = async (study: TestStudy) =>
  (
    await database.sql`select round, encode(seat_id, 'hex') as seat, text_id from mind_mark
    where study_id = ${study.id}`
  ).length;

test("a mark is kept with the form and shown again, and taken away again with it", async () => {
  const study = await read("kept");
  const [reason] = await shownTo(study, 0);
  expect(reason!.marked).toBeNull();
  await mark(study, 0, 2, [reason!.id]);
  await mark(study, 0, 2, [reason!.id]);
  expect((await shownTo(study, 0)).find(({ id }) => id === reason!.id)?.marked).toBe(2);
  expect(await rows(study)).toBe(1);
  await mark(study, 0, 2, []);
  expect(await rows(study)).toBe(0);
});

test("only what was read can be marked: no reason of one's own, none that waits, no open answer", async () => {
  const study = await read("own");
  await database.sql`update answer_text set state = 'waiting', released = null where text = 'Reason 3'
    and study_id = ${study.id}`;
  const marks = [await idOf(study, "Reason 0"), await idOf(study, "Reason 3"), crypto.randomUUID()];
  await mark(study, 0, 2, marks);
  expect(await rows(study)).toBe(0);
  const other = await read("elsewhere", 5);
  await mark(study, 0, 2, [await idOf(other, "Reason 1")]);
  expect(await rows(study)).toBe(0);
});

test("the author and the desk are told after the close, below k as a few, and nobody while it is open", async () => {
  const study = await read("told");
  const [often, seldom] = [await idOf(study, "Reason 0"), await idOf(study, "Reason 1")];
  for (let at = 2; at < 8; at += 1) {
    await mark(study, at, 2, at < 4 ? [often, seldom] : [often]);
    if (at < 7) value(await submitAnswers(await anExpert(study, at), { round: 2, answers: allRated(5) }));
  }
  const desk = async () =>
    (await moderation(system, { study: study.slug, round: 1 })).flatMap(({ texts }) => texts);
  expect((await desk()).flatMap(({ marks }) => marks)).toEqual([]);
  expect((await ownReasons(await anExpert(study, 0), {}))[0]!.marks).toEqual([]);
  value(await closeRound(system, { study: study.slug }));
  // The sixth one marked it as well, and submitted nothing.
  expect((await desk()).find(({ id }) => id === often)!.marks).toEqual([{ round: 2, n: 5 }]);
  expect((await desk()).find(({ id }) => id === seldom)!.marks).toEqual([{ round: 2, n: null }]);
  expect((await ownReasons(await anExpert(study, 0), {}))[0]).toMatchObject({
    text: "Reason 0",
    marks: [{ round: 2, n: 5 }],
  });
  expect((await ownReasons(await anExpert(study, 1), {}))[0]!.marks).toEqual([{ round: 2, n: null }]);
  expect(await ownReasons(await anExpert(study, 7), {})).toMatchObject([{ marks: [] }]);
});

test("a reason that changed minds is read by everybody in the next round, and remembered as marked", async () => {
  const study = await read("next", 12);
  const marked = await idOf(study, "Reason 0");
  for (let at = 1; at < 7; at += 1) {
    await mark(study, at, 2, [marked]);
    value(await submitAnswers(await anExpert(study, at), { round: 2, answers: allRated(5) }));
  }
  value(await closeRound(system, { study: study.slug }));
  value(await openRound(system, { study: study.slug, reason: "Once more.", items: ["bridge"] }));
  for (let at = 1; at < 12; at += 1) {
    const found = (await shownTo(study, at)).find(({ id }) => id === marked);
    expect(found?.marked).toBe(at < 7 ? 2 : null);
  }
});

test("marks go with a withdrawal and survive the nightly rewriting of seats", async () => {
  const study = await read("gone");
  const [reason] = await shownTo(study, 0);
  await mark(study, 0, 2, [reason!.id]);
  await database.sql`select 1`;
  await db().transaction((tx) => rewriteSeatSide(tx, study.id));
  expect(await rows(study)).toBe(1);
  value(await withdraw(await anExpert(study, 0), {}));
  expect(await rows(study)).toBe(0);
});

test("rounds are told one by one, and none that nobody marked", () => {
  const counts = [
    { round: 3, marks: 2 },
    { round: 2, marks: 7 },
    { round: 4, marks: 0 },
  ];
  expect(marksToTell(5, counts)).toEqual([
    { round: 2, n: 7 },
    { round: 3, n: null },
  ]);
});
