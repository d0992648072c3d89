import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { sql } from "@/db/client";
import { changeAddress } from "@/db/commands/change-address";
import { closeRound } from "@/db/commands/close-round";
import { editStudy } from "@/db/commands/edit-study";
import { giveConsent } from "@/db/commands/give-consent";
import { makeLinks } from "@/db/commands/make-links";
import { markFinished } from "@/db/commands/mark-finished";
import { redeemLink } from "@/db/commands/redeem-link";
import { replaceLink } from "@/db/commands/replace-link";
import { requestLink } from "@/db/commands/request-link";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { submitAnswers } from "@/db/commands/submit-answers";
import { takeBackLetter } from "@/db/commands/take-back-letter";
import { writeLetter } from "@/db/commands/write-letter";
import { environment } from "@/db/environment";
import { NotFound } from "@/db/run";
import { unseal } from "@/db/sealing";
import { policyDelphi } from "@/delphi/presets";
import { panelLetter } from "@/jobs/letters/panel-letter";
import { allRated, aStudy, seatBehind, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { mailingBy } from "../db/desk-people";
import { dumpedRows, dumpOf } from "./dump";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => mailingBy("smtp"));

type Study = { readonly slug: string; readonly id: string };

async function aStrictStudy(slug: string, experts = 8): Promise<Study> {
  const study = await aStudy(slug, { experts, protocol: { anonymity: "strict" } });
  value(await sendInvitations(system, { study: slug }));
  return study;
}

const personOf = async (study: Study, at: number) => {
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = ${`e${at}@${study.slug}.example`}`;
  return row!.id;
};
type Kind = "invitation" | "round-open" | "reminder" | "lost-link" | "new-link";
const letterOf = async (study: Study, at: number, letter: Kind) =>
  value(await writeLetter(system, { study: study.id, invitation: await personOf(study, at), letter }));
const linkOf = async (study: Study, at: number) => (await letterOf(study, at, "invitation")).token!;
const replaced = async (study: Study) => {
  const [row] = await sql()<{ links: number }[]>`
    select replaced_links as links from study where id = ${study.id}`;
  return row!.links;
};

test("a strict study keeps no link: nothing in the database opens a seat, not even with the key", async () => {
  const study = await aStrictStudy("forgets");
  const links = await Promise.all([0, 1, 2, 3, 4].map((at) => linkOf(study, at)));
  for (const link of links) {
    const seat = await seatBehind(link);
    value(await giveConsent(seat, {}));
    value(await submitAnswers(seat, { round: 1, answers: allRated(4) }));
  }
  const dump = (await dumpOf(sql())).toUpperCase();
  for (const link of links) expect(dump).not.toContain(link);
  // Whoever holds the key opens every seal there is, and finds no personal link under it.
  for (const { columns } of await dumpedRows(sql()))
    for (const sealed of Object.values(columns).filter((one) => one?.startsWith("\\x")))
      for (const purpose of [`invitation:${study.id}`, `person:${study.id}`, "outbox"])
        expect(links).not.toContain(opened(Buffer.from(sealed!.slice(2), "hex"), purpose));
});

function opened(sealed: Buffer, purpose: string): string | null {
  try {
    return unseal(sealed, purpose);
  } catch {
    return null;
  }
}

test("nobody can be marked as finished, and reminders go to everybody who wants them", async () => {
  const study = await aStrictStudy("unmarked", 5);
  for (const at of [0, 1, 2, 3]) {
    const seat = await seatBehind(await linkOf(study, at));
    value(await giveConsent(seat, {}));
    value(await submitAnswers(seat, { round: 1, answers: allRated(3) }));
  }
  expect(value(await markFinished(system, { study: study.slug })).marked).toBe(0);
  const writers = await sql()`select distinct xmin::text from submission where study_id = ${study.id}`;
  expect(writers).toHaveLength(1);
  expect(value(await sendReminders(system, { study: study.slug })).queued).toBe(5);
});

test("later letters carry no link, only the way to replace a lost one, and the personal stop", async () => {
  const study = await aStrictStudy("letters", 2);
  const link = await linkOf(study, 0);
  for (const kind of ["round-open", "reminder", "lost-link"] as const) {
    const letter = await letterOf(study, 0, kind);
    expect(letter.token).toBeNull();
    const mail = panelLetter(kind, letter, environment().url)!;
    expect(mail.text).not.toContain("/join#");
    expect(mail.text).toContain(`/person#${letter.person}`);
  }
  await seatBehind(link);
});

