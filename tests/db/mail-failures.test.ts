import { spawn } from "node:child_process";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { system } from "@/db/actor";
import { resendLetters } from "@/db/commands/resend-letters";
import { sendInvitations } from "@/db/commands/send-invitations";
import { sendReminders } from "@/db/commands/send-reminders";
import { sweep } from "@/db/commands/sweep";
import { asVariables, environment, setEnvironment } from "@/db/environment";
import { mailDesk } from "@/db/queries/mail-desk";
import { mailing } from "@/db/queries/mailing";
import { jobQueue } from "@/jobs/job-queue";
import { startWorker, type Worker } from "@/jobs/worker";
import { aStudy, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { aMailServer, until } from "./mail-server";

const database = await freshDatabase();
const server = await aMailServer();
let workers: Worker[] = [];
const mailServer = environment().mail;

beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  workers = [];
  await database.sql`delete from pgboss.job`;
  await database.sql`delete from mailing`;
  (server.received as unknown[]).length = 0;
  server.refuse = () => null;
  server.afterMessage = () => "answer";
  setEnvironment({ ...environment(), mail: mailServer });
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const aWorker = async () => void workers.push(await startWorker());
const invite = async (study: TestStudy) => value(await sendInvitations(system, { study: study.slug }));
/** Each address with what became of its letter, as the desk shows it. */
async function fates({ slug }: TestStudy): Promise<Record<string, string>> {
  const [latest] = (await mailDesk(system, { study: slug })).mailings;
  const { people } = await mailing(system, { study: slug, mailing: latest!.id });
  const shown = people.map(({ address, state, code }) => [
    address.split("@")[0]!,
    code ? `${state} ${code}` : state,
  ]);
  return Object.fromEntries(shown.sort());
}
const settled = () =>
  until(async () => {
    await database.sql`update pgboss.job set start_after = now() where state = 'retry'`;
    const left = await database.sql`
      select 1 from delivery where state in ('waiting', 'put-off', 'sending')`;
    return left.length === 0;
  });
const received = () =>
  server.received.flatMap((mail) => mail.recipients.map((one) => one.split("@")[0])).sort();

test("a server that dies after it took a letter is not given it again, and the desk says that it may have arrived", async () => {
  const study = await aStudy("dies", { experts: 4 });
  server.afterMessage = (recipient) => (recipient.startsWith("e2") ? "death" : "answer");
  await aWorker();
  await invite(study);
  await settled();
  expect(received()).toEqual(["e0", "e1", "e2", "e3"]);
  expect(await fates(study)).toMatchObject({ e0: "sent", e1: "sent", e3: "sent" });
  expect((await fates(study)).e2).toMatch(/^unclear/);
});

test("a server that falls silent with a letter in hand is not given it again", async () => {
  const study = await aStudy("silent", { experts: 2 });
  server.afterMessage = (recipient) => (recipient.startsWith("e0") ? "silence" : "answer");
  await aWorker();
  await invite(study);
  // A silence is given up after twenty seconds.
  await until(async () => (await fates(study)).e0!.startsWith("unclear"));
  expect(received()).toEqual(["e0", "e1"]);
});

test("a server that can't be reached, or says no for now, is tried again, and each letter arrives once", async () => {
  const study = await aStudy("away", { experts: 3 });
  setEnvironment({ ...environment(), mail: { kind: "smtp", url: "smtp://127.0.0.1:9" } });
  await aWorker();
  await invite(study);
  await until(async () => Object.values(await fates(study)).every((fate) => fate.startsWith("put-off")));
  await workers.pop()!.stop();
  setEnvironment({ ...environment(), mail: mailServer });
  const tries = new Map<string, number>();
  server.afterMessage = (recipient) => {
    tries.set(recipient, (tries.get(recipient) ?? 0) + 1);
    return tries.get(recipient) === 1 ? 451 : "answer";
  };
  await aWorker();
  await settled();
  expect(received()).toEqual(["e0", "e1", "e2"]);
  expect(await fates(study)).toEqual({ e0: "sent", e1: "sent", e2: "sent" });
});

test("what is refused for good is noted with its code and no address, and what is given up can be sent again", async () => {
  const study = await aStudy("codes", { experts: 3 });
  server.refuse = (recipient) => (recipient.startsWith("e1") ? 550 : null);
  server.afterMessage = (recipient) => (recipient.startsWith("e2") ? 554 : "answer");
  await aWorker();
  await invite(study);
  await settled();
  expect(await fates(study)).toEqual({ e0: "sent", e1: "refused 550", e2: "failed 554" });
  const rows = await database.sql`select delivery::text as row from delivery`;
  for (const { row } of rows) expect(row).not.toContain("example");

  server.afterMessage = () => "answer";
  const [latest] = (await mailDesk(system, { study: study.slug })).mailings;
  expect(latest).toMatchObject({ sent: 1, lost: 2, waiting: 0 });
  const again = { study: study.slug, mailing: latest!.id };
  expect(value(await resendLetters(system, again))).toEqual({ queued: 1 });
  await settled();
  expect(await fates(study)).toEqual({ e0: "sent", e1: "refused 550", e2: "sent" });
  expect(await resendLetters(system, again)).toMatchObject({ refusal: "nothing-to-resend" });
});

test("nobody whose address refuses mail is reminded", async () => {
  const study = await aStudy("no-reminder", { experts: 3 });
  server.refuse = (recipient) => (recipient.startsWith("e1") ? 550 : null);
  await aWorker();
  await invite(study);
  await settled();
  await database.sql`update invitation set invited_at = now() where study_id = ${study.id}`;
  expect(value(await sendReminders(system, { study: study.slug }))).toEqual({ queued: 2 });
});

test("a program that is killed while it sends loses no letter and repeats none", async () => {
  const study = await aStudy("killed", { experts: 40 });
  const worker = spawn(process.execPath, ["--import", "tsx", "tests/db/worker-process.ts"], {
    env: { ...process.env, ...asVariables(environment()) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => worker.once("exit", resolve));
  server.afterMessage = () => {
    if (server.received.length === 12) worker.kill("SIGKILL");
    return "answer";
  };
  await invite(study);
  await ended;
  const before = server.received.length;
  expect(before).toBeLessThan(40);
  // What it had in hand is taken from it after five minutes; nobody waits for them here.
  await database.sql`update pgboss.job set started_on = now() - interval '6 minutes' where state = 'active'`;
  const queue = jobQueue(new AbortController().signal) as unknown as { maintain: () => Promise<void> };
  await queue.maintain();
  await aWorker();
  await settled();
  const reached = received();
  expect(new Set(reached).size).toBe(reached.length);
  const all = Object.entries(await fates(study));
  expect(all).toHaveLength(40);
  for (const [name, fate] of all) {
    expect(["sent", "unclear"]).toContain(fate);
    if (fate === "sent") expect(reached).toContain(name);
  }
  // Only what was in hand at that moment is in doubt: a handful.
  expect(all.filter(([, fate]) => fate === "unclear").length).toBeLessThanOrEqual(10);
});

test("letters that no queue holds any more after a long outage are given up, not sent late", async () => {
  const study = await aStudy("outage", { experts: 2 });
  await invite(study);
  await database.sql`delete from pgboss.job`;
  await database.sql`update mailing set at = now() - interval '26 hours' where study_id = ${study.id}`;
  value(await sweep(system, {}));
  expect(await fates(study)).toEqual({ e0: "failed", e1: "failed" });
});
