import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/db/actor";
import { cancelStudy } from "@/db/commands/cancel-study";
import { closeRound } from "@/db/commands/close-round";
import { declineInvitation } from "@/db/commands/decline-invitation";
import { extendRound } from "@/db/commands/extend-round";
import { openRound } from "@/db/commands/open-round";
import { scheduleRound } from "@/db/commands/schedule-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import { unscheduleRound } from "@/db/commands/unschedule-round";
import { writeLetter } from "@/db/commands/write-letter";
import { auditLog } from "@/db/queries/audit-log";
import { progress } from "@/db/queries/progress";
import { belarusDesign } from "@/db/seed/belarus";
import { closeDueRounds } from "@/jobs/close-due-rounds";
import { nightly } from "@/jobs/nightly";
import { openDueRounds } from "@/jobs/open-due-rounds";
import { startWorker, type Worker } from "@/jobs/worker";
import { allRated, anExpert, answeredRound, aStudy, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { aMember } from "./desk-people";
import { aMailServer, type MailServer } from "./mail-server";

const database = await freshDatabase();
const server: MailServer = await aMailServer();
let worker: Worker | undefined;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await database.sql`delete from pgboss.job`;
  (server.received as unknown[]).length = 0;
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const timeHasCome = ({ id }: TestStudy) =>
  database.sql`update scheduled_opening set opens_at = now() - interval '1 second' where study_id = ${id}`;
const statesOf = async ({ id }: TestStudy) =>
  (await database.sql`select state from round where study_id = ${id} order by number`).map(
    (row) => row.state,
  );
const troublesOf = async (study: TestStudy) =>
  (await progress(system, { study: study.slug })).troubles.map(({ about, refusal }) => [about, refusal]);

describe("a round that is to open at a time", () => {
  test("opens then, with its closing time and zone, asks what was chosen, and is opened once", async () => {
    const study = await aStudy("at-a-time", { open: false });
    const given = { study: study.slug, opensAt: inHours(1), closesAt: inHours(50), zone: "Europe/Warsaw" };
    value(await scheduleRound(system, { ...given, items: ["bridge", "missing"] }));
    await openDueRounds();
    expect(await statesOf(study)).toEqual([]);
    await timeHasCome(study);
    await Promise.all([openDueRounds(), openDueRounds()]);
    const rounds = await database.sql`
      select state, zone, closes_at = ${given.closesAt}::timestamptz as closes, jsonb_path_query_array(items, '$[*].id') as items
      from round where study_id = ${study.id}`;
    expect([...rounds]).toEqual([
      {
        state: "open",
        zone: "Europe/Warsaw",
        closes: true,
        items: ["bridge", "missing"],
      },
    ]);
    expect((await progress(system, { study: study.slug })).opening).toBeNull();
    const acts = (await auditLog(system, { study: study.slug })).map(({ act }) => act);
    expect(acts).toContain("open-scheduled-round");
    expect(acts).toContain("schedule-round");
  });

  test("is refused with a reason where it could not open: past, without people, without items, below k", async () => {
    const study = await aStudy("impossible", { open: false });
    const at = (given: object) => scheduleRound(system, { study: study.slug, opensAt: inHours(1), ...given });
    expect(await at({ opensAt: inHours(-1) })).toMatchObject({ refusal: "opens-in-the-past" });
    expect(await at({ closesAt: inHours(0.5) })).toMatchObject({ refusal: "closes-before-it-opens" });
    expect(await at({ items: [] })).toMatchObject({ refusal: "no-items" });
    expect(await at({ items: ["confidence"] })).toMatchObject({ refusal: "no-items" });
    expect(await at({ version: 99 })).toMatchObject({ refusal: "changed-meanwhile" });
    const few = await aStudy("below-k", { open: false, experts: 4 });
    expect(await scheduleRound(system, { study: few.slug, opensAt: inHours(1) })).toMatchObject({
      refusal: "too-small-for-schedule",
      detail: { people: 4, k: 5 },
    });
    const empty = await aStudy("nobody", { open: false, experts: 0 });
    expect(await scheduleRound(system, { study: empty.slug, opensAt: inHours(1) })).toMatchObject({
      refusal: "no-panel",
    });
  });

  test("locks nothing before its time, can be moved and taken back, and gives way to opening by hand", async () => {
    const study = await aStudy("moved", { open: false });
    const { slug } = study;
    value(await scheduleRound(system, { study: slug, opensAt: inHours(1) }));
    value(await scheduleRound(system, { study: slug, opensAt: inHours(2) }));
    const [row] = await database.sql`select locked_at from study where id = ${study.id}`;
    expect(row?.locked_at).toBeNull();
    expect(await database.sql`select 1 from scheduled_opening where study_id = ${study.id}`).toHaveLength(1);
    value(await unscheduleRound(system, { study: slug }));
    expect(await unscheduleRound(system, { study: slug })).toMatchObject({ refusal: "nothing-scheduled" });
    value(await scheduleRound(system, { study: slug, opensAt: inHours(1) }));
    value(await openRound(system, { study: slug }));
    expect((await progress(system, { study: slug })).opening).toBeNull();
  });

  test("takes the changes of the sheet with it, and a cancelled study opens nothing", async () => {
    const study = await aStudy("sheet");
    await answeredRound(study, 1, 6);
    const choice = { items: ["bridge", "ferry"], reason: "The town asked for it." };
    value(await scheduleRound(system, { study: study.slug, opensAt: inHours(1), ...choice }));
    const deviations = () => database.sql`select 1 from deviation where study_id = ${study.id}`;
    expect(await deviations()).toHaveLength(0);
    await timeHasCome(study);
    await openDueRounds();
    expect(await statesOf(study)).toEqual(["closed", "open"]);
    expect(await deviations()).toHaveLength(1);

    const other = await aStudy("cancelled-before", { open: false });
    value(await scheduleRound(system, { study: other.slug, opensAt: inHours(1) }));
    value(await cancelStudy(system, { study: other.slug, reason: "No money." }));
    expect(await database.sql`select 1 from scheduled_opening where study_id = ${other.id}`).toHaveLength(0);
  });

  test("that has become impossible is told to the owner by mail and at the desk, once, and opens by hand", async () => {
    const study = await aStudy("too-late", { open: false });
    await aMember(study, "owner");
    value(await scheduleRound(system, { study: study.slug, opensAt: inHours(1) }));
    await database.sql`update invitation set revoked_at = now() where study_id = ${study.id}`;
    await timeHasCome(study);
    worker = await startWorker();
    await openDueRounds();
    await openDueRounds();
    const [mail] = await server.mails(1);
    expect(mail!.headers.get("subject")).toBe("A round could not open: The study too-late");
    expect(mail!.text).toContain(`/desk/studies/${study.slug}`);
    expect(await troublesOf(study)).toEqual([["opening", "no-panel"]]);
    expect(await statesOf(study)).toEqual([]);
    expect(server.received).toHaveLength(1);
    await database.sql`update invitation set revoked_at = null where study_id = ${study.id}`;
    value(await openRound(system, { study: study.slug }));
    expect(await troublesOf(study)).toEqual([]);
  });
});

describe("a round closes by itself", () => {
  const submit = async (study: TestStudy, at: number) =>
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(3) }));

  test("when all are marked as finished, and only in the night that marks the last of them", async () => {
    const study = await aStudy("all", { experts: 6, protocol: { closesWhenAllFinished: true } });
    const byHand = await aStudy("all-by-hand", { experts: 6 });
    for (const one of [study, byHand]) for (const at of [0, 1, 2, 3, 4, 5]) await submit(one, at);
    await closeDueRounds();
    expect(await statesOf(study)).toEqual(["open"]);
    await nightly();
    expect([await statesOf(study), await statesOf(byHand)]).toEqual([["closed"], ["open"]]);
  });

  test("never because of answers that no night has marked: of two late ones it learns nothing", async () => {
    const study = await aStudy("late-two", { experts: 8, protocol: { closesWhenAllFinished: true } });
    for (const at of [0, 1, 2, 3, 4, 5]) await submit(study, at);
    await nightly();
    for (const at of [6, 7]) await submit(study, at);
    await nightly();
    expect(await statesOf(study)).toEqual(["open"]);
  });

  test("without waiting for those who have declined", async () => {
    const study = await aStudy("declined-one", { experts: 6, protocol: { closesWhenAllFinished: true } });
    for (const at of [0, 1, 2, 3, 4]) await submit(study, at);
    await nightly();
    expect(await statesOf(study)).toEqual(["open"]);
    const [last] = await database.sql`
      select id from invitation where study_id = ${study.id}
      and id not in (select invitation_id from finished_mark where study_id = ${study.id})`;
    const letter = { study: study.id, invitation: last!.id, letter: "invitation" as const };
    const { person } = value(await writeLetter(system, letter));
    value(await declineInvitation(system, { person, declined: true }));
    await nightly();
    expect(await statesOf(study)).toEqual(["closed"]);
  });

  test("in no seeded study", () => {
    const { protocol } = belarusDesign("seeded", []);
    expect(protocol.closing).toBe("by-hand");
    expect(protocol.closesWhenAllFinished).toBeUndefined();
  });

  test("and where too few have answered it stays open, its owners are told once, and both ways on are there", async () => {
    const study = await aStudy("held", { open: false, protocol: { closing: "on-schedule" } });
    await aMember(study, "owner");
    value(await openRound(system, { study: study.slug, closesAt: inHours(1) }));
    for (const at of [0, 1]) await submit(study, at);
    const isDue = () =>
      database.sql`update round set closes_at = now() - interval '1 second' where study_id = ${study.id}`;
    await isDue();
    worker = await startWorker();
    await closeDueRounds();
    await closeDueRounds();
    const [mail] = await server.mails(1);
    expect(mail!.headers.get("subject")).toBe("A round could not close: The study held");
    expect(await troublesOf(study)).toEqual([["closing", "too-few-answers"]]);
    value(await extendRound(system, { study: study.slug, closesAt: inHours(5), zone: "Asia/Tokyo" }));
    expect(await troublesOf(study)).toEqual([]);
    await isDue();
    await closeDueRounds();
    expect(await troublesOf(study)).toEqual([["closing", "too-few-answers"]]);
    value(await closeRound(system, { study: study.slug, withNothingShown: true }));
    expect(await troublesOf(study)).toEqual([]);
    const [row] = await database.sql`select snapshot from round where study_id = ${study.id}`;
    const figures = (row!.snapshot as { figures: { withheld?: string }[] }).figures;
    expect(figures.every((figure) => figure.withheld !== undefined)).toBe(true);
  });
});
