import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { concludeStudy } from "@/db/commands/conclude-study";
import { discardRehearsal } from "@/db/commands/discard-rehearsal";
import { editStudy } from "@/db/commands/edit-study";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { snapshotOf } from "@/db/queries/asked-items";
import { hashOf } from "@/db/sealing";
import { rehearse } from "@/db/seed/rehearse";
import { canonical } from "@/delphi/canonical";
import { parseEdition } from "@/delphi/edition-text";
import { policyDelphi } from "@/delphi/presets";
import { usualRehearsal } from "@/delphi/rehearsal";
import { allRated, anExpert, answeredRound, aStudy, items, rating, text, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const edition = async (studyId: string, number: number) => {
  const [row] = await sql()`select * from edition where study_id = ${studyId} and number = ${number}`;
  return { row: row!, content: parseEdition(row!.canonical) };
};

describe("opening a round", () => {
  it("locks the protocol: what the experts were promised can no longer be edited", async () => {
    const { slug, id } = await aStudy("lock", { open: false });
    const version = 1;
    expect(
      await editStudy(system, { study: slug, version, protocol: { ...policyDelphi, rounds: 2 } }),
    ).toMatchObject({
      ok: true,
    });
    value(await openRound(system, { study: slug }));
    expect(await editStudy(system, { study: slug, version: 2, protocol: policyDelphi })).toMatchObject({
      refusal: "locked",
    });
    const [row] = await sql()`select protocol_digest, locked_at from study where id = ${id}`;
    expect(row!.protocol_digest).toMatch(/^[0-9a-f]{64}$/);
    expect(row!.locked_at).not.toBeNull();
  });

  it("needs a panel, items and no other open round", async () => {
    const { slug } = await aStudy("needs", { experts: 0, open: false });
    expect(await openRound(system, { study: slug })).toMatchObject({ refusal: "no-panel" });
    const { slug: other } = await aStudy("needs-items", { open: false });
    expect(await openRound(system, { study: other, items: [] })).toMatchObject({ refusal: "no-items" });
    expect(await openRound(system, { study: other, items: ["confidence"] })).toMatchObject({
      refusal: "no-items",
    });
    expect(await openRound(system, { study: other, items: ["ghost"] })).toMatchObject({
      refusal: "unknown-item",
    });
    expect(await openRound(system, { study: other, closesAt: "2020-01-01T00:00:00Z" })).toMatchObject({
      refusal: "closes-in-the-past",
    });
    value(await openRound(system, { study: other }));
    expect(await openRound(system, { study: other })).toMatchObject({ refusal: "round-is-open" });
  });

  it("follows the carry-forward proposal, and logs a departure from it as a deviation with its reason", async () => {
    const study = await aStudy("departure");
    await answeredRound(study, 1, 6);
    const items = ["stance", "confidence"];
    expect(await openRound(system, { study: study.slug, items })).toMatchObject({ refusal: "needs-reason" });
    value(
      await openRound(system, { study: study.slug, items, reason: "The panel asked for a short round." }),
    );
    const [row] = await sql()`select body from deviation where study_id = ${study.id}`;
    expect(row!.body).toMatchObject({ number: 1, round: 2, reason: "The panel asked for a short round." });
    expect(row!.body.what).toContain("“Option bridge”");
  });

  it("refuses to lock a rule of agreement that does not fit an item's scale", async () => {
    const { slug } = await aStudy("misfit", { open: false });
    const points = ["no", "both", "yes"].map((label, at) => ({ value: at + 1, label }));
    const short = {
      ...items[1]!,
      parts: [{ id: "desirability", question: "", scale: { kind: "ordinal" as const, points } }],
    };
    value(await editStudy(system, { study: slug, version: 1, items: [short] }));
    expect(await openRound(system, { study: slug })).toMatchObject({
      refusal: "rules-do-not-fit",
      problems: [{ path: "rules.option.consensus", message: expect.stringContaining("goes from 1 to 3") }],
    });
  });

  it("overwrites nothing when two facilitators edit at once", async () => {
    const { slug } = await aStudy("two-editors", { open: false });
    value(await editStudy(system, { study: slug, version: 1, announced: false }));
    expect(await editStudy(system, { study: slug, version: 1, announced: true })).toMatchObject({
      refusal: "changed-meanwhile",
    });
  });
});

describe("closing a round", () => {
  it("shows nothing of fewer than k experts, unless asked to close with nothing shown", async () => {
    const study = await aStudy("few");
    for (const at of [0, 1, 2, 3])
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
    expect(await closeRound(system, { study: study.slug })).toMatchObject({
      refusal: "too-few-answers",
      detail: { submitted: 4, k: 5 },
    });
    value(await closeRound(system, { study: study.slug, withNothingShown: true }));
    const { figures } = await snapshotOf(system, { study: study.slug, round: 1 });
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every((figure) => figure.withheld === "fewer-than-k")).toBe(true);
  });

  it("counts each seat's latest submission, deletes drafts and replaced texts", async () => {
    const study = await aStudy("latest");
    for (const at of [0, 1, 2, 3, 4])
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(2) }));
    const reviser = await anExpert(study, 0);
    const reason = (words: string) => [...allRated(5), text("bridge", "rationale", words)];
    value(await submitAnswers(reviser, { round: 1, answers: reason("first words") }));
    value(await submitAnswers(reviser, { round: 1, answers: reason("second words") }));
    value(await saveDraft(await anExpert(study, 6), { round: 1, answers: [rating("stance", "stance", 1)] }));
    value(await closeRound(system, { study: study.slug }));

    const { figures, submitted } = await snapshotOf(system, { study: study.slug, round: 1 });
    const stance = figures.find((figure) => figure.item === "stance" && figure.stratum === null);
    expect(submitted).toBe(5);
    expect(stance).toMatchObject({ n: 5, counts: [0, 4, 0, 0, 1] });
    const [left] = await sql()`select count(*)::int as drafts from draft where study_id = ${study.id}`;
    expect(left!.drafts).toBe(0);
    const texts = await sql()`select text, side from answer_text where study_id = ${study.id}`;
    expect([...texts]).toEqual([{ text: "second words", side: "higher" }]);
  });

  it("freezes the round: the database refuses any later change", async () => {
    const study = await aStudy("frozen");
    await answeredRound(study, 1, 5);
    await expect(
      sql()`update round set snapshot = '{}' where study_id = ${study.id}`.execute(),
    ).rejects.toThrow("A closed round never changes.");
    const late = await submitAnswers(await anExpert(study, 0), { round: 1, answers: allRated(1) });
    expect(late).toMatchObject({ refusal: "round-not-open" });
  });

  it("settles what held still: the next round does not ask it, and the study may stop", async () => {
    const study = await aStudy("settles");
    await answeredRound(study, 1, 6);
    value(await openRound(system, { study: study.slug }));
    await answeredRound2(study);
    const second = await snapshotOf(system, { study: study.slug, round: 2 });
    expect(second.asked).not.toContain("missing");
    expect(second.stop).toBe(true);
    expect(second.carryForward.filter((one) => one.proposal === "ask").map((one) => one.item)).toEqual([
      "confidence",
    ]);
    expect(await openRound(system, { study: study.slug })).toMatchObject({ refusal: "no-items" });
  });
});

