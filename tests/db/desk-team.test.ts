import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { archiveStudy } from "@/db/commands/archive-study";
import { cancelStudy } from "@/db/commands/cancel-study";
import { changeRole } from "@/db/commands/change-role";
import { closeRound } from "@/db/commands/close-round";
import { inviteMember } from "@/db/commands/invite-member";
import { openRound } from "@/db/commands/open-round";
import { removeMember } from "@/db/commands/remove-member";
import { startRehearsal } from "@/db/commands/start-rehearsal";
import { auditLog } from "@/db/queries/audit-log";
import { deskStudies } from "@/db/queries/desk-studies";
import { members } from "@/db/queries/members";
import { deskResults, results } from "@/db/queries/results";
import { studyPage } from "@/db/queries/study-page";
import { NotFound } from "@/db/run";
import { rehearse } from "@/db/seed/rehearse";
import { usualRehearsal } from "@/delphi/rehearsal";
import { answeredRound, aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { aMember, mailingBy } from "./desk-people";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  mailingBy("smtp");
});
afterAll(() => database.close());

test("an owner lets a colleague in, who is written to once and has the role that was given", async () => {
  const study = await aStudy("shared", { open: false });
  const owner = await aMember(study, "owner");
  const given = { study: study.slug, address: " Ada@Desk.Example ", name: "Ada", role: "moderator" } as const;
  value(await inviteMember(owner, given));
  expect(await inviteMember(owner, given)).toMatchObject({ refusal: "already-a-member" });
  const people = await members(owner, { study: study.slug });
  expect(people.find((one) => one.address === "ada@desk.example")).toMatchObject({
    name: "Ada",
    role: "moderator",
  });
  const [jobs] = await sql()`select count(*)::int as waiting from pgboss.job where name = 'mail-member'`;
  expect(jobs!.waiting).toBe(1);
});

test("a study never loses its last owner, whoever tries", async () => {
  const study = await aStudy("owned", { open: false });
  const owner = await aMember(study, "owner");
  const only = { study: study.slug, member: owner.facilitatorId };
  expect(await removeMember(owner, only)).toMatchObject({ refusal: "last-owner" });
  expect(await changeRole(owner, { ...only, role: "observer" })).toMatchObject({ refusal: "last-owner" });
  const second = await aMember(study, "owner");
  const tries = await Promise.all([
    removeMember(owner, only),
    removeMember(second, { study: study.slug, member: second.facilitatorId }),
  ]);
  expect(tries.filter((one) => one.ok)).toHaveLength(1);
});

test("somebody taken from the desk finds the study no more", async () => {
  const study = await aStudy("left", { open: false });
  const owner = await aMember(study, "owner");
  const leaving = await aMember(study, "facilitator");
  value(await removeMember(owner, { study: study.slug, member: leaving.facilitatorId }));
  await expect(members(leaving, { study: study.slug })).rejects.toThrow(NotFound);
});

test("a study is cancelled between rounds only, with a reason that readers see, and opens no further round", async () => {
  const study = await aStudy("ended");
  const owner = await aMember(study, "owner");
  const cancel = () => cancelStudy(owner, { study: study.slug, reason: "The funder withdrew." });
  expect(await cancel()).toMatchObject({ refusal: "round-is-open" });
  value(await closeRound(owner, { study: study.slug, withNothingShown: true }));
  expect(await cancelStudy(owner, { study: study.slug, reason: "  " })).toMatchObject({
    refusal: "invalid-input",
  });
  value(await cancel());
  expect(await cancel()).toMatchObject({ refusal: "concluded" });
  expect(await openRound(owner, { study: study.slug })).toMatchObject({ refusal: "concluded" });
  expect(await studyPage(visitor, { study: study.slug })).toMatchObject({
    phase: "cancelled",
    cancelReason: "The funder withdrew.",
  });
});

test("a study that runs can't be put away, and one that was put away comes back", async () => {
  const study = await aStudy("away", { open: false });
  const owner = await aMember(study, "owner");
  const listed = async () => (await deskStudies(owner, {})).find((one) => one.slug === study.slug);
  value(await archiveStudy(owner, { study: study.slug, archived: true }));
  expect(await listed()).toMatchObject({ archived: true });
  await expect(studyPage(visitor, { study: study.slug })).rejects.toThrow(NotFound);
  value(await archiveStudy(owner, { study: study.slug, archived: false }));
  expect(await listed()).toMatchObject({ archived: false });
  value(await openRound(owner, { study: study.slug }));
  expect(await archiveStudy(owner, { study: study.slug, archived: true })).toMatchObject({
    refusal: "still-running",
  });
});

test("the log says which round was opened and closed, and by whom", async () => {
  const study = await aStudy("logged", { open: false });
  const owner = await aMember(study, "owner");
  value(await openRound(owner, { study: study.slug }));
  await answeredRound(study, 1, 6);
  value(await openRound(owner, { study: study.slug }));
  const lines = await auditLog(owner, { study: study.slug });
  expect(lines.filter((line) => line.act === "open-round").map(({ detail, who }) => [detail, who])).toEqual([
    ["2", "Somebody"],
    ["1", "Somebody"],
  ]);
});

test("a rehearsal belongs to whoever began it, and readers do not find it, published as it is", async () => {
  const study = await aStudy("tried", { open: false });
  const owner = await aMember(study, "owner");
  const begin = () => startRehearsal(owner, { study: study.slug, settings: usualRehearsal });
  value(await begin());
  await rehearse(
    study.slug,
    { experts: 9, spread: 0.2, convergence: 0.3, dropOut: 0.2, changes: false },
    { leaveOpen: false, owner: owner.facilitatorId },
  );
  expect(await begin()).toMatchObject({ refusal: "rehearsal-exists" });
  const copy = "tried-rehearsal";
  expect((await deskResults(owner, { study: copy })).published?.edition.study.simulated).toBe(true);
  await expect(results(visitor, { study: copy })).rejects.toThrow(NotFound);
  const outsider = await aMember(await aStudy("other-desk", { open: false }), "owner");
  await expect(deskResults(outsider, { study: copy })).rejects.toThrow(NotFound);
  expect(await startRehearsal(system, { study: copy, settings: usualRehearsal })).toMatchObject({
    refusal: "already-simulated",
  });
});
