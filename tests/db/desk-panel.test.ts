import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { createStudy } from "@/db/commands/create-study";
import { importPanel } from "@/db/commands/import-panel";
import { markFinished } from "@/db/commands/mark-finished";
import { openRound } from "@/db/commands/open-round";
import { redeemLink } from "@/db/commands/redeem-link";
import { revokeLink } from "@/db/commands/revoke-link";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { setTargets } from "@/db/commands/set-targets";
import { submitAnswers } from "@/db/commands/submit-answers";
import { expertInvitation } from "@/db/queries/invitation";
import { progress } from "@/db/queries/progress";
import { roll } from "@/db/queries/roll";
import { studyDesign } from "@/db/queries/study-design";
import { NotFound } from "@/db/run";
import { allRated, anExpert, aStudy, seatBehind, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { mailingBy } from "./desk-people";

const database = await freshDatabase();
afterAll(database.close);
beforeEach(async () => {
  mailingBy("smtp");
  await database.sql`delete from pgboss.job`;
});

const letters = async () => (await database.sql`select data from pgboss.job`).map((job) => job.data);
const submit = async (study: TestStudy, at: number, point = 4) =>
  value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(point) }));

describe("invitations", () => {
  test("go once to each person on the roll; later ones reach only those added since", async () => {
    const { slug } = await aStudy("invite", { experts: 3, open: false });
    expect(value(await sendInvitations(system, { study: slug }))).toEqual({ queued: 3 });
    expect(await sendInvitations(system, { study: slug })).toMatchObject({ refusal: "nobody-to-invite" });
    value(await importPanel(system, { study: slug, text: "late@invite.example" }));
    expect(value(await sendInvitations(system, { study: slug }))).toEqual({ queued: 1 });
    expect(await letters()).toHaveLength(4);
    expect(await progress(system, { study: slug })).toMatchObject({ people: 4, invited: 4 });
  });

  test("wait in the queue as ids: no token, no address", async () => {
    const study = await aStudy("ids", { experts: 2, open: false });
    value(await sendInvitations(system, { study: study.slug }));
    const waiting = JSON.stringify(await database.sql`select * from pgboss.job`);
    expect(waiting).not.toContain("ids.example");
    for (const link of study.links) expect(waiting).not.toContain(link);
  });

  test("are not sent to simulated experts, nor where mail is off", async () => {
    const { slug } = await aStudy("no-mail", { experts: 2, open: false });
    const design = { ...(await studyDesign(system, { study: slug })), slug: "simulated" };
    value(await createStudy(system, { design, simulated: true }));
    value(await importPanel(system, { study: "simulated", text: "a@simulated.example" }));
    expect(await sendInvitations(system, { study: "simulated" })).toMatchObject({
      refusal: "simulated-panel",
    });
    mailingBy("none");
    expect(await sendInvitations(system, { study: slug })).toMatchObject({ refusal: "mail-is-off" });
    expect(await letters()).toEqual([]);
  });
});

describe("reminders", () => {
  test("go to those invited whom last night's marks don't know to have finished", async () => {
    const study = await aStudy("remind", { experts: 6, open: false });
    const { slug } = study;
    value(await sendInvitations(system, { study: slug }));
    value(await importPanel(system, { study: slug, text: "uninvited@remind.example" }));
    value(await openRound(system, { study: slug }));
    for (const at of [0, 1, 2]) await submit(study, at);
    value(await markFinished(system, { study: slug }));
    await submit(study, 3);
    await database.sql`delete from pgboss.job`;
    expect(value(await sendReminders(system, { study: slug }))).toEqual({ queued: 3 });
    expect((await letters()).every((letter) => letter.letter === "reminder")).toBe(true);
  });

  test("do not go out twice within 48 hours, and need an open round", async () => {
    const { slug } = await aStudy("remind-twice", { experts: 2, open: false });
    value(await sendInvitations(system, { study: slug }));
    expect(await sendReminders(system, { study: slug })).toMatchObject({ refusal: "no-open-round" });
    value(await openRound(system, { study: slug }));
    value(await sendReminders(system, { study: slug }));
    expect(await sendReminders(system, { study: slug })).toMatchObject({
      refusal: "reminded-lately",
      detail: { hours: 48 },
    });
    await database.sql`update mailing set at = at - interval '48 hours' where letter = 'reminder'`;
    await database.sql`delete from pgboss.job`;
    expect(value(await sendReminders(system, { study: slug }))).toEqual({ queued: 2 });
  });
});

