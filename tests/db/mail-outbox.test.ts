import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { demoFacilitator } from "@/db/commands/demo-facilitator";
import { importPanel } from "@/db/commands/import-panel";
import { putInOutbox } from "@/db/commands/put-in-outbox";
import { sendInvitations } from "@/db/commands/send-invitations";
import { environment, setEnvironment } from "@/db/environment";
import { outbox } from "@/db/queries/outbox";
import { NotFound } from "@/db/run";
import { startWorker } from "@/jobs/worker";
import { aStudy, value } from "./a-study";
import { freshDatabase } from "./database";
import { until } from "./mail-server";

const database = await freshDatabase();
const production = environment();
const demo = { ...production, mode: "private", demo: true, mail: { kind: "outbox" } } as const;
beforeAll(() => setEnvironment(demo));
afterAll(database.close);

const demoDesk = async () =>
  ({ kind: "facilitator", facilitatorId: value(await demoFacilitator(visitor, {})).facilitatorId }) as const;
const mail = { to: "a", subject: "b", text: "c", html: "d" };

test("in the demo, mails go to the outbox, sealed, and a facilitator can read them there", async () => {
  const study = await aStudy("demo", { experts: 3 });
  value(await importPanel(system, { study: study.slug, text: "nameless@town.eu" }));
  const worker = await startWorker();
  value(await sendInvitations(system, { study: study.slug }));
  await until(async () => (await database.sql`select 1 from outbox`).length === 4);
  await worker.stop();
  const mails = await outbox(await demoDesk(), {});
  expect(mails.map((one) => one.to).sort()).toEqual([
    "Expert 0 <e0@demo.example>",
    "Expert 1 <e1@demo.example>",
    "Expert 2 <e2@demo.example>",
    "nameless@town.eu",
  ]);
  const opened = mails.map((one) => /#([0-9A-Z-]+)/.exec(one.text)?.[1]);
  expect(opened).toEqual(expect.arrayContaining([...study.links]));
  expect(mails.find((one) => one.to === "nameless@town.eu")!.text).toMatch(/^Good day,\n/);
  for (const { sealed } of await database.sql`select sealed from outbox`)
    for (const link of study.links) expect(sealed.includes(link)).toBe(false);
});

test("a name or title that looks like markup stays text in a letter, and breaks no line of its head", async () => {
  const study = await aStudy("markup", { experts: 1 });
  const title = '<script>alert(1)</script> & "more"';
  await database.sql`update study set content = jsonb_set(content, '{title}', to_jsonb(${title}::text)) where id = ${study.id}`;
  value(await importPanel(system, { study: study.slug, text: 'name,email\n"<b>Bob</b>",bob@town.eu' }));
  const worker = await startWorker();
  value(await sendInvitations(system, { study: study.slug }));
  const find = async () => (await outbox(await demoDesk(), {})).find((one) => one.to.includes("bob@town.eu"));
  await until(async () => (await find()) !== undefined);
  await worker.stop();
  const found = (await find())!;
  expect(found.html).not.toMatch(/<script|<b>/);
  expect(found.html).toContain("Dear &#60;b&#62;Bob&#60;/b&#62;,");
  expect(found.text).toContain("Dear <b>Bob</b>,");
  expect(found.subject).toBe(`You are invited: ${title}`);
});

test("outside the demo there is no outbox, neither to read nor to write", async () => {
  const desk = await demoDesk();
  setEnvironment(production);
  await expect(outbox(desk, {})).rejects.toThrow(NotFound);
  await expect(putInOutbox(system, mail)).rejects.toThrow(NotFound);
  setEnvironment(demo);
});

test("a visitor or an expert cannot read the outbox of the demo, and only the worker writes to it", async () => {
  await expect(outbox(visitor, {})).rejects.toThrow(NotFound);
  await expect(outbox(system, {})).rejects.toThrow(NotFound);
  await expect(putInOutbox(visitor, mail)).rejects.toThrow(NotFound);
  await expect(putInOutbox(await demoDesk(), mail)).rejects.toThrow(NotFound);
});

test("the outbox keeps the latest 500 mails", async () => {
  await database.sql`
    insert into outbox (sealed, at) select ''::bytea, now() - interval '1 day' from generate_series(1, 505)`;
  value(await putInOutbox(system, mail));
  const [kept] =
    await database.sql`select count(*)::int as mails, max(at) > now() - interval '1 hour' as newest from outbox`;
  expect(kept).toEqual({ mails: 500, newest: true });
});
