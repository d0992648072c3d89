import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { groupTexts } from "@/db/commands/group-texts";
import { mergeTexts } from "@/db/commands/merge-texts";
import { moderateText } from "@/db/commands/moderate-text";
import { nameTheme } from "@/db/commands/name-theme";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { showTextFirst } from "@/db/commands/show-text-first";
import { submitAnswers } from "@/db/commands/submit-answers";
import { withdraw } from "@/db/commands/withdraw";
import { carryForward } from "@/db/queries/carry-forward";
import { moderation } from "@/db/queries/moderation";
import { questionnaire } from "@/db/queries/questionnaire";
import { results } from "@/db/queries/results";
import { allRated, anExpert, aStudy, type TestStudy, text, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

const REASONS = [
  "It lasts.",
  "It lasts for long.",
  "It is cheap.",
  "Ferries sink.",
  "Nobody swims.",
  "Stone is old.",
];
const ANSWERS = ["Trains", "More trains", "Trains, please", "Trains at night", "Trains again", "A cable car"];
let study: TestStudy;

/** A study of six whose first round is closed, the last of them on another side than the others. */
async function written(slug: string): Promise<TestStudy> {
  const made = await aStudy(slug, { experts: 7 });
  for (const [at, words] of REASONS.entries()) {
    const texts = [text("bridge", "rationale", words), text("missing", "text", ANSWERS[at]!)];
    const answers = [...allRated(at === 5 ? 1 : 5), ...texts];
    value(await submitAnswers(await anExpert(made, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: made.slug }));
  return made;
}

const textsOf = async (one: TestStudy) =>
  (await moderation(system, { study: one.slug, round: 1 })).flatMap(({ texts }) => texts);
const seen = async (one: TestStudy, ...words: string[]) => {
  const all = await textsOf(one);
  return words.map((wanted) => {
    const { id, decision } = all.find((text) => text.text === wanted)!;
    return { id, seen: decision };
  });
};
const publishedTexts = async (one: TestStudy) => {
  value(await publish(system, { study: one.slug, reason: "To be read." }));
  return (await results(visitor, { study: one.slug })).published!.edition.rounds[0]!;
};

beforeAll(async () => {
  study = await written("merged");
});

describe("texts that are merged", () => {
  test("look alike first, as a suggestion", async () => {
    const groups = (await moderation(system, { study: study.slug, round: 1 })).flatMap(({ alike }) => alike);
    const [first, second] = await seen(study, REASONS[0]!, REASONS[1]!);
    expect(groups.some((group) => [first!.id, second!.id].every((id) => group.includes(id)))).toBe(true);
  });

  test("become one shown text, with the originals beside it", async () => {
    const texts = await seen(study, REASONS[0]!, REASONS[1]!);
    value(await mergeTexts(system, { study: study.slug, texts, released: "It lasts, say two." }));
    const after = await textsOf(study);
    expect(after.find(({ text }) => text === REASONS[0])).toMatchObject({ state: "released" });
    expect(after.find(({ text }) => text === REASONS[1])).toMatchObject({
      state: "merged",
      mergedInto: texts[0]!.id,
    });
    const { texts: shown } = await publishedTexts(study);
    expect(shown).toMatchObject([{ text: "It lasts, say two.", merged: true, edited: true, side: "higher" }]);
  });

  test("wait again, each on its own, when the merge is undone", async () => {
    const [carrier] = await seen(study, REASONS[0]!);
    value(await moderateText(system, { study: study.slug, text: carrier!.id, state: "waiting" }));
    expect((await textsOf(study)).filter(({ state }) => state !== "waiting")).toEqual([]);
  });

  test("stand on no side where their authors stood on two", async () => {
    const texts = await seen(study, REASONS[2]!, REASONS[5]!);
    value(await mergeTexts(system, { study: study.slug, texts, released: "Cheap and old." }));
    const { texts: shown } = await publishedTexts(study);
    expect(shown).toMatchObject([{ text: "Cheap and old.", side: null }]);
    value(await openRound(system, { study: study.slug }));
    const form = await questionnaire(await anExpert(study, 6), { section: "option" });
    const { reasons } = form!.feedback.find(({ item }) => item === "bridge")!;
    expect(reasons).toMatchObject({
      lower: [],
      higher: [],
      other: [{ text: "Cheap and old.", edited: true }],
    });
  });

  test("have to belong to one question, and can't be part of another merge", async () => {
    const merge = async (...words: string[]) =>
      mergeTexts(system, { study: study.slug, texts: await seen(study, ...words), released: "One." });
    expect(await merge(REASONS[0]!, ANSWERS[0]!)).toMatchObject({ refusal: "not-to-be-merged" });
    expect(await merge(REASONS[0]!, REASONS[0]!)).toMatchObject({ refusal: "not-to-be-merged" });
    expect(await merge(REASONS[0]!, REASONS[5]!)).toMatchObject({ refusal: "part-of-a-merge" });
  });

  test("come apart when one of their authors withdraws before anybody has read them", async () => {
    const other = await written("withdrawn");
    const texts = await seen(other, REASONS[0]!, REASONS[1]!);
    value(await mergeTexts(system, { study: other.slug, texts, released: "It lasts, say two." }));
    value(await withdraw(await anExpert(other, 1), {}));
    const left = await textsOf(other);
    expect(left.map(({ text }) => text)).not.toContain(REASONS[1]);
    expect(left.every(({ state, released }) => state === "waiting" && released === null)).toBe(true);
  });
});

describe("two moderators at one text", () => {
  test("the second is told, and nothing is overwritten", async () => {
    const other = await written("two");
    const [{ id, seen: decision } = { id: "", seen: 0 }] = await seen(other, REASONS[3]!);
    const input = { study: other.slug, text: id, seen: decision };
    value(await moderateText(system, { ...input, state: "released", released: "Ferries may sink." }));
    expect(await moderateText(system, { ...input, state: "held-back", reason: "Insults." })).toMatchObject({
      refusal: "decided-meanwhile",
    });
    const late = [{ id, seen: decision }, ...(await seen(other, REASONS[4]!))];
    expect(await mergeTexts(system, { study: other.slug, texts: late, released: "Both." })).toMatchObject({
      refusal: "decided-meanwhile",
    });
    expect(await showTextFirst(system, { ...input, first: true })).toMatchObject({
      refusal: "decided-meanwhile",
    });
    expect((await textsOf(other)).find((text) => text.id === id)).toMatchObject({
      state: "released",
      released: "Ferries may sink.",
    });
  });
});

describe("answers to an open question", () => {
  test("are grouped under themes, whose numbers stand only where enough experts speak of them", async () => {
    const other = await written("themes");
    const group = async (theme: string, ...words: string[]) =>
      value(await groupTexts(system, { study: other.slug, texts: await seen(other, ...words), theme }));
    await group("Rail", ...ANSWERS.slice(0, 4));
    await group("  rail ", ANSWERS[4]!);
    await group("Cables", ANSWERS[5]!);
    value(await releaseTexts(system, { study: other.slug, round: 1, item: "missing" }));
    const [asked] = (await moderation(system, { study: other.slug, round: 1 })).filter(
      ({ item }) => item.id === "missing",
    );
    expect(asked!.themes.map(({ name }) => name)).toEqual(["Cables", "Rail"]);
    const first = await publishedTexts(other);
    // Five of six: with their number the one that is left would be told of, too.
    expect(first.themes).toEqual([
      { item: "missing", name: "Rail", n: null },
      { item: "missing", name: "Cables", n: null },
    ]);
    expect(first.texts.filter(({ theme }) => theme === "Rail")).toHaveLength(5);

    const cables = asked!.themes.find(({ name }) => name === "Cables")!;
    const rename = { study: other.slug, theme: cables.id };
    expect(await nameTheme(system, { ...rename, was: "Ropes", name: "Wires" })).toMatchObject({
      refusal: "decided-meanwhile",
    });
    value(await nameTheme(system, { ...rename, was: "Cables", name: "RAIL" }));
    expect((await publishedTexts(other)).themes).toEqual([{ item: "missing", name: "Rail", n: 6 }]);
  });

  test("reasons stand under no theme", async () => {
    const texts = await seen(study, REASONS[0]!);
    expect(await groupTexts(system, { study: study.slug, texts, theme: "Rail" })).toMatchObject({
      refusal: "not-to-be-grouped",
    });
  });

  test("released ones are proposals for the next round, a merge as one", async () => {
    const other = await written("proposals");
    const texts = await seen(other, ANSWERS[0]!, ANSWERS[1]!);
    value(await mergeTexts(system, { study: other.slug, texts, released: "Trains" }));
    const { proposals } = await carryForward(system, { study: other.slug });
    expect(proposals).toEqual([{ question: "missing", title: "What is missing?", text: "Trains" }]);
  });
});

test("the moderator's choice is read first, by every expert", async () => {
  const other = await aStudy("first", { experts: 12 });
  for (let at = 0; at < 12; at += 1) {
    const answers = [...allRated(5), text("bridge", "rationale", `Reason ${at}`)];
    value(await submitAnswers(await anExpert(other, at), { round: 1, answers }));
  }
  value(await closeRound(system, { study: other.slug }));
  const [{ id, seen: decision } = { id: "", seen: 0 }] = await seen(other, "Reason 7");
  const first = { study: other.slug, text: id, seen: decision, first: true };
  expect(await showTextFirst(system, first)).toMatchObject({ refusal: "not-released" });
  value(await releaseTexts(system, { study: other.slug, round: 1, item: "bridge" }));
  value(await showTextFirst(system, { ...first, seen: decision + 1 }));
  value(await openRound(system, { study: other.slug }));
  for (let at = 0; at < 12; at += 1) {
    if (at === 7) continue;
    const form = await questionnaire(await anExpert(other, at), { section: "option" });
    const { reasons } = form!.feedback.find(({ item }) => item === "bridge")!;
    expect(reasons.higher.map(({ text: words }) => words)).toContain("Reason 7");
  }
});