/** Round 2 does not ask the open question; the rated answers stay as they were. */
async function answeredRound2(study: Awaited<ReturnType<typeof aStudy>>): Promise<void> {
  for (let at = 0; at < 6; at += 1)
    value(await submitAnswers(await anExpert(study, at), { round: 2, answers: allRated(4) }));
  value(await closeRound(system, { study: study.slug }));
}

describe("publishing", () => {
  it("freezes closed rounds as an edition whose digest covers its canonical text", async () => {
    const study = await aStudy("edition", { protocol: { earlyPublication: true } });
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "nothing-to-publish" });
    await answeredRound(study, 1, 6);
    const published = value(await publish(system, { study: study.slug }));
    const { row, content } = await edition(study.id, 1);
    expect(published).toEqual({ edition: 1, digest: hashOf(row.canonical) });
    expect(canonical(content)).toBe(row.canonical);
    expect(content.receipts[0]!.counted).toHaveLength(6);
    expect(content.previous).toBeNull();
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "nothing-new" });
  });

  it("chains each edition to the one before, and never holds an open round", async () => {
    const study = await aStudy("chain", { protocol: { earlyPublication: true } });
    await answeredRound(study, 1, 6);
    const first = value(await publish(system, { study: study.slug }));
    value(await openRound(system, { study: study.slug }));
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "nothing-new" });
    await answeredRound2(study);
    value(await publish(system, { study: study.slug }));
    const { content } = await edition(study.id, 2);
    expect(content.previous).toBe(first.digest);
    expect(content.rounds.map((round) => round.round)).toEqual([1, 2]);
  });

  it("before the last round is a deviation with a reason, unless the protocol foresaw it", async () => {
    const study = await aStudy("early");
    await answeredRound(study, 1, 6);
    expect(await publish(system, { study: study.slug })).toMatchObject({ refusal: "needs-reason" });
    value(await publish(system, { study: study.slug, reason: "A hearing takes place next week." }));
    const { content } = await edition(study.id, 1);
    expect(content.deviations).toMatchObject([{ number: 1, reason: "A hearing takes place next week." }]);
  });

  it("is possible without a reason once the study is concluded, and no round opens after", async () => {
    const study = await aStudy("concluded");
    expect(await concludeStudy(system, { study: study.slug })).toMatchObject({ refusal: "round-is-open" });
    await answeredRound(study, 1, 6);
    value(await concludeStudy(system, { study: study.slug }));
    value(await publish(system, { study: study.slug }));
    expect(await openRound(system, { study: study.slug })).toMatchObject({ refusal: "concluded" });
  });

  it("cannot be undone in the database", async () => {
    const study = await aStudy("immutable", { protocol: { earlyPublication: true } });
    await answeredRound(study, 1, 6);
    value(await publish(system, { study: study.slug }));
    const frozen = "A published edition cannot be changed or deleted.";
    await expect(
      sql()`update edition set canonical = '{}' where study_id = ${study.id}`.execute(),
    ).rejects.toThrow(frozen);
    await expect(sql()`delete from edition where study_id = ${study.id}`.execute()).rejects.toThrow(frozen);
    await expect(sql()`truncate edition`.execute()).rejects.toThrow(frozen);
  });
});

describe("a rehearsal", () => {
  it("plays any study to publication in a copy that is marked simulated for ever", async () => {
    const { slug, id } = await aStudy("played", { strata: ["a", "b"], open: false });
    const rounds = await rehearse(slug, { ...usualRehearsal, experts: 12 }, { leaveOpen: false });
    expect(rounds).toBeGreaterThanOrEqual(2);
    const [copy] = await sql()`select id, simulated from study where slug = 'played-rehearsal'`;
    expect(copy!.simulated).toBe(true);
    expect((await edition(copy!.id, 1)).content.study.simulated).toBe(true);
    const [own] = await sql()`select count(*)::int as seats from seat where study_id = ${id}`;
    expect(own!.seats).toBe(0);
    await expect(sql()`update study set simulated = false where id = ${copy!.id}`.execute()).rejects.toThrow(
      "never changes",
    );
    value(await discardRehearsal(system, { study: "played-rehearsal" }));
    expect(await discardRehearsal(system, { study: slug })).toMatchObject({ refusal: "not-simulated" });
  });
});