describe("a revoked link", () => {
  test("opens nothing, and ends every session; the others open their own link again", async () => {
    const study = await aStudy("revoke", { experts: 3 });
    const [first, second] = [await anExpert(study, 0), await anExpert(study, 1)];
    const id = await invitationOf(study, first.seatId);
    value(await revokeLink(system, { study: study.slug, invitation: id }));
    for (const seat of [first, second]) await expect(expertInvitation(seat, {})).rejects.toThrow(NotFound);
    await expect(redeemLink(visitor, { token: study.links[0]! })).rejects.toThrow(NotFound);
    const again = await seatBehind(study.links[1]!);
    expect(again.seatId).toEqual(second.seatId);
    expect(await expertInvitation(again, {})).toBeTruthy();
  });

  test("can't be revoked again, nor from another study's desk", async () => {
    const study = await aStudy("revoke-twice", { experts: 1 });
    const other = await aStudy("revoke-other", { experts: 1 });
    const id = await invitationOf(study, (await anExpert(study, 0)).seatId);
    await expect(revokeLink(system, { study: other.slug, invitation: id })).rejects.toThrow(NotFound);
    value(await revokeLink(system, { study: study.slug, invitation: id }));
    await expect(revokeLink(system, { study: study.slug, invitation: id })).rejects.toThrow(NotFound);
  });
});

describe("the roll at the desk", () => {
  test("says who has finished by last night's marks, not by what came in since", async () => {
    const study = await aStudy("marks", { experts: 5 });
    for (const at of [0, 1, 2]) await submit(study, at);
    const finished = async () =>
      (await roll(system, { study: study.slug })).people.filter((person) => person.finished).length;
    expect(await finished()).toBe(0);
    value(await markFinished(system, { study: study.slug }));
    await submit(study, 3);
    expect(await finished()).toBe(3);
    expect((await progress(system, { study: study.slug })).round).toMatchObject({
      submitted: 4,
      finished: 3,
      strata: [{ stratum: null, people: 5, finished: 3 }],
    });
  });

  test("says which groups are too small to be shown", async () => {
    const strata = ["North", "North", "North", "North", "North", "South"];
    const small = await aStudy("strata-small", { experts: 6, strata, open: false });
    const large = await aStudy("strata-large", { experts: 12, strata: ["North", "South"], open: false });
    const shown = async (slug: string) =>
      (await roll(system, { study: slug })).strata.map(({ stratum, people, shown }) => [
        stratum,
        people,
        shown,
      ]);
    expect(await shown(small.slug)).toEqual([
      ["north", 5, false],
      ["south", 1, false],
    ]);
    expect(await shown(large.slug)).toEqual([
      ["north", 6, true],
      ["south", 6, true],
    ]);
  });

  test("says how many of those wanted of each group are there, also of a group that nobody is in", async () => {
    const { slug, id } = await aStudy("targets", { experts: 6, strata: ["North", "South"], open: false });
    const targets = [
      { stratum: "north", people: 4 },
      { stratum: "south", people: null },
    ];
    value(await setTargets(system, { study: slug, targets }));
    await database.sql`update invitation set declined = true where study_id = ${id} and address like 'e0@%'`;
    await database.sql`delete from invitation where study_id = ${id} and stratum = 'south'`;
    const { strata } = await roll(system, { study: slug });
    expect(strata.map(({ stratum, people, taking, target }) => [stratum, people, taking, target])).toEqual([
      ["north", 3, 2, 4],
      ["south", 0, 0, null],
    ]);
    const unknown = [{ stratum: "west", people: 4 }];
    expect(await setTargets(system, { study: slug, targets: unknown })).toMatchObject({
      refusal: "no-such-group",
    });
  });

  test("comes a hundred people at a time, by name", async () => {
    const { slug } = await aStudy("pages", { experts: 0, open: false });
    const people = Array.from({ length: 150 }, (_, at) => `p${String(at).padStart(3, "0")}@pages.example`);
    value(await importPanel(system, { study: slug, text: [...people].reverse().join("\n") }));
    const [first, second] = [
      await roll(system, { study: slug }),
      await roll(system, { study: slug, page: 2 }),
    ];
    expect([first.pages, first.people.length, second.people.length]).toEqual([2, 100, 50]);
    expect([...first.people, ...second.people].map((person) => person.address)).toEqual(people);
  });
});

/** Which invitation a seat came from: only a test, holding every link, can tell. */
async function invitationOf(study: TestStudy, seatId: Buffer): Promise<string> {
  for (const link of study.links) {
    const [row] = await database.sql`
      select id from invitation where study_id = ${study.id}
        and token_hash = sha256(convert_to(${`invitation${link}`}, 'utf8'))`;
    const seat = await redeemLink(visitor, { token: link });
    if (row && seat.ok && seat.value.seatId.equals(seatId)) return row.id;
  }
  throw new Error("no link leads to this seat");
}
