import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { askedItems, snapshotOf } from "@/db/queries/asked-items";
import { results } from "@/db/queries/results";
import { studyDesign } from "@/db/queries/study-design";
import { studyPage } from "@/db/queries/study-page";
import type { Item } from "@/delphi/item";
import type { ItemEdit } from "@/delphi/item-edit";
import { changesOf } from "@/delphi/lineage";
import { policyDelphi } from "@/delphi/presets";
import { allRated, anExpert, answeredRound, aStudy, items, rating, type TestStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const item = (id: string): Item => items.find((one) => one.id === id)!;
const newOption = (id: string): Item => ({ ...item("bridge"), id, title: `Option ${id}` });
const reason = "Several experts asked what was meant.";
const reword = (title: string, substance: boolean): ItemEdit => ({
  kind: "reword",
  item: { ...item("bridge"), title },
  substance,
  reason,
});
const retireFerry: ItemEdit = { kind: "retire", item: "ferry", reason };

async function afterRoundOne(slug: string, protocol = {}): Promise<TestStudy> {
  const study = await aStudy(slug, { protocol });
  await answeredRound(study, 1, 6);
  return study;
}
const open = (study: TestStudy, ...edits: ItemEdit[]) => openRound(system, { study: study.slug, edits });
const deviations = async (study: TestStudy): Promise<string[]> => {
  const rows = await sql()`select body from deviation where study_id = ${study.id} order by number`;
  return rows.map((row) => row.body.what);
};

/** A round in which the first `experts` rate every rated part alike, closed. */
async function roundOf(study: TestStudy, round: number, experts: number, point: number): Promise<void> {
  const asked = await askedItems(system, { study: study.slug, round });
  for (let at = 0; at < experts; at += 1) {
    const answers = asked.flatMap(({ id, parts }) =>
      parts.flatMap(({ id: part, scale }) =>
        scale.kind === "text" ? [] : [rating(id, part, scale.kind === "probability" ? point * 10 : point)],
      ),
    );
    value(await submitAnswers(await anExpert(study, at), { round, answers }));
  }
  value(await closeRound(system, { study: study.slug }));
}

describe("changing items between rounds", () => {
  it("rewords an item: the new round asks the new words, the old one keeps its own", async () => {
    const study = await afterRoundOne("reword");
    value(await open(study, reword("A bridge for trains", true)));
    const [before, now] = await Promise.all(
      [1, 2].map(async (round) => {
        const asked = await askedItems(system, { study: study.slug, round });
        return asked.find((one) => one.id === "bridge");
      }),
    );
    expect(before).toEqual(item("bridge"));
    expect(now).toMatchObject({ title: "A bridge for trains", wording: 2 });
    expect(await deviations(study)).toEqual([
      "“Option bridge” was reworded in substance: “A bridge for trains”.",
    ]);
  });

  it("pairs no answers across a change of substance, and pairs them across a minor one", async () => {
    const study = await afterRoundOne("pairing");
    const minor: ItemEdit = {
      ...(reword("", false) as Extract<ItemEdit, { kind: "reword" }>),
      item: { ...item("tunnel"), text: "One line about it, corrected." },
    };
    value(await open(study, reword("A bridge for trains", true), minor));
    await roundOf(study, 2, 6, 4);
    const { figures, carryForward } = await snapshotOf(system, { study: study.slug, round: 2 });
    const stability = (id: string) => {
      const figure = figures.find((one) => one.item === id && one.stratum === null);
      return figure?.withheld === null ? figure.stability : undefined;
    };
    expect(stability("bridge")).toBeNull();
    expect(stability("tunnel")).toMatchObject({ since: 1, met: true });
    expect(carryForward.find((one) => one.item === "bridge")).toMatchObject({
      proposal: "ask",
      because: "first-answers",
    });
    const first = await snapshotOf(system, { study: study.slug, round: 1 });
    expect(first.figures.filter((one) => one.item === "bridge")).toHaveLength(2);
  });

  it("splits, merges, retires and adds in one opening, and asks what came of it", async () => {
    const study = await aStudy("all-at-once", {
      protocol: { betweenRounds: { rewordAbove: 20, panelItems: true } },
    });
    await answeredRound(study, 1, 6);
    value(
      await open(
        study,
        { kind: "split", item: "bridge", into: [newOption("rail-bridge"), newOption("road-bridge")], reason },
        { kind: "merge", items: ["ferry", "tunnel"], into: newOption("crossing"), reason },
        { kind: "add", item: newOption("ford"), question: "missing", reason },
      ),
    );
    const asked = await askedItems(system, { study: study.slug, round: 2 });
    expect(asked.map((one) => one.id)).toEqual([
      "stance",
      "rail-bridge",
      "road-bridge",
      "crossing",
      "ford",
      "flood",
      "confidence",
    ]);
    // The panel's own proposal was foreseen by the protocol, so it is no deviation.
    expect(await deviations(study)).toEqual([
      "“Option bridge” was split into “Option rail-bridge” and “Option road-bridge”.",
      "“Option ferry” and “Option tunnel” were merged into “Option crossing”.",
    ]);
    await roundOf(study, 2, 6, 4);
    const { carryForward } = await snapshotOf(system, { study: study.slug, round: 2 });
    expect(carryForward.map((one) => one.item)).not.toContain("bridge");
    expect(await open(study, retireFerry)).toMatchObject({ refusal: "unknown-item" });
  });

  it("retires by the protocol's own rule without a deviation, and keeps the item only with a reason", async () => {
    const rule = {
      measure: "percent-agreement",
      figure: "bottomPercent",
      compare: ">=" as const,
      value: 70,
      settings: { topFrom: 4, bottomTo: 2 },
    };
    const rules = { ...policyDelphi.rules, option: { ...policyDelphi.rules.option!, retire: rule } };
    const study = await aStudy("by-rule", { protocol: { rules } });
    await answeredRound(study, 1, 6, 1);
    const proposed = (await snapshotOf(system, { study: study.slug, round: 1 })).carryForward;
    expect(proposed.find((one) => one.item === "ferry")).toMatchObject({ proposal: "retire" });
    const keep = ["stance", "ferry", "flood", "confidence"];
    expect(await openRound(system, { study: study.slug, items: keep })).toMatchObject({
      refusal: "needs-reason",
    });
    value(await open(study));
    expect(await deviations(study)).toEqual([]);
    const [row] = await sql()`
      select count(*)::int as changes from lineage where study_id = ${study.id} and body ->> 'kind' = 'retired'`;
    expect(row!.changes).toBe(3);
  });

  it("is all or nothing: a refused opening leaves items, lineage and deviations as they were", async () => {
    const study = await afterRoundOne("all-or-nothing");
    const twice = await open(study, reword("A bridge for trains", true), { ...retireFerry, item: "bridge" });
    expect(twice).toMatchObject({ refusal: "edited-twice", detail: { item: "Option bridge" } });
    const unasked = await openRound(system, {
      study: study.slug,
      edits: [reword("A bridge for trains", true)],
      items: ["stance"],
    });
    expect(unasked).toMatchObject({ refusal: "needs-reason" });
    const [left] = await sql()`
      select (select count(*)::int from lineage where study_id = ${study.id}) as lineage,
        (select count(*)::int from deviation where study_id = ${study.id}) as deviations,
        (select body ->> 'title' from item where study_id = ${study.id} and id = 'bridge') as title`;
    expect(left).toEqual({ lineage: 0, deviations: 0, title: "Option bridge" });
  });

  it("tells the second of two facilitators, and overwrites nothing", async () => {
    const study = await afterRoundOne("two-sheets");
    const sheet = (edit: ItemEdit) => openRound(system, { study: study.slug, version: 1, edits: [edit] });
    value(await sheet(reword("A bridge for trains", true)));
    expect(await sheet(retireFerry)).toMatchObject({ refusal: "changed-meanwhile" });
    const [row] = await sql()`select count(*)::int as changes from lineage where study_id = ${study.id}`;
    expect(row!.changes).toBe(1);
  });

  it("is done in the design before round 1, where nothing is promised yet", async () => {
    const study = await aStudy("in-design", { open: false });
    expect(await open(study, retireFerry)).toMatchObject({ refusal: "edited-before-round-1" });
  });
});

describe("what readers see of it", () => {
  it("comes with the edition that holds the round, former wording included, and not before", async () => {
    const study = await afterRoundOne("readers", { earlyPublication: true });
    value(await open(study, reword("A bridge for trains", true), retireFerry));
    const page = await studyPage(system, { study: study.slug });
    expect(page.items.find((one) => one.id === "bridge")!.title).toBe("Option bridge");
    value(await publish(system, { study: study.slug }));
    const read = async () => (await results(system, { study: study.slug })).published!.edition;
    const first = await read();
    expect(first.lineage).toBeUndefined();
    expect(first.items.find((one) => one.id === "bridge")).toEqual(item("bridge"));

    await roundOf(study, 2, 6, 4);
    value(await publish(system, { study: study.slug }));
    const second = await read();
    expect(second.items.find((one) => one.id === "bridge")).toMatchObject({ title: "A bridge for trains" });
    expect(changesOf("bridge", second.lineage!)).toMatchObject([
      { round: 2, kind: "reworded", substance: true, before: item("bridge"), reason },
    ]);
    expect(second.items.map((one) => one.id)).toContain("ferry");
    const copied = await studyDesign(system, { study: study.slug });
    expect(copied.items.map((one) => one.id)).not.toContain("ferry");
    expect(copied.items.every((one) => one.wording === undefined)).toBe(true);
  });

  it("includes the audit of those who left, from round 2 on", async () => {
    const study = await aStudy("leavers", { protocol: { earlyPublication: true } });
    await answeredRound(study, 1, 8);
    expect((await snapshotOf(system, { study: study.slug, round: 1 })).attrition).toBeUndefined();
    value(await openRound(system, { study: study.slug }));
    for (let at = 0; at < 6; at += 1)
      value(
        await submitAnswers(await anExpert(study, at), {
          round: 2,
          answers: allRated(4).filter((one) => one.item !== "missing"),
        }),
      );
    value(await closeRound(system, { study: study.slug }));
    value(await publish(system, { study: study.slug }));
    const { edition } = (await results(system, { study: study.slug })).published!;
    expect(edition.rounds[1]!.attrition).toMatchObject({
      before: 8,
      left: 2,
      distanceNotTold: "fewer-than-k",
    });
    expect(edition.rounds[1]!.attrition!.parts.find((one) => one.item === "bridge")).toMatchObject({
      verdict: { met: true },
      assuming: "any-answer",
    });
  });
});
