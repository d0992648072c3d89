import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { system, visitor } from "@/db/actor";
import { changeAddress } from "@/db/commands/change-address";
import { createStudy } from "@/db/commands/create-study";
import { importPanel } from "@/db/commands/import-panel";
import { markFinished } from "@/db/commands/mark-finished";
import { openRound } from "@/db/commands/open-round";
import { redeemLink } from "@/db/commands/redeem-link";
import { requestLink } from "@/db/commands/request-link";
import { revokeLink } from "@/db/commands/revoke-link";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { submitAnswers } from "@/db/commands/submit-answers";
import { enqueue } from "@/db/queue";
import { policyDelphi } from "@/delphi/presets";
import { minutesFor } from "@/delphi/questionnaire";
import { startWorker, type Worker } from "@/jobs/worker";
import { allRated, anExpert, aStudy, items, value } from "./a-study";
import { freshDatabase } from "./database";
import { aMailServer, type MailServer, until } from "./mail-server";

const database = await freshDatabase();
let server: MailServer;
let workers: Worker[] = [];

beforeAll(async () => {
  server = await aMailServer();
});
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await database.sql`delete from pgboss.job`;
  (server.received as unknown[]).length = 0;
  server.refuse = () => null;
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const aWorker = async () => void workers.push(await startWorker());
const recipients = () => server.received.flatMap((mail) => mail.recipients).sort();
const settled = () =>
  until(async () => {
    const waiting =
      await database.sql`select 1 from pgboss.job where name like 'mail%' and state < 'completed'`;
    return waiting.length === 0;
  });
/** Nobody waits for the next attempt in a test. */
const tryAgainNow = () => database.sql`update pgboss.job set start_after = now() where state = 'retry'`;
const linkIn = (text: string) => /http:\/\/localhost:3000\/join#([0-9A-Z-]+)/.exec(text)?.[1] ?? "";

test("an invitation reaches each person on the roll, with a link and a code that open their seat", async () => {
  const study = await aStudy("by-mail", { experts: 3 });
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  const mails = await server.mails(3);
  expect(recipients()).toEqual(["e0@by-mail.example", "e1@by-mail.example", "e2@by-mail.example"]);
  for (const mail of mails) {
    const token = linkIn(mail.text);
    expect(study.links).toContain(token);
    expect(mail.text).toContain(`\n    ${token}\n`);
    expect(linkIn(mail.html)).toBe(token);
    expect(mail.html).toContain(`>${token}<`);
    expect(value(await redeemLink(visitor, { token })).slug).toBe("by-mail");
  }
  expect(new Set(mails.map((mail) => linkIn(mail.text))).size).toBe(3);
});

test("a letter's headers hold no token, ask for no answer and differ from one letter to the next", async () => {
  const study = await aStudy("headers", { experts: 2 });
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  const mails = await server.mails(2);
  for (const { headers } of mails) {
    for (const link of study.links) expect([...headers.values()].join("\n")).not.toContain(link);
    expect(headers.get("auto-submitted")).toBe("auto-generated");
    expect(headers.has("reply-to")).toBe(false);
    expect(headers.get("subject")).toBe("You are invited: The study headers");
    expect(headers.get("message-id")).toMatch(/^<[0-9a-f-]{36}@localhost>$/);
  }
  expect(new Set(mails.map(({ headers }) => headers.get("message-id"))).size).toBe(2);
});

test("a letter that the mail server puts off is tried again, and every letter arrives once", async () => {
  const study = await aStudy("put-off", { experts: 4 });
  const tries = new Map<string, number>();
  server.refuse = (recipient) => {
    tries.set(recipient, (tries.get(recipient) ?? 0) + 1);
    return recipient.startsWith("e1") && tries.get(recipient)! < 3 ? 451 : null;
  };
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  await server.mails(3);
  await until(async () => {
    await tryAgainNow();
    return server.received.length === 4;
  });
  await settled();
  expect(tries.get("e1@put-off.example")).toBe(3);
  expect(recipients()).toEqual([0, 1, 2, 3].map((at) => `e${at}@put-off.example`));
});

test("what is stored about a failed letter holds neither its address nor its link", async () => {
  const study = await aStudy("stored", { experts: 2 });
  server.refuse = () => 451;
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  await until(async () => (await database.sql`select 1 from pgboss.job where state = 'retry'`).length === 2);
  const rows = await database.sql`select job::text as row, output from pgboss.job`;
  for (const { row, output } of rows) {
    expect(row).not.toContain("example");
    for (const link of study.links) expect(row).not.toContain(link);
    expect(output).toEqual({ reason: "EENVELOPE 451" });
  }
});

test("an invitation that is refused for good counts as not sent, is known as such, and waits for another address", async () => {
  const study = await aStudy("refused", { experts: 3 });
  server.refuse = (recipient) => (recipient.startsWith("e1") ? 550 : null);
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  await settled();
  const invited = await database.sql`
    select address from invitation where study_id = ${study.id} and invited_at is not null order by address`;
  expect(invited.map(({ address }) => address)).toEqual(["e0@refused.example", "e2@refused.example"]);
  const [person] = await database.sql`
    select id, bounced, delivery.state, code from invitation join delivery on invitation_id = id
    where study_id = ${study.id} and address = 'e1@refused.example'`;
  expect(person).toMatchObject({ state: "refused", code: "550" });
  expect(person!.bounced).toContain("550");
  expect(await sendInvitations(system, { study: study.slug })).toMatchObject({ refusal: "nobody-to-invite" });
  const moved = { study: study.slug, invitation: person!.id, address: "new@refused.example" };
  value(await changeAddress(system, moved));
  expect(value(await sendInvitations(system, { study: study.slug }))).toEqual({ queued: 1 });
});

