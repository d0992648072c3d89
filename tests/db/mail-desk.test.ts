import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/db/actor";
import { markFinished } from "@/db/commands/mark-finished";
import { openRound } from "@/db/commands/open-round";
import { planReminders } from "@/db/commands/plan-reminders";
import { publish } from "@/db/commands/publish";
import { resetTemplate } from "@/db/commands/reset-template";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { sendResultsLetter } from "@/db/commands/send-results-letter";
import { sendTestLetter } from "@/db/commands/send-test-letter";
import { submitAnswers } from "@/db/commands/submit-answers";
import { writeTemplate } from "@/db/commands/write-template";
import { auditLog } from "@/db/queries/audit-log";
import { mailDesk } from "@/db/queries/mail-desk";
import { letterProblems, StudyLetter } from "@/delphi/letter";
import { usualWords } from "@/jobs/letters/panel-letter";
import { sendPlannedMail } from "@/jobs/send-planned-mail";
import { startWorker, type Worker } from "@/jobs/worker";
import { allRated, anExpert, answeredRound, aStudy, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { aMember } from "./desk-people";
import { aMailServer } from "./mail-server";

const database = await freshDatabase();
const server = await aMailServer();
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

const invitedAll = ({ id }: TestStudy) =>
  database.sql`update invitation set invited_at = now() where study_id = ${id}`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

describe("a letter's words", () => {
  test("fill the mail in both its forms, with the link, the way out and everything else that must be there", async () => {
    const study = await aStudy("words", { experts: 1 });
    const own = {
      subject: "{title}: please answer",
      body: "Hello {name},\n\nthis is <b>only</b> a line.\n\n{question}",
    };
    value(await writeTemplate(system, { study: study.slug, letter: "invitation", ...own }));
    worker = await startWorker();
    value(await sendInvitations(system, { study: study.slug }));
    const [mail] = await server.mails(1);
    expect(mail!.headers.get("subject")).toBe("The study words: please answer");
    expect(mail!.text).toMatch(
      /^Hello Expert 0,\n\nthis is <b>only<\/b> a line\.\n\n {4}Should it be done\?/,
    );
    expect(mail!.html).toContain("&#60;b&#62;only");
    for (const form of [mail!.text, mail!.html]) {
      expect(form).toContain(`/join#${study.links[0]}`);
      expect(form).toContain("/person#");
    }
    expect(mail!.headers.get("list-unsubscribe")).toMatch(/\/api\/person\/stop\//);
    expect(mail!.headers.get("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
  });

  test("are refused with a sentence where a placeholder is unknown, and given back when they are reset", async () => {
    const { slug: study } = await aStudy("refused-words", { experts: 1 });
    const wrong = { study, letter: "reminder", subject: "Dear {nmae}", body: "Text" } as const;
    expect(await writeTemplate(system, wrong)).toMatchObject({
      refusal: "invalid-input",
      problems: [{ path: "subject", message: expect.stringContaining("“{nmae}” is no placeholder") }],
    });
    expect(await resetTemplate(system, { study, letter: "reminder" })).toMatchObject({
      refusal: "usual-already",
    });
    value(await writeTemplate(system, { ...wrong, subject: "Ours" }));
    expect((await mailDesk(system, { study })).own).toEqual(["reminder"]);
    value(await resetTemplate(system, { study, letter: "reminder" }));
    expect((await mailDesk(system, { study })).own).toEqual([]);
  });

  test("as they usually are have no placeholder that is unknown", () => {
    for (const letter of StudyLetter.options) expect(letterProblems(letter, usualWords(letter))).toEqual([]);
  });

  test("can be sent to whoever asks, marked as a test and filled with an example that opens nothing", async () => {
    const study = await aStudy("tested", { experts: 2 });
    const me = await aMember(study, "facilitator");
    worker = await startWorker();
    for (const letter of StudyLetter.options) value(await sendTestLetter(me, { study: study.slug, letter }));
    const mails = await server.mails(5);
    const [row] = await database.sql`select address from facilitator where id = ${me.facilitatorId}`;
    for (const mail of mails) {
      expect(mail.recipients).toEqual([row!.address]);
      expect(mail.headers.get("subject")).toMatch(/^\[Test\] /);
      for (const link of study.links) expect(mail.text).not.toContain(link);
      expect(mail.text).not.toMatch(/[{}]/);
    }
  });
});

describe("reminders by a plan", () => {
  test("go to those who have not finished by the nightly marks, once, and are in the log", async () => {
    const study = await aStudy("planned", { experts: 6, open: false });
    await invitedAll(study);
    value(await openRound(system, { study: study.slug, closesAt: inDays(6.9) }));
    await database.sql`update round set opened_at = now() - interval '10 days' where study_id = ${study.id}`;
    await database.sql`delete from pgboss.job`;
    for (const at of [0, 1, 2])
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(3) }));
    value(await markFinished(system, {}));
    value(await submitAnswers(await anExpert(study, 3), { round: 1, answers: allRated(3) }));
    await sendPlannedMail();
    expect((await mailDesk(system, { study: study.slug })).mailings).toHaveLength(1);
    const plan = { daysBefore: [7, 3], most: 2, closingSoon: 1 };
    value(await planReminders(system, { study: study.slug, plan }));
    await Promise.all([sendPlannedMail(), sendPlannedMail()]);
    await sendPlannedMail();
    const [latest, ...others] = (await mailDesk(system, { study: study.slug })).mailings;
    expect(latest).toMatchObject({ letter: "reminder", number: 1, planned: true, waiting: 3 });
    expect(others).toHaveLength(1);
    expect(await sendReminders(system, { study: study.slug })).toMatchObject({ refusal: "reminded-lately" });
    const acts = (await auditLog(system, { study: study.slug })).map(({ act }) => act);
    expect(acts.filter((act) => act === "send-planned-reminder")).toHaveLength(1);

    await database.sql`update round set closes_at = now() + interval '20 hours' where study_id = ${study.id}`;
    await database.sql`update mailing set at = at - interval '3 days' where study_id = ${study.id}`;
    await database.sql`delete from pgboss.job`;
    worker = await startWorker();
    await sendPlannedMail();
    const mails = await server.mails(3);
    expect(mails[0]!.headers.get("subject")).toBe("Round 1 closes soon: The study planned");
    expect(mails[0]!.text).toContain("saved but not submitted do not count");
    await sendPlannedMail();
    const calls = (await mailDesk(system, { study: study.slug })).mailings.filter(
      ({ letter }) => letter === "closing-soon",
    );
    expect(calls).toHaveLength(1);
  });
});

describe("the letter about results", () => {
  test("goes once for each edition, to everybody who was invited, with the way to the results", async () => {
    const study = await aStudy("told", { experts: 6 });
    const { slug } = study;
    expect(await sendResultsLetter(system, { study: slug })).toMatchObject({ refusal: "no-edition" });
    await answeredRound(study, 1, 6);
    await invitedAll(study);
    value(await publish(system, { study: slug, reason: "The town asked." }));
    expect((await mailDesk(system, { study: slug })).untold).toEqual({ edition: 1, people: 6 });
    worker = await startWorker();
    expect(value(await sendResultsLetter(system, { study: slug }))).toEqual({ queued: 6 });
    expect(await sendResultsLetter(system, { study: slug })).toMatchObject({ refusal: "results-told" });
    const mails = await server.mails(6);
    expect(mails[0]!.headers.get("subject")).toBe("The results are published: The study told");
    expect(mails[0]!.text).toContain(`/studies/${slug}/results`);
    expect((await mailDesk(system, { study: slug })).untold).toBeNull();
  });
});