test("asking for a lost link replaces nothing: only a click behind the mailbox does, and it is counted", async () => {
  const study = await aStrictStudy("lost");
  const first = await linkOf(study, 0);
  const before = await seatBehind(first);
  value(await requestLink(visitor, { study: study.slug, address: "e0@lost.example" }));
  await letterOf(study, 0, "lost-link");
  expect((await seatBehind(first)).seatId).toEqual(before.seatId);
  expect(await replaced(study)).toBe(0);

  const { person } = await letterOf(study, 0, "lost-link");
  value(await replaceLink(visitor, { person }));
  await expect(redeemLink(visitor, { token: first })).rejects.toThrow(NotFound);
  await expect(submitAnswers(before, { round: 1, answers: allRated(1) })).rejects.toThrow(NotFound);
  const second = (await letterOf(study, 0, "new-link")).token!;
  expect((await seatBehind(second)).seatId).not.toEqual(before.seatId);
  expect(await replaced(study)).toBe(1);
});

test("the number of replaced links stands in the round's snapshot, beside n", async () => {
  const study = await aStrictStudy("beside-n");
  for (const at of [0, 1, 2, 3, 4]) {
    const seat = await seatBehind(await linkOf(study, at));
    value(await giveConsent(seat, {}));
    value(await submitAnswers(seat, { round: 1, answers: allRated(4) }));
  }
  const { person } = await letterOf(study, 7, "lost-link");
  await linkOf(study, 7);
  value(await replaceLink(visitor, { person }));
  value(await closeRound(system, { study: study.slug }));
  const [round] = await sql()`select snapshot from round where study_id = ${study.id}`;
  expect(round!.snapshot).toMatchObject({ submitted: 5, replacedLinks: 1 });
});

test("a mail that surely did not leave costs no link, and one that may have arrived ends it", async () => {
  const study = await aStrictStudy("retries", 2);
  const [refused, broken] = [await linkOf(study, 0), await linkOf(study, 1)];
  const failed = { study: study.id, letter: "invitation" as const, givenUp: false };
  value(
    await takeBackLetter(system, { ...failed, invitation: await personOf(study, 0), maybeArrived: false }),
  );
  value(
    await takeBackLetter(system, { ...failed, invitation: await personOf(study, 1), maybeArrived: true }),
  );
  await linkOf(study, 0);
  expect(await replaced(study)).toBe(0);
  await linkOf(study, 1);
  expect(await replaced(study)).toBe(1);
  for (const link of [refused, broken])
    await expect(redeemLink(visitor, { token: link })).rejects.toThrow(NotFound);
});

test("no file of links can be made of a strict study", async () => {
  const study = await aStrictStudy("no-file", 2);
  const addresses = ["e0@no-file.example", "e1@no-file.example"];
  expect(await makeLinks(system, { study: study.slug, addresses })).toMatchObject({
    refusal: "strict-needs-mail",
  });
});

test("how links are kept is chosen before anybody has one, and then every seal goes or comes", async () => {
  const study = await aStudy("chosen", { open: false, experts: 3 });
  const choose = (anonymity: "sealed" | "strict", version: number) =>
    editStudy(system, { study: study.slug, version, protocol: { ...policyDelphi, anonymity } });
  const links = () => sql()`
    select token_hash as hash, sealed_token as sealed from invitation where study_id = ${study.id}`;
  value(await choose("strict", 1));
  expect([...(await links())]).toEqual([1, 2, 3].map(() => ({ hash: null, sealed: null })));
  value(await choose("sealed", 2));
  expect((await links()).every(({ sealed }) => sealed !== null)).toBe(true);
  value(await sendInvitations(system, { study: study.slug }));
  expect(await choose("strict", 3)).toMatchObject({ refusal: "anonymity-fixed" });
});

test("a changed address ends the former link and every session, and the new link opens an empty seat", async () => {
  const study = await aStudy("moved");
  const before = await seatBehind(study.links[0]!);
  value(await giveConsent(before, {}));
  value(await submitAnswers(before, { round: 1, answers: allRated(4) }));
  const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = 'e0@moved.example'`;
  const move = (address: string) =>
    changeAddress(system, { study: study.slug, invitation: row!.id, address });
  expect(await move("not an address")).toMatchObject({ refusal: "not-an-address" });
  expect(await move("e1@moved.example")).toMatchObject({ refusal: "address-on-the-roll" });
  value(await move(" Curious@Facilitator.example "));
  const letter = value(
    await writeLetter(system, { study: study.id, invitation: row!.id, letter: "invitation" }),
  );
  expect(letter.address).toBe("curious@facilitator.example");
  const seat = await seatBehind(letter.token!);
  expect(seat.seatId).not.toEqual(before.seatId);
  await expect(redeemLink(visitor, { token: study.links[0]! })).rejects.toThrow(NotFound);
  await expect(submitAnswers(before, { round: 1, answers: allRated(1) })).rejects.toThrow(NotFound);
});
