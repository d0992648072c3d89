import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { giveConsent } from "@/db/commands/give-consent";
import { redeemLink } from "@/db/commands/redeem-link";
import { requestLink } from "@/db/commands/request-link";
import { revokeLink } from "@/db/commands/revoke-link";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { environment, setEnvironment } from "@/db/environment";
import { newcomerLink } from "@/db/queries/newcomer-link";
import { NotFound } from "@/db/run";
import { newToken } from "@/db/sealing";
import { allRated, anExpert, aStudy, seatBehind, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("a link opens the same seat every time, also typed without its hyphens", async () => {
  const study = await aStudy("typed");
  const link = study.links[0]!;
  const first = await seatBehind(link);
  const typed = await seatBehind(` ${link.toLowerCase().replaceAll("-", " ")} `);
  expect(typed.seatId).toEqual(first.seatId);
});

test("a forged, a mistyped and an empty link open nothing", async () => {
  const study = await aStudy("forged");
  const link = study.links[0]!;
  const mistyped = (link[0] === "A" ? "B" : "A") + link.slice(1);
  for (const token of [newToken(), mistyped, "", "'; drop table seat; --", "🗝".repeat(27)])
    await expect(redeemLink(visitor, { token })).rejects.toThrow(NotFound);
  expect(await sql()`select 1 from seat where study_id = ${study.id}`).toHaveLength(0);
});

test("a revoked link opens nothing and ends the study's sessions, and the others' links open their seats again", async () => {
  const study = await aStudy("revoked");
  const [gone, stays] = [await anExpert(study, 0), await anExpert(study, 1)];
  value(await submitAnswers(stays, { round: 1, answers: allRated(4) }));
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address like 'e0@%'`;
  value(await revokeLink(system, { study: "revoked", invitation: row!.id }));
  await expect(redeemLink(visitor, { token: study.links[0]! })).rejects.toThrow(NotFound);
  for (const seat of [gone, stays])
    await expect(submitAnswers(seat, { round: 1, answers: allRated(2) })).rejects.toThrow(NotFound);
  const again = await seatBehind(study.links[1]!);
  expect(again.seatId).toEqual(stays.seatId);
  expect(value(await submitAnswers(again, { round: 1, answers: allRated(4) })).revision).toBe(1);
});

test("the seat of a group that is too small holds no group", async () => {
  const strata = ["Wide", "Wide", "Wide", "Wide", "Wide", "Wide", "Narrow", ""];
  const study = await aStudy("groups", { experts: 24, strata });
  for (let at = 0; at < 24; at += 1) await seatBehind(study.links[at]!);
  const seats = await sql()`
    select stratum, count(*)::int as seats from seat where study_id = ${study.id} group by stratum order by 1`;
  expect([...seats]).toEqual([
    { stratum: "wide", seats: 18 },
    { stratum: null, seats: 6 },
  ]);
});

test("nothing that an expert does leaves a trace beside their name", async () => {
  const study = await aStudy("traces");
  const before = await identitySide();
  const expert = await seatBehind(study.links[3]!);
  value(await giveConsent(expert, {}));
  value(await saveDraft(expert, { round: 1, answers: allRated(2) }));
  value(await submitAnswers(expert, { round: 1 }));
  value(await submitAnswers(expert, { round: 1, answers: allRated(5) }));
  expect(await identitySide()).toEqual(before);
});

/** Every row on the identity side with the transactions that wrote or locked it, and the jobs and audit rows. */
async function identitySide(): Promise<unknown> {
  const tables = [
    "invitation",
    "finished_mark",
    "audit",
    "facilitator",
    "membership",
    "sign_in_link",
    "outbox",
  ];
  const sides: unknown[] = [];
  for (const table of tables)
    sides.push([...(await sql()`select ctid::text, xmin::text, xmax::text, one.* from ${sql()(table)} one`)]);
  sides.push([...(await sql()`select id, state from pgboss.job order by id`)]);
  return sides;
}

test("asking for a lost link answers the same for everybody, and queues a letter for those on the roll", async () => {
  const study = await aStudy("lost");
  setEnvironment({ ...environment(), mail: { kind: "outbox" } });
  const asked = [
    "e2@lost.example",
    " E2@LOST.example ",
    "nobody@lost.example",
    "not an address",
    "e2@lost.example,x@y.z",
  ];
  const answers = new Set<string>();
  for (const address of asked)
    answers.add(JSON.stringify(await requestLink(visitor, { study: "lost", address })));
  answers.add(
    JSON.stringify(await requestLink(visitor, { study: "no-such-study", address: "e2@lost.example" })),
  );
  expect([...answers]).toEqual([JSON.stringify({ ok: true, value: {} })]);
  const jobs =
    await sql()`select data from pgboss.job where name = 'mail-panel' and data->>'letter' = 'lost-link'`;
  const [person] = await sql()`select id from invitation where address = 'e2@lost.example'`;
  expect(jobs.map((job) => job.data)).toEqual([
    { study: study.id, invitation: person!.id, letter: "lost-link" },
  ]);
});

test("where no mail is sent, asking for a link says so to everybody alike", async () => {
  await aStudy("silent");
  setEnvironment({ ...environment(), mail: { kind: "none" } });
  for (const address of ["e0@silent.example", "nobody@silent.example"])
    expect(await requestLink(visitor, { study: "silent", address })).toMatchObject({ refusal: "no-mail" });
});

test("without a study, the links of all one's studies are asked for, and nobody else's", async () => {
  setEnvironment({ ...environment(), mail: { kind: "outbox" } });
  const [first, second] = [await aStudy("many-one"), await aStudy("many-two")];
  await sql()`update invitation set address = 'busy@many.example'
    where study_id in ${sql()([first.id, second.id])} and address like 'e4@%'`;
  value(await requestLink(visitor, { study: "", address: "busy@many.example" }));
  const jobs = await sql()`select data->>'study' as study from pgboss.job
    where data->>'invitation' in (select id::text from invitation where address = 'busy@many.example')`;
  expect(jobs.map((job) => job.study).sort()).toEqual([first.id, second.id].sort());
});

test("the newcomer's link exists in demo mode alone, and only where the panel is simulated", async () => {
  const real = await aStudy("newcomer");
  const rehearsal = await aStudy("newcomer-rehearsal", { simulated: true });
  const reserve = (study: string) =>
    sql()`update invitation set newcomer = true where study_id = ${study} and address like 'e0@%'`;
  await reserve(real.id);
  setEnvironment({ ...environment(), demo: true });
  await expect(newcomerLink(visitor, {})).rejects.toThrow(NotFound);
  await reserve(rehearsal.id);
  const { token } = await newcomerLink(visitor, {});
  expect((await seatBehind(token)).studyId).toBe(rehearsal.id);
  setEnvironment({ ...environment(), demo: false });
  await expect(newcomerLink(visitor, {})).rejects.toThrow(NotFound);
});
