import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { declineInvitation } from "@/db/commands/decline-invitation";
import { giveAgreement } from "@/db/commands/give-agreement";
import { redeemLink } from "@/db/commands/redeem-link";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { setReminders } from "@/db/commands/set-reminders";
import { stopReminders } from "@/db/commands/stop-reminders";
import { submitAnswers } from "@/db/commands/submit-answers";
import { writeLetter } from "@/db/commands/write-letter";
import { person } from "@/db/queries/person";
import { roll } from "@/db/queries/roll";
import { NotFound } from "@/db/run";
import { newToken } from "@/db/sealing";
import { panelLetter } from "@/jobs/letters/panel-letter";
import { allRated, anExpert, aStudy, type TestStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { mailingBy } from "../db/desk-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => mailingBy("smtp"));

async function letterTo(study: TestStudy, at: number, letter: "invitation" | "reminder" = "invitation") {
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = ${`e${at}@${study.slug}.example`}`;
  return writeLetter(system, { study: study.id, invitation: row!.id, letter });
}

const seatSide = async (study: TestStudy) => {
  const sides: unknown[] = [];
  for (const table of ["seat", "draft", "submission", "answer", "answer_text"])
    sides.push([
      ...(await sql()`select ctid::text, xmin::text, xmax::text, t.* from ${sql()(table)} t
        where study_id = ${study.id} order by ctid`),
    ]);
  return sides;
};

test("every act about the person leaves the seats as they were, to the last transaction", async () => {
  const study = await aStudy("apart");
  value(await submitAnswers(await anExpert(study, 0), { round: 1, answers: allRated(3) }));
  const { person: token } = value(await letterTo(study, 0));
  const before = await seatSide(study);
  value(await declineInvitation(visitor, { person: token, declined: true, reason: "No time" }));
  value(await setReminders(visitor, { person: token, reminders: false }));
  value(await giveAgreement(visitor, { person: token, to: "be-named", agreed: true, name: "Dr Zero" }));
  value(await giveAgreement(visitor, { person: token, to: "be-asked-again", agreed: true }));
  expect(await seatSide(study)).toEqual(before);
  expect(await person(visitor, { person: token })).toMatchObject({
    declined: true,
    reminders: false,
    named: "Dr Zero",
    askedAgain: true,
  });
});

test("the second token opens no seat, and the personal link decides nothing about the person", async () => {
  const study = await aStudy("two-tokens");
  const { person: second, token } = value(await letterTo(study, 0));
  await expect(redeemLink(visitor, { token: second })).rejects.toThrow(NotFound);
  for (const wrong of [token!, newToken(), "", "🗝"])
    await expect(declineInvitation(visitor, { person: wrong, declined: true })).rejects.toThrow(NotFound);
});

test("whoever declines gets no more mail, and the desk sees it with the reason", async () => {
  const study = await aStudy("declined", { experts: 3 });
  const { person: token } = value(await letterTo(study, 0));
  value(await declineInvitation(visitor, { person: token, declined: true, reason: "Not my field" }));
  expect(value(await sendInvitations(system, { study: study.slug })).queued).toBe(2);
  expect(await letterTo(study, 0)).toMatchObject({ refusal: "not-wanted" });
  const { people } = await roll(system, { study: study.slug });
  expect(people[0]).toMatchObject({ declined: true, declineReason: "Not my field" });
  value(await declineInvitation(visitor, { person: token, declined: false }));
  expect(value(await sendInvitations(system, { study: study.slug })).queued).toBe(1);
  expect((await roll(system, { study: study.slug })).people[0]).toMatchObject({ declineReason: "" });
});

test("whoever stopped reminders gets none, also none that was queued before", async () => {
  const study = await aStudy("unreminded", { experts: 3 });
  value(await sendInvitations(system, { study: study.slug }));
  const { person: token } = value(await letterTo(study, 1));
  value(await setReminders(visitor, { person: token, reminders: false }));
  expect(value(await sendReminders(system, { study: study.slug })).queued).toBe(2);
  expect(await letterTo(study, 1, "reminder")).toMatchObject({ refusal: "not-wanted" });
});

test("one click in a mail program stops reminders by its address alone, and a changed address stops nothing", async () => {
  const study = await aStudy("one-click", { experts: 2 });
  const letter = value(await letterTo(study, 0));
  const mail = panelLetter("invitation", letter, "https://tholos.example")!;
  const [invitation, proof] = new URL(mail.stopUrl!).pathname.split("/").slice(-2) as [string, string];
  const click = (given: { invitation: string; proof: string }) => stopReminders(visitor, given);
  const forged = `${proof[0] === "a" ? "b" : "a"}${proof.slice(1)}`;
  await expect(click({ invitation, proof: forged })).rejects.toThrow(NotFound);
  expect(await click({ invitation: "nobody", proof })).toMatchObject({ refusal: "invalid-input" });
  expect(await person(visitor, { person: letter.person })).toMatchObject({ reminders: true });
  value(await click({ invitation, proof }));
  expect(await person(visitor, { person: letter.person })).toMatchObject({
    reminders: false,
    declined: false,
  });
});

test("every letter carries the second link, and only letters that nobody asked for can be stopped", async () => {
  const study = await aStudy("letters", { experts: 1 });
  const letter = value(await letterTo(study, 0));
  for (const kind of ["invitation", "round-open", "reminder", "lost-link"] as const) {
    const mail = panelLetter(kind, letter, "https://tholos.example")!;
    expect(mail.text).toContain(`https://tholos.example/person#${letter.person}`);
    expect(mail.stopUrl !== undefined).toBe(kind !== "lost-link");
  }
});

test("agreements hold neither a token nor a group, and naming needs a name", async () => {
  const study = await aStudy("named", { experts: 12, strata: ["Towns", "Banks"] });
  const { person: token } = value(await letterTo(study, 0));
  expect(
    await giveAgreement(visitor, { person: token, to: "be-named", agreed: true, name: "  " }),
  ).toMatchObject({ refusal: "no-name" });
  value(await giveAgreement(visitor, { person: token, to: "be-named", agreed: true, name: "Ada" }));
  value(await giveAgreement(visitor, { person: token, to: "be-named", agreed: true, name: "Ada B." }));
  const rows = await sql()`select * from agreement where study_id = ${study.id}`;
  expect([...rows]).toEqual([
    {
      study_id: study.id,
      address: "e0@named.example",
      agreed_to: "be-named",
      name: "Ada B.",
      listed: false,
    },
  ]);
  value(await giveAgreement(visitor, { person: token, to: "be-named", agreed: false }));
  expect(await sql()`select 1 from agreement where study_id = ${study.id}`).toHaveLength(0);
});

test("after an act about a person no row of the roll tells by its transaction or place whose it was", async () => {
  const study = await aStudy("rewritten", { experts: 40 });
  const before = await sql()`select id from invitation where study_id = ${study.id} order by ctid`;
  const { person: token } = value(await letterTo(study, 7));
  value(await setReminders(visitor, { person: token, reminders: false }));
  const after = await sql()`
    select id, xmin::text as writer from invitation where study_id = ${study.id} order by ctid`;
  expect(new Set(after.map((row) => row.writer)).size).toBe(1);
  expect(after.map((row) => row.id)).not.toEqual(before.map((row) => row.id));
});
