import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { editStudy } from "@/db/commands/edit-study";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { submitAnswers } from "@/db/commands/submit-answers";
import { deskStudy } from "@/db/queries/desk-study";
import { moderation } from "@/db/queries/moderation";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { DECLARED, EXPERTISE, INTEREST_WORDS, INTERESTS } from "@/delphi/about-expert";
import type { Answer } from "@/delphi/answer";
import { figureOf } from "@/delphi/figure";
import { policyDelphi } from "@/delphi/presets";
import { resultsTable } from "@/delphi/results-table";
import { allRated, anExpert, aStudy, items, rating, text, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const WORDS = ["I own a ferry.", "I signed a petition.", "I sit on the board of a builder."];
const aboutMyself = (at: number): Answer[] => [
  rating(EXPERTISE, "expertise", 1 + (at % 5)),
  ...(at < 3 ? [text(INTERESTS, INTEREST_WORDS, WORDS[at]!)] : [rating(INTERESTS, DECLARED, 0)]),
];

/** A study of eight in which seven tell about themselves, three of them of an interest, after its first close. */
async function toldStudy(slug: string, interests: "counts" | "texts") {
  const study = await aStudy(slug, { protocol: { aboutExperts: { expertise: "study", interests } } });
  for (const at of [0, 1, 2, 3, 4, 5, 6]) {
    const seat = await anExpert(study, at);
    value(await submitAnswers(seat, { round: 1, answers: [...allRated(4), ...aboutMyself(at)] }));
  }
  value(await closeRound(system, { study: slug }));
  return study;
}

const edition = async (study: string) => {
  value(await publish(system, { study, reason: "For the town." }));
  return (await results(visitor, { study })).published!.edition;
};

test("of interests that are for the desk only their number is published, and their words can't be released", async () => {
  const study = await toldStudy("for-the-desk", "counts");
  const queue = await moderation(system, { study: study.slug, round: 1 });
  const own = queue.find(({ item }) => item.id === INTERESTS)!;
  expect(own.forTheDesk).toBe(true);
  expect(own.texts.map((one) => one.text).sort()).toEqual(WORDS);
  expect(JSON.stringify(own)).not.toContain("seat");
  for (const state of ["waiting", "released"] as const)
    expect(await moderateText(system, { study: study.slug, text: own.texts[0]!.id, state })).toMatchObject({
      refusal: "for-the-desk",
    });
  expect(await releaseTexts(system, { study: study.slug, round: 1, item: INTERESTS })).toMatchObject({
    refusal: "for-the-desk",
  });

  const published = await edition(study.slug);
  const [round] = published.rounds;
  expect(figureOf(round!.figures, INTERESTS, DECLARED)).toMatchObject({ n: 7, counts: [4, 3], mark: null });
  expect(figureOf(round!.figures, EXPERTISE, "expertise")).toMatchObject({ n: 7, median: 2 });
  expect(resultsTable(published).rows.filter((row) => row.item === INTERESTS)).toHaveLength(1);
  expect(WORDS.filter((words) => JSON.stringify(published).includes(words))).toEqual([]);
});

test("words that the protocol lets be published wait for a moderator, and only what is released is read", async () => {
  const study = await toldStudy("in-words", "texts");
  const queue = await moderation(system, { study: study.slug, round: 1 });
  const { texts, forTheDesk } = queue.find(({ item }) => item.id === INTERESTS)!;
  expect(forTheDesk).toBe(false);
  expect(texts.map(({ state }) => state)).toEqual(["waiting", "waiting", "waiting"]);
  value(await moderateText(system, { study: study.slug, text: texts[0]!.id, state: "released" }));
  const [round] = (await edition(study.slug)).rounds;
  expect(round!.texts.filter(({ item }) => item === INTERESTS).map((one) => one.text)).toEqual([
    texts[0]!.text,
  ]);
});

test("in the next round one is asked again, sees what one said, and nothing of what the others said", async () => {
  const study = await toldStudy("asked-again", "counts");
  value(
    await openRound(system, { study: study.slug, items: ["bridge", EXPERTISE, INTERESTS], reason: "Few." }),
  );
  const form = (await questionnaire(await anExpert(study, 0), {}))!;
  expect(form.items.map(({ id }) => id)).toEqual(["bridge", EXPERTISE, INTERESTS]);
  expect(form.feedback.map(({ item }) => item)).toEqual(["bridge"]);
  expect(form.earlier).toContainEqual({ ...text(INTERESTS, INTEREST_WORDS, WORDS[0]!), round: 1 });
});

test("whoever names an interest and says that there is none is asked which of the two holds", async () => {
  const study = await aStudy("both", { protocol: { aboutExperts: { interests: "counts" } } });
  const seat = await anExpert(study, 0);
  const answers = [rating(INTERESTS, DECLARED, 0), text(INTERESTS, INTEREST_WORDS, WORDS[0]!)];
  const refused = await submitAnswers(seat, { round: 1, answers });
  expect(refused).toMatchObject({ refusal: "answers-refused" });
  expect(refused).toMatchObject({
    problems: [{ message: "You name an interest and say that you declare none. Change one of the two." }],
  });
});

test("the questions follow the protocol while it can be changed", async () => {
  const { slug } = await aStudy("to-change", { open: false });
  const section = { title: "Rivers", introduction: "", order: "fixed" } as const;
  const save = async (protocol: typeof policyDelphi) =>
    value(
      await editStudy(system, {
        study: slug,
        version: (await deskStudy(system, { study: slug })).version,
        protocol,
      }),
    );
  const asked = async () => (await deskStudy(system, { study: slug })).items.slice(items.length);
  await save({
    ...policyDelphi,
    questionnaire: {
      order: "fixed",
      sections: [
        { ...section, id: "rivers" },
        { ...section, id: "roads", title: "Roads" },
      ],
    },
    aboutExperts: { expertise: "sections", interests: "texts" },
  });
  expect((await asked()).map(({ id, parts }) => [id, parts.map((part) => part.question)])).toEqual([
    [EXPERTISE, ["Rivers", "Roads"]],
    [INTERESTS, ["", "Which, in a few words"]],
  ]);
  await save({ ...policyDelphi, aboutExperts: { expertise: "study" } });
  expect((await asked()).map(({ id, parts }) => [id, parts.length])).toEqual([[EXPERTISE, 1]]);
  await save(policyDelphi);
  expect(await asked()).toEqual([]);
});
