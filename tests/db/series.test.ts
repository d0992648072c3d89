import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { askAgain } from "@/db/commands/ask-again";
import { beginSeries } from "@/db/commands/begin-series";
import { concludeStudy } from "@/db/commands/conclude-study";
import { editSeries } from "@/db/commands/edit-series";
import { editStudy } from "@/db/commands/edit-study";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { joinSeries } from "@/db/commands/join-series";
import { leaveSeries } from "@/db/commands/leave-series";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { severStudy } from "@/db/commands/sever-study";
import { undoAskAgain } from "@/db/commands/undo-ask-again";
import { writeLetter } from "@/db/commands/write-letter";
import { deskSeries } from "@/db/queries/desk-series";
import { expertInvitation } from "@/db/queries/invitation";
import { series, waveOf } from "@/db/queries/series";
import { studyDesign } from "@/db/queries/study-design";
import { NotFound } from "@/db/run";
import { unseal } from "@/db/sealing";
import { trendsOf } from "@/delphi/wave-trend";
import { composedLetter } from "@/jobs/letters/panel-letter";
import { answeredRound, aStudy, seatBehind, type TestStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { aMember } from "./desk-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const reason = "The town needs to know.";
const terms = (slug: string) => ({ name: `The series ${slug}`, slug, panelShare: 50 });

/** A published study of eight experts, with its owner. */
async function aFirstWave(slug: string): Promise<{ study: TestStudy; owner: Actor }> {
  const study = await aStudy(slug, { experts: 8 });
  await answeredRound(study, 1, 8, 2);
  value(await publish(system, { study: slug, reason }));
  return { study, owner: await aMember(study, "owner") };
}

async function theStudy(slug: string): Promise<TestStudy> {
  const [row] = await sql()<{ id: string }[]>`select id from study where slug = ${slug}`;
  const { id } = row!;
  const rows = await sql()<{ sealed: Buffer }[]>`
    select sealed_token as sealed from invitation where study_id = ${id} and sealed_token is not null`;
  return { slug, id, links: rows.map((one) => unseal(one.sealed, `invitation:${id}`)) };
}

const again = (study: string, slug: string, panel: "roll" | "agreed" | "nobody" = "roll") => ({
  study,
  title: `The study ${slug}`,
  slug,
  panel,
  series: terms(`series-of-${study}`),
});

/** Opens, answers and publishes a wave. */
async function published(slug: string, point = 4): Promise<TestStudy> {
  value(await openRound(system, { study: slug }));
  const study = await theStudy(slug);
  await answeredRound(study, 1, study.links.length, point);
  value(await publish(system, { study: slug, reason }));
  return study;
}

test("a published study is asked again of its panel: a draft with its items and rules, and people invited anew", async () => {
  const { study, owner } = await aFirstWave("bridge");
  await sql()`update invitation set declined = true, note = 'keen' where address = 'e0@bridge.example'`;
  await sql()`update invitation set bounced = 'no such mailbox' where address = 'e1@bridge.example'`;
  await sql()`update invitation set reminders = false, note = 'keen' where address = 'e2@bridge.example'`;
  expect(value(await askAgain(owner, again("bridge", "bridge-2")))).toEqual({ study: "bridge-2", people: 6 });

  const [before, now] = [
    await studyDesign(system, { study: "bridge" }),
    await studyDesign(owner, { study: "bridge-2" }),
  ];
  expect([now.items, now.protocol, now.positions]).toEqual([before.items, before.protocol, before.positions]);
  const next = await theStudy("bridge-2");
  expect(next.links).toHaveLength(6);
  expect(next.links.filter((link) => study.links.includes(link))).toEqual([]);
  const [row] = await sql()<object[]>`
    select count(*)::int as people, bool_and(reminders) as reminded, bool_or(invited_at is not null) as told,
      string_agg(distinct note, '') as notes from invitation where study_id = ${next.id}`;
  expect(row).toEqual({ people: 6, reminded: true, told: false, notes: "" });
  expect((await sql()`select 1 from seat where study_id = ${next.id}`).length).toBe(0);
});

test("its people are told that they are invited anew, agree anew, and those of the first wave are not", async () => {
  const { study, owner } = await aFirstWave("told");
  value(await askAgain(owner, again("told", "told-2")));
  value(await openRound(system, { study: "told-2" }));
  const next = await theStudy("told-2");
  const seat = await seatBehind(next.links[0]!);
  expect(await expertInvitation(seat, {})).toMatchObject({
    again: true,
    consented: false,
    own: { answered: 0 },
  });
  value(await giveConsent(seat, {}));
  expect(await expertInvitation(await seatBehind(study.links[0]!), {})).toMatchObject({ again: false });
  for (const [one, says] of [
    [next, true],
    [study, false],
  ] as const) {
    const [person] = await sql()<
      { id: string }[]
    >`select id from invitation where study_id = ${one.id} limit 1`;
    const letter = value(
      await writeLetter(system, { study: one.id, invitation: person!.id, letter: "invitation" }),
    );
    const text = JSON.stringify(composedLetter("invitation", letter, "https://x.example"));
    expect(text.includes("this is a new invitation")).toBe(says);
  }
});

test("readers find a wave with its first edition and no sooner, in the order of the first rounds", async () => {
  const { owner } = await aFirstWave("ferry");
  await expect(series(visitor, { series: "series-of-ferry" })).rejects.toThrow(NotFound);
  value(await askAgain(owner, again("ferry", "ferry-2")));
  const alone = await series(visitor, { series: "series-of-ferry" });
  expect(alone.waves.map(({ edition }) => edition.study.slug)).toEqual(["ferry"]);
  expect(await waveOf(visitor, { study: "ferry" })).toMatchObject({ number: 1, of: 1 });
  await expect(waveOf(visitor, { study: "ferry-2" })).rejects.toThrow(NotFound);
  expect(JSON.stringify(alone)).not.toContain("ferry-2");

  await published("ferry-2");
  const both = await series(visitor, { series: "series-of-ferry" });
  expect(both.waves.map(({ number, edition }) => [number, edition.study.slug])).toEqual([
    [1, "ferry"],
    [2, "ferry-2"],
  ]);
  expect(both.waves[1]!.continuity).toEqual({ people: 8, same: 8, atLeast: false });
  expect(both.declaredBeforehand).toBe(true);
  expect(await waveOf(visitor, { study: "ferry-2" })).toMatchObject({ number: 2, of: 2 });
  const stance = trendsOf(both.waves, both.panelShare).find(({ item }) => item.id === "stance")!;
  expect(stance.points.map(({ figure, breaks }) => [figure?.median, breaks])).toEqual([
    [2, []],
    [4, []],
  ]);
  const digests = await sql()<{ digest: string }[]>`
    select digest from edition join study on study.id = study_id where slug like 'ferry%' order by slug`;
  expect(both.waves.map(({ digest }) => digest)).toEqual(digests.map(({ digest }) => digest));
});

test("another panel breaks the lines: people are counted by their addresses on the two lists, never by seats", async () => {
  const { owner } = await aFirstWave("tunnel");
  value(await askAgain(owner, again("tunnel", "tunnel-2", "nobody")));
  const others = Array.from({ length: 6 }, (_, at) => `new${at}@tunnel.example`);
  const known = ["E0@tunnel.example", "e1@tunnel.example"];
  value(await importPanel(system, { study: "tunnel-2", text: [...others, ...known].join("\n") }));
  const { series: own } = await deskSeries(owner, { study: "tunnel-2" });
  expect(own!.waves.map(({ number, continuity }) => [number, continuity])).toEqual([
    [1, null],
    [2, { people: 8, same: 2, atLeast: false }],
  ]);
  await published("tunnel-2");
  const shown = await series(visitor, { series: "series-of-tunnel" });
  const { points } = trendsOf(shown.waves, shown.panelShare)[0]!;
  expect(points[1]!.breaks).toEqual([{ why: "panel", same: 2, people: 8, percent: 25 }]);
});

test("what was reworded, added and left out since stands at the desk of who sits at both", async () => {
  const { owner } = await aFirstWave("since");
  value(await askAgain(owner, again("since", "since-2", "nobody")));
  const { items } = await studyDesign(owner, { study: "since-2" });
  const [stance, bridge, ...rest] = items;
  const changed = [{ ...stance!, title: "Should it be built?" }, ...rest, { ...bridge!, id: "viaduct" }];
  value(await editStudy(owner, { study: "since-2", version: 1, items: changed }));
  const { series: own } = await deskSeries(owner, { study: "since" });
  const since = own!.waves[1]!.since!;
  expect([since.reworded, since.added, since.left].map((those) => those.map(({ id }) => id))).toEqual([
    ["stance"],
    ["viaduct"],
    ["bridge"],
  ]);
  const stranger = await aMember(await theStudy("since"), "observer");
  const seen = await deskSeries(stranger, { study: "since" });
  expect(seen.series!.waves.map(({ slug }) => slug)).toEqual(["since"]);
  expect(seen.series!.hidden).toBe(1);
  expect(JSON.stringify(seen)).not.toContain("since-2");
  expect(seen.carried).toBeNull();
});

test("asking again is taken back with the people carried over, until somebody was told", async () => {
  const { owner } = await aFirstWave("undone");
  value(await askAgain(owner, again("undone", "undone-2")));
  const { id } = await theStudy("undone-2");
  value(await undoAskAgain(owner, { study: "undone", wave: "undone-2" }));
  expect(await sql()`select 1 from study where id = ${id}`).toHaveLength(0);
  expect(await sql()`select 1 from invitation where study_id = ${id}`).toHaveLength(0);
  expect((await deskSeries(owner, { study: "undone" })).series).toBeNull();

  value(await askAgain(owner, again("undone", "undone-2")));
  await sql()`update invitation set invited_at = now() where study_id = ${(await theStudy("undone-2")).id}`;
  expect(await undoAskAgain(owner, { study: "undone", wave: "undone-2" })).toMatchObject({
    refusal: "wave-has-begun",
  });
  const other = await aFirstWave("not-undone");
  await expect(undoAskAgain(owner, { study: "undone", wave: "not-undone" })).rejects.toThrow(NotFound);
  await expect(undoAskAgain(other.owner, { study: "undone", wave: "undone-2" })).rejects.toThrow(NotFound);
});

test("a study is not asked again before there is something to set it beside, nor at an address that is taken", async () => {
  const draft = await aStudy("unready", { open: false });
  const nobody = await aMember(draft, "owner");
  expect(await askAgain(nobody, again("unready", "unready-2"))).toMatchObject({
    refusal: "nothing-to-ask-again",
  });
  const { study, owner } = await aFirstWave("taken");
  expect(await askAgain(owner, again("taken", "unready"))).toMatchObject({ refusal: "address-taken" });
  expect((await deskSeries(owner, { study: "taken" })).series).toBeNull();
  const { series: _left, ...without } = again("taken", "taken-2");
  expect(await askAgain(owner, without)).toMatchObject({ refusal: "needs-series" });
  const facilitator = await aMember(study, "facilitator");
  await expect(askAgain(facilitator, again("taken", "taken-2"))).rejects.toThrow(NotFound);
});

test("a wave that readers saw leaves its place and a reason, and can be put back; a draft leaves nothing", async () => {
  const { owner } = await aFirstWave("left");
  value(await askAgain(owner, again("left", "left-2")));
  await published("left-2");
  value(await askAgain(owner, again("left", "left-3")));
  expect(await leaveSeries(owner, { study: "left" })).toMatchObject({ refusal: "needs-reason" });
  value(await leaveSeries(owner, { study: "left", reason: "Another question was meant." }));
  const shown = await series(visitor, { series: "series-of-left" });
  expect(shown.waves.map(({ number, edition }) => [number, edition.study.slug])).toEqual([[1, "left-2"]]);
  expect(shown.removed).toMatchObject([{ slug: "left", reason: "Another question was meant." }]);
  expect(await waveOf(visitor, { study: "left" })).toBeNull();
  expect(await askAgain(owner, again("left", "left-4"))).toMatchObject({ refusal: "taken-out-of-series" });
  value(await joinSeries(owner, { study: "left", series: "series-of-left" }));
  expect((await series(visitor, { series: "series-of-left" })).waves).toHaveLength(2);
  expect((await series(visitor, { series: "series-of-left" })).waves[1]!.continuity?.same).toBe(8);

  value(await leaveSeries(owner, { study: "left-3" }));
  expect((await deskSeries(owner, { study: "left" })).series!.waves).toHaveLength(2);
});

test("an earlier study joins as the first wave; nobody hangs a study beside waves that are not theirs", async () => {
  const old = await aFirstWave("older");
  const { study, owner } = await aFirstWave("younger");
  value(await beginSeries(owner, { study: "younger", series: terms("rivers") }));
  const stranger = old.owner;
  await expect(joinSeries(stranger, { study: "older", series: "rivers" })).rejects.toThrow(NotFound);
  await sql()`insert into membership (study_id, facilitator_id, role)
    values (${study.id}, ${(stranger as { facilitatorId: string }).facilitatorId}, 'owner')`;
  expect((await deskSeries(stranger, { study: "older" })).others.map(({ slug }) => slug)).toEqual(["rivers"]);
  value(await joinSeries(stranger, { study: "older", series: "rivers" }));
  const shown = await series(visitor, { series: "rivers" });
  expect(shown.waves.map(({ edition }) => edition.study.slug)).toEqual(["older", "younger"]);
  expect(shown.waves[1]!.continuity).toEqual({ people: 8, same: 0, atLeast: false });
  expect(shown.declaredBeforehand).toBe(false);
  expect(await joinSeries(stranger, { study: "older", series: "rivers" })).toMatchObject({
    refusal: "already-in-series",
  });
});

test("the share of the panel can be declared anew until a second wave has begun", async () => {
  const { owner } = await aFirstWave("share");
  value(await askAgain(owner, again("share", "share-2")));
  value(await editSeries(owner, { study: "share", name: "Renamed", panelShare: 70 }));
  value(await openRound(system, { study: "share-2" }));
  expect(await editSeries(owner, { study: "share", name: "Renamed", panelShare: 20 })).toMatchObject({
    refusal: "share-is-declared",
  });
  value(await editSeries(owner, { study: "share-2", name: "Renamed again", panelShare: 70 }));
  expect(await series(visitor, { series: "series-of-share" })).toMatchObject({
    name: "Renamed again",
    panelShare: 70,
    declaredBeforehand: true,
  });
});

test("what was counted outlives the list of names; later waves know only those who agreed to be asked again", async () => {
  const { study, owner } = await aFirstWave("severed");
  value(await askAgain(owner, again("severed", "severed-2")));
  await published("severed-2");
  await sql()`insert into agreement (study_id, address, agreed_to, name)
    select ${study.id}, address, 'be-asked-again', name from invitation
    where study_id = ${study.id} order by address limit 5`;
  await sql()`update wave set people = null, same = null, against_id = null`;
  value(await concludeStudy(system, { study: "severed" }));
  value(await severStudy(system, { study: "severed", early: true }));
  const shown = () => series(visitor, { series: "series-of-severed" });
  expect((await shown()).waves[1]!.continuity).toEqual({ people: 8, same: 8, atLeast: false });

  const { carried } = await deskSeries(owner, { study: "severed" });
  expect(carried).toEqual({ roll: 0, agreed: 5, nobody: 0 });
  expect(await askAgain(owner, again("severed", "severed-3"))).toMatchObject({ refusal: "roll-deleted" });
  value(await leaveSeries(owner, { study: "severed-2", reason }));
  expect(value(await askAgain(owner, again("severed", "severed-3", "agreed"))).people).toBe(5);
  value(await importPanel(system, { study: "severed-3", text: "one@more.example\ntwo@more.example" }));
  await published("severed-3");
  expect((await shown()).waves.map(({ continuity }) => continuity)).toEqual([
    null,
    { people: 7, same: 5, atLeast: true },
  ]);
});
