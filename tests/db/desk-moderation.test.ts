import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { releaseTexts } from "@/db/commands/release-texts";
import { submitAnswers } from "@/db/commands/submit-answers";
import { moderation } from "@/db/queries/moderation";
import { results } from "@/db/queries/results";
import { NotFound } from "@/db/run";
import { allRated, anExpert, aStudy, type TestStudy, text, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

const WORDS = ["It lasts.", "My office at Bridge Street built one.", "It is ugly.", "Ferries are cheaper."];
let study: TestStudy;

beforeAll(async () => {
  study = await aStudy("moderated", { experts: 5 });
  for (const [at, words] of [...WORDS, ""].entries()) {
    const seat = await anExpert(study, at);
    const answers = [...allRated(4), text("bridge", "rationale", `${words} (a first try)`)];
    value(await submitAnswers(seat, { round: 1, answers }));
    const revised = [...allRated(4), text("bridge", "rationale", words)];
    value(await submitAnswers(seat, { round: 1, answers: revised }));
  }
  value(await closeRound(system, { study: study.slug }));
});

const texts = async () =>
  (await moderation(system, { study: study.slug, round: 1 })).flatMap((one) => one.texts);
const idOf = async (words: string) => (await texts()).find((one) => one.text === words)!.id;

describe("texts of a closed round", () => {
  test("are those of the latest submissions, and all wait at first", async () => {
    expect((await texts()).map((one) => one.text).sort()).toEqual([...WORDS].sort());
    expect((await texts()).every((one) => one.state === "waiting" && one.released === null)).toBe(true);
  });

  test("are released as written, released in other words, or held back", async () => {
    const decide = async (words: string, state: "released" | "held-back", released?: string) =>
      value(
        await moderateText(system, {
          study: study.slug,
          text: await idOf(words),
          state,
          released,
          ...(state === "held-back" && { reason: "Says nothing." }),
        }),
      );
    await decide(WORDS[0]!, "released");
    await decide(WORDS[1]!, "released", "My office built one.");
    await decide(WORDS[2]!, "held-back");
    const after = new Map((await texts()).map((one) => [one.text, one]));
    expect(after.get(WORDS[0]!)).toMatchObject({ state: "released", released: WORDS[0] });
    expect(after.get(WORDS[1]!)).toMatchObject({ state: "released", released: "My office built one." });
    expect(after.get(WORDS[2]!)).toMatchObject({
      state: "held-back",
      released: null,
      heldReason: "Says nothing.",
    });
  });

  test("are released together where nobody has decided yet, and only there", async () => {
    const input = { study: study.slug, round: 1, item: "bridge" };
    expect(value(await releaseTexts(system, input))).toEqual({ released: 1 });
    expect((await texts()).filter((one) => one.state === "held-back").map((one) => one.text)).toEqual([
      WORDS[2],
    ]);
  });

  test("are published as released, an edited one marked as edited", async () => {
    value(await publish(system, { study: study.slug, reason: "To be read." }));
    const [row] = await database.sql`select canonical from edition where study_id = ${study.id}`;
    const { published: read } = await results(visitor, { study: study.slug });
    const published = read!.edition.rounds[0]!.texts.map(({ text: words, edited }) => ({ words, edited }));
    expect(published).toHaveLength(3);
    expect(published).toContainEqual({ words: "My office built one.", edited: true });
    expect(published).toContainEqual({ words: WORDS[0], edited: false });
    expect(row!.canonical).not.toContain("Bridge Street");
    expect(row!.canonical).not.toContain(WORDS[2]);
  });

  test("can't be decided about from another study's desk", async () => {
    const other = await aStudy("not-theirs", { experts: 1 });
    const input = { study: other.slug, text: await idOf(WORDS[0]!), state: "released" as const };
    await expect(moderateText(system, input)).rejects.toThrow(NotFound);
  });

  test("are not held back without a reason, and wait again when that is undone", async () => {
    const id = await idOf(WORDS[2]!);
    const input = { study: study.slug, text: id };
    const without = await moderateText(system, { ...input, state: "held-back", reason: " " });
    expect(without).toMatchObject({ refusal: "invalid-input", problems: [{ path: "reason" }] });
    value(await moderateText(system, { ...input, state: "waiting" }));
    const undone = { state: "waiting", released: null, heldReason: null };
    expect((await texts()).find((one) => one.id === id)).toMatchObject(undone);
  });

  test("an empty wording is refused, and nothing changes", async () => {
    const id = await idOf(WORDS[0]!);
    const input = { study: study.slug, text: id, state: "released" as const, released: "  " };
    expect(await moderateText(system, input)).toMatchObject({ refusal: "invalid-input" });
    expect((await texts()).find((one) => one.id === id)?.released).toBe(WORDS[0]);
  });
});

test("a text of the open round is beyond a moderator's reach", async () => {
  value(await openRound(system, { study: study.slug }));
  const answers = [text("bridge", "rationale", "Not for anybody yet.")];
  value(await submitAnswers(await anExpert(study, 0), { round: 2, answers }));
  const [row] = await database.sql`select id from answer_text where text = 'Not for anybody yet.'`;
  const input = { study: study.slug, text: row!.id, state: "released" as const };
  await expect(moderateText(system, input)).rejects.toThrow(NotFound);
  await expect(releaseTexts(system, { study: study.slug, round: 2, item: "bridge" })).rejects.toThrow(
    NotFound,
  );
});
