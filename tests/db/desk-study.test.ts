import { afterAll, describe, expect, test } from "vitest";
import { system } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { editStudy } from "@/db/commands/edit-study";
import { extendRound } from "@/db/commands/extend-round";
import { openRound } from "@/db/commands/open-round";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { auditLog } from "@/db/queries/audit-log";
import { carryForward } from "@/db/queries/carry-forward";
import { deskStudies } from "@/db/queries/desk-studies";
import { deskStudy } from "@/db/queries/desk-study";
import { moderation } from "@/db/queries/moderation";
import { progress } from "@/db/queries/progress";
import { roll } from "@/db/queries/roll";
import { roundAnalysis } from "@/db/queries/round-analysis";
import { NotFound } from "@/db/run";
import { allRated, anExpert, answeredRound, aStudy, text, value } from "./a-study";
import { freshDatabase } from "./database";
import { aMember } from "./desk-people";

const database = await freshDatabase();
afterAll(database.close);

describe("two facilitators at one design", () => {
  test("overwrite nothing: the one whose form is older is told", async () => {
    const { slug } = await aStudy("version", { open: false });
    const shown = await deskStudy(system, { study: slug });
    const edit = (title: string) =>
      editStudy(system, {
        study: slug,
        version: shown.version,
        content: { ...shown.content, title },
      });
    expect(value(await edit("The first to save"))).toEqual({ version: shown.version + 1 });
    expect(await edit("The second")).toMatchObject({ refusal: "changed-meanwhile" });
    expect((await deskStudy(system, { study: slug })).content.title).toBe("The first to save");
  });

  test("who save at the same moment are one after the other: one is told", async () => {
    const { slug } = await aStudy("version-race", { open: false });
    const { version, content } = await deskStudy(system, { study: slug });
    const saves = await Promise.all(
      ["a", "b", "c"].map((title) =>
        editStudy(system, { study: slug, version, content: { ...content, title } }),
      ),
    );
    expect(saves.filter((save) => save.ok)).toHaveLength(1);
    expect(saves.filter((save) => !save.ok && save.refusal === "changed-meanwhile")).toHaveLength(2);
  });
});

describe("while a round is open", () => {
  test("nothing at the desk changes with an expert's submission but the total", async () => {
    const study = await aStudy("curious", { experts: 6 });
    const owner = await aMember(study, "owner");
    const everything = async () => {
      const { round, ...rest } = await progress(owner, { study: study.slug });
      return JSON.stringify([
        rest,
        { ...round, submitted: 0 },
        await roll(owner, { study: study.slug }),
        await deskStudy(owner, { study: study.slug }),
        await auditLog(owner, { study: study.slug }),
        await carryForward(owner, { study: study.slug }),
        await moderation(owner, { study: study.slug, round: 1 }),
      ]);
    };
    const before = await everything();
    const seat = await anExpert(study, 0);
    const answers = [...allRated(5), text("bridge", "rationale", "Only I would say this.")];
    value(await saveDraft(seat, { round: 1, answers }));
    value(await submitAnswers(seat, { round: 1, answers }));
    expect(await everything()).toBe(before);
    expect((await progress(owner, { study: study.slug })).round?.submitted).toBe(1);
  });

  test("an expert who revises is counted once, and a draft is not counted", async () => {
    const study = await aStudy("revised", { experts: 3 });
    const seat = await anExpert(study, 0);
    for (const point of [1, 2, 3]) value(await submitAnswers(seat, { round: 1, answers: allRated(point) }));
    value(await saveDraft(await anExpert(study, 1), { round: 1, answers: allRated(4) }));
    const owner = await aMember(study, "owner");
    expect((await progress(owner, { study: study.slug })).round?.submitted).toBe(1);
    expect((await deskStudies(owner, {})).map((listed) => listed.round?.submitted)).toEqual([1]);
  });

  test("there is no analysis of it, and its texts don't exist for a moderator", async () => {
    const study = await aStudy("too-early", { experts: 3 });
    const answers = [text("bridge", "rationale", "Too early to read.")];
    value(await submitAnswers(await anExpert(study, 0), { round: 1, answers }));
    expect(await moderation(system, { study: study.slug, round: 1 })).toEqual([]);
    await expect(roundAnalysis(system, { study: study.slug, round: 1 })).rejects.toThrow(NotFound);
  });

  test("its closing time can be moved, but not into the past", async () => {
    const study = await aStudy("extend", { experts: 1 });
    const closesAt = new Date(Date.now() + 86_400_000).toISOString();
    value(await extendRound(system, { study: study.slug, closesAt }));
    const [round] = (await deskStudy(system, { study: study.slug })).rounds;
    expect(round?.closesAt?.toISOString()).toBe(closesAt);
    const past = new Date(Date.now() - 1000).toISOString();
    expect(await extendRound(system, { study: study.slug, closesAt: past })).toMatchObject({
      refusal: "closes-in-the-past",
    });
    value(await extendRound(system, { study: study.slug, closesAt: null }));
    value(await closeRound(system, { study: study.slug, withNothingShown: true }));
    expect(await extendRound(system, { study: study.slug, closesAt })).toMatchObject({
      refusal: "no-open-round",
    });
  });
});

describe("after a round", () => {
  test("the analysis is the round's snapshot: withheld figures are rows without a number", async () => {
    const strata = ["North", "North", "North", "South"];
    const study = await aStudy("analysis", { experts: 20, strata });
    await answeredRound(study, 1, 8);
    const { snapshot } = await roundAnalysis(system, { study: study.slug, round: 1 });
    expect(snapshot.submitted).toBe(8);
    const south = snapshot.figures.filter((figure) => figure.stratum === "south");
    expect(south).not.toEqual([]);
    for (const figure of south)
      expect(Object.keys(figure).sort()).toEqual(["item", "part", "round", "stratum", "withheld"]);
  });

  test("the sheet offers the next round's number until the protocol leaves none", async () => {
    const study = await aStudy("sheet", { experts: 6, protocol: { rounds: 2 } });
    const next = () => carryForward(system, { study: study.slug });
    expect((await next()).number).toBeNull();
    await answeredRound(study, 1, 6);
    const sheet = await next();
    expect(sheet.number).toBe(2);
    expect(sheet.sheet.map(({ item, proposal }) => [item.id, proposal?.proposal])).toContainEqual([
      "bridge",
      "ask",
    ]);
    value(await openRound(system, { study: study.slug }));
    await answeredRound(study, 2, 6);
    expect((await next()).number).toBeNull();
  });
});
