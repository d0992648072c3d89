import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { changeAddress } from "@/db/commands/change-address";
import { closeRound } from "@/db/commands/close-round";
import { editPerson } from "@/db/commands/edit-person";
import { importPanel } from "@/db/commands/import-panel";
import { markBounced } from "@/db/commands/mark-bounced";
import { mergePeople } from "@/db/commands/merge-people";
import { openRound } from "@/db/commands/open-round";
import { pausePerson } from "@/db/commands/pause-person";
import { redeemLink } from "@/db/commands/redeem-link";
import { replacePerson } from "@/db/commands/replace-person";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { submitAnswers } from "@/db/commands/submit-answers";
import { takeBackLetter } from "@/db/commands/take-back-letter";
import { writeLetter } from "@/db/commands/write-letter";
import { likelyDuplicates } from "@/db/duplicates";
import { progress } from "@/db/queries/progress";
import { roll } from "@/db/queries/roll";
import { rollPerson } from "@/db/queries/roll-person";
import { NotFound } from "@/db/run";
import { allRated, anExpert, aStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { mailingBy } from "./desk-people";

const database = await freshDatabase();
afterAll(database.close);
beforeEach(async () => {
  mailingBy("smtp");
  await database.sql`delete from pgboss.job`;
});

const letters = async () =>
  (await database.sql`select data->>'letter' as letter from pgboss.job`).map((job) => job.letter);
const people = async (slug: string) => (await roll(system, { study: slug })).people;
const [first, second] = [0, 1];
const idAt = async (slug: string, at: number) => (await people(slug))[at]!.id;

describe("somebody paused", () => {
  test("gets no mail until resumed, and counts as invited in the open round but not in the next", async () => {
    const study = await aStudy("pause", { experts: 6, open: false });
    const { slug } = study;
    const one = { study: slug, invitation: await idAt(slug, first) };
    value(await pausePerson(system, { ...one, paused: true }));
    expect(value(await sendInvitations(system, { study: slug }))).toEqual({ queued: 5 });
    expect(await progress(system, { study: slug })).toMatchObject({ people: 5, invited: 5, waiting: 0 });
    value(await pausePerson(system, { ...one, paused: false }));
    expect(value(await sendInvitations(system, { study: slug }))).toEqual({ queued: 1 });

    value(await openRound(system, { study: slug }));
    value(await pausePerson(system, { ...one, paused: true }));
    await database.sql`delete from pgboss.job`;
    expect((await progress(system, { study: slug })).round).toMatchObject({ left: 5 });
    expect(value(await sendReminders(system, { study: slug }))).toEqual({ queued: 5 });
    const letter = { study: study.id, invitation: one.invitation };
    expect(await writeLetter(system, { ...letter, letter: "round-open" })).toMatchObject({
      refusal: "not-wanted",
    });
    expect(value(await writeLetter(system, { ...letter, letter: "lost-link" })).address).toBeTruthy();
    expect(await progress(system, { study: slug })).toMatchObject({ people: 6 });
    for (const at of [0, 1, 2, 3, 4, 5])
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
    value(await closeRound(system, { study: slug }));
    const [closed] =
      await database.sql`select snapshot->'invited' as invited from round where study_id = ${study.id}`;
    expect(closed!.invited).toBe(6);
    expect(await progress(system, { study: slug })).toMatchObject({ people: 5 });
  });
});

describe("an address that a mail server refused for good", () => {
  test("is marked with what the server said, gets nothing more, and is mended by hand or by another address", async () => {
    const study = await aStudy("bounce", { experts: 3, open: false });
    const { slug } = study;
    value(await sendInvitations(system, { study: slug }));
    const invitation = await idAt(slug, first);
    const failed = { study: study.id, invitation, letter: "invitation", givenUp: true } as const;
    const bounced = "550 5.1.1 No such\r\nmailbox";
    value(await takeBackLetter(system, { ...failed, maybeArrived: false, bounced }));
    const one = { study: slug, invitation };
    expect(await rollPerson(system, one)).toMatchObject({ bounced: "550 5.1.1 No such mailbox" });
    expect(await sendInvitations(system, { study: slug })).toMatchObject({ refusal: "nobody-to-invite" });

    value(await markBounced(system, { ...one, bounced: false }));
    await database.sql`delete from pgboss.job`;
    expect(value(await sendInvitations(system, { study: slug }))).toEqual({ queued: 1 });
    value(await markBounced(system, { ...one, bounced: true, said: "came back" }));
    expect(await progress(system, { study: slug })).toMatchObject({ waiting: 0 });
    value(await changeAddress(system, { ...one, address: "right@bounce.example" }));
    expect(await rollPerson(system, one)).toMatchObject({ bounced: "" });
    await database.sql`delete from pgboss.job`;
    value(await sendInvitations(system, { study: slug }));
    expect(await letters()).toEqual(["invitation"]);
  });
});

describe("somebody replaced", () => {
  test("leaves their group and language to who follows, and their link ends; only between rounds", async () => {
    const study = await aStudy("replace", { experts: 6, strata: ["North"] });
    const { slug } = study;
    for (const at of [0, 1, 2, 3, 4, 5])
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
    const given = {
      study: slug,
      invitation: await idAt(slug, first),
      name: "New One",
      address: "new@replace.example",
    };
    expect(await replacePerson(system, given)).toMatchObject({ refusal: "between-rounds-only" });
    value(await closeRound(system, { study: slug }));
    const before = await people(slug);
    expect(await replacePerson(system, { ...given, address: before[1]!.address })).toMatchObject({
      refusal: "address-on-the-roll",
    });
    value(await replacePerson(system, given));
    const after = await people(slug);
    expect(after.find(({ id }) => id === given.invitation)!.revokedAt).toBeInstanceOf(Date);
    expect(after.find(({ name }) => name === "New One")).toMatchObject({ stratum: "north", invitedAt: null });
    expect(await progress(system, { study: slug })).toMatchObject({ people: 6 });
    const ended = await Promise.allSettled(study.links.map((token) => redeemLink(visitor, { token })));
    expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(1);
  });
});

describe("one person twice on the panel", () => {
  test("is suggested by name, whatever its order, accents and titles, or by mailbox; never by a first name alone", () => {
    const of = (...lines: [string, string][]) =>
      likelyDuplicates(lines.map(([name, address], at) => ({ id: String(at), name, address }))).map((group) =>
        group.map(({ id }) => id).join(""),
      );
    expect(of(["Zoë Müller", "z@a.example"], ["Prof. Dr. Muller, Zoe", "zoe@b.example"])).toEqual(["01"]);
    expect(of(["", "ada+study@a.example"], ["", "ada@a.example"], ["", "ada@b.example"])).toEqual(["01"]);
    expect(of(["Ada", "a@a.example"], ["Ada", "b@b.example"])).toEqual([]);
  });

  test("becomes one: the other's link ends, and what it holds stays untouched", async () => {
    const study = await aStudy("merge", { experts: 2, open: false });
    const { slug } = study;
    const text = "name,email,note\nAda Byron,ada@one.example,\nByron Ada,ada@two.example,met in Bonn";
    value(await importPanel(system, { study: slug, text }));
    const [group] = (await roll(system, { study: slug })).duplicates;
    const [keep, drop] = group!.map(({ id }) => id) as [string, string];
    await expect(
      mergePeople(system, { study: slug, keep, drop: "00000000-0000-4000-8000-000000000000" }),
    ).rejects.toThrow(NotFound);
    value(await mergePeople(system, { study: slug, keep, drop }));
    expect((await roll(system, { study: slug })).duplicates).toEqual([]);
    expect(await rollPerson(system, { study: slug, invitation: keep })).toMatchObject({
      note: "met in Bonn",
    });
    await expect(rollPerson(system, { study: slug, invitation: drop })).rejects.toThrow(NotFound);
    const [ended] = await database.sql`
      select count(*)::int as links from revoked_link where study_id = ${study.id}`;
    expect(ended!.links).toBe(1);
  });

  test("is not merged while a round is open", async () => {
    const { slug } = await aStudy("merge-open", { experts: 2 });
    const [keep, drop] = [await idAt(slug, first), await idAt(slug, second)];
    expect(await mergePeople(system, { study: slug, keep, drop })).toMatchObject({
      refusal: "between-rounds-only",
    });
  });
});

describe("what the roll says about somebody", () => {
  test("can be corrected; the group only until the first round opened", async () => {
    const { slug } = await aStudy("edit-person", { experts: 6, strata: ["North", "South"], open: false });
    const one = { study: slug, invitation: await idAt(slug, first) };
    const said = { ...one, name: "Ada", language: "German", note: "Call first", stratum: "south" };
    value(await editPerson(system, said));
    expect(await rollPerson(system, one)).toMatchObject({
      name: "Ada",
      language: "de",
      note: "Call first",
      stratum: "south",
    });
    expect(await editPerson(system, { ...said, language: "Elvish" })).toMatchObject({
      refusal: "no-such-language",
    });
    value(await openRound(system, { study: slug }));
    expect(await editPerson(system, { ...said, stratum: "north" })).toMatchObject({
      refusal: "groups-are-fixed",
    });
    const { stratum: _out, ...rest } = said;
    value(await editPerson(system, { ...rest, note: "" }));
  });
});