test("an invitation whose last attempt fails counts as not sent", async () => {
  const study = await aStudy("given-up", { experts: 1 });
  server.refuse = () => 451;
  value(await sendInvitations(system, { study: study.slug }));
  await database.sql`update pgboss.job set retry_limit = 0`;
  await aWorker();
  await settled();
  const [person] = await database.sql`select invited_at as at from invitation where study_id = ${study.id}`;
  expect(person?.at).toBeNull();
});

test("three workers share 60 letters, and each arrives once", async () => {
  const study = await aStudy("shared", { experts: 60 });
  await Promise.all([aWorker(), aWorker(), aWorker()]);
  value(await sendInvitations(system, { study: study.slug }));
  await settled();
  expect(recipients()).toEqual(Array.from({ length: 60 }, (_, at) => `e${at}@shared.example`).sort());
});

test("a worker that is stopped in the middle loses no letter and repeats none when the next one starts", async () => {
  const study = await aStudy("stopped", { experts: 40 });
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  await server.mails(3);
  await workers.pop()!.stop();
  const sent = server.received.length;
  expect(sent).toBeLessThan(40);
  await aWorker();
  await settled();
  expect(recipients()).toEqual(Array.from({ length: 40 }, (_, at) => `e${at}@stopped.example`).sort());
});

test("a link that was revoked after its letter was queued is not mailed", async () => {
  const study = await aStudy("revoked", { experts: 2 });
  value(await sendInvitations(system, { study: study.slug }));
  const [person] = await database.sql`
    select id from invitation where study_id = ${study.id} and address = 'e0@revoked.example'`;
  value(await revokeLink(system, { study: study.slug, invitation: person!.id }));
  await aWorker();
  await settled();
  expect(recipients()).toEqual(["e1@revoked.example"]);
});

test("when a round opens, those invited by mail learn of it, with what it takes and until when", async () => {
  const study = await aStudy("opening", { experts: 1, open: false });
  await aWorker();
  value(await sendInvitations(system, { study: study.slug }));
  const [invitation] = await server.mails(1);
  expect(invitation!.text).toContain("No round is open at the moment.");
  value(await openRound(system, { study: study.slug, closesAt: "2099-03-04T17:00:00Z" }));
  const [, opening] = await server.mails(2);
  expect(opening!.headers.get("subject")).toBe("Round 1 is open: The study opening");
  expect(opening!.text).toContain(`It takes about ${minutesFor(items)} minutes.`);
  expect(opening!.text).toContain("Answers count until 4 March 2099 at 17:00 UTC.");
  expect(study.links).toEqual([linkIn(opening!.text)]);
});

test("a reminder reaches those who are not known to have finished, and nobody else", async () => {
  const study = await aStudy("reminded", { experts: 5 });
  await database.sql`update invitation set invited_at = now() where study_id = ${study.id}`;
  for (const at of [0, 1, 2])
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(3) }));
  const finished = value(await markFinished(system, {}));
  expect(finished.marked).toBe(3);
  await aWorker();
  expect(value(await sendReminders(system, { study: study.slug })).queued).toBe(2);
  const mails = await server.mails(2);
  expect(mails.map((mail) => linkIn(mail.text)).sort()).toEqual(study.links.slice(3).sort());
  expect(mails[0]!.text).toContain(
    "If you have submitted your answers already, there is nothing more to do.",
  );
});

test("a lost link is mailed to the address on the roll, and an unknown address gets nothing", async () => {
  const study = await aStudy("lost", { experts: 1 });
  await aWorker();
  for (const address of ["E0@Lost.example", "somebody@lost.example"])
    value(await requestLink(visitor, { study: study.slug, address }));
  const [mail] = await server.mails(1);
  await settled();
  expect(recipients()).toEqual(["e0@lost.example"]);
  expect(linkIn(mail!.text)).toBe(study.links[0]);
});

test("simulated people get no mail, and the mails of a rehearsal say what it is", async () => {
  const design = { slug: "rehearsal", items: [...items], sources: [], positions: [], protocol: policyDelphi };
  const content = {
    title: "A trial",
    question: "Why?",
    background: "",
    perspective: "",
    organiser: "",
    contact: "",
  };
  const [study, simulated] = ["rehearsal", true];
  value(await createStudy(system, { design: { ...design, content }, simulated }));
  value(
    await importPanel(system, {
      study,
      text: "One <one@example.org>\nTwo <two@sub.invalid>\nMe <me@town.eu>",
    }),
  );
  const people = await database.sql`
    select invitation.id, study_id from invitation join study on study.id = study_id where slug = ${study}`;
  await database.db.transaction((tx) =>
    enqueue(
      tx,
      "mail-panel",
      people.map((one) => ({ study: one.study_id, invitation: one.id, letter: "invitation" as const })),
    ),
  );
  await aWorker();
  await settled();
  expect(recipients()).toEqual(["me@town.eu"]);
  const [mail] = server.received;
  expect(mail!.headers.get("subject")).toBe("[Simulated panel] You are invited: A trial");
  expect(mail!.text).toContain("a rehearsal with a simulated panel");
});
