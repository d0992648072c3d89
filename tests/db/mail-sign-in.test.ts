import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { system, visitor } from "@/db/actor";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { redeemSignIn } from "@/db/commands/redeem-sign-in";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { sweep } from "@/db/commands/sweep";
import { startWorker, type Worker } from "@/jobs/worker";
import { value } from "./a-study";
import { freshDatabase } from "./database";
import { aMailServer, type MailServer, until } from "./mail-server";

const database = await freshDatabase();
let server: MailServer;
let worker: Worker;

beforeAll(async () => {
  server = await aMailServer();
  worker = await startWorker();
});
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  (server.received as unknown[]).length = 0;
});
afterEach(async () => {
  server.refuse = () => null;
  await database.sql`delete from pgboss.job`;
});
afterAll(async () => {
  await worker.stop();
  await server.close();
  await database.close();
});

const tokenIn = (text: string) => /\/desk\/sign-in\/confirm#([0-9A-Z-]+)/.exec(text)?.[1] ?? "";

test("a facilitator who asks gets a link that signs in once, at the address on the roll", async () => {
  value(await addFacilitator(system, { address: "ada@town.eu", name: "Ada" }));
  value(await requestSignIn(visitor, { address: " Ada@Town.eu" }));
  const [mail] = await server.mails(1);
  expect(mail!.recipients).toEqual(["ada@town.eu"]);
  const token = tokenIn(mail!.text);
  expect(tokenIn(mail!.html)).toBe(token);
  expect([...mail!.headers.values()].join("\n")).not.toContain(token);
  expect(value(await redeemSignIn(visitor, { token }))).toMatchObject({ name: "Ada" });
  expect(await redeemSignIn(visitor, { token })).toMatchObject({ refusal: "link-used-or-expired" });
});

test("nobody else gets a sign-in mail, and whoever asks is told nothing", async () => {
  expect(await requestSignIn(visitor, { address: "eve@town.eu" })).toEqual({ ok: true, value: {} });
  expect(await database.sql`select 1 from pgboss.job`).toHaveLength(0);
});

test("each attempt draws a link of its own, so none waits in the queue", async () => {
  value(await addFacilitator(system, { address: "bea@town.eu" }));
  const before = await links();
  let tries = 0;
  server.refuse = () => {
    tries += 1;
    return tries < 3 ? 451 : null;
  };
  value(await requestSignIn(visitor, { address: "bea@town.eu" }));
  await until(async () => {
    await database.sql`update pgboss.job set start_after = now() where state = 'retry'`;
    return server.received.length === 1;
  });
  expect((await links()) - before).toBe(3);
  expect(value(await redeemSignIn(visitor, { token: tokenIn(server.received[0]!.text) }))).toMatchObject({
    address: "bea@town.eu",
  });
});

test("links that have expired are swept away, and the others stay", async () => {
  value(await addFacilitator(system, { address: "cy@town.eu" }));
  const before = await links();
  await database.sql`update sign_in_link set expires_at = now() - interval '1 second'
    where facilitator_id = (select id from facilitator where address = 'cy@town.eu')`;
  expect(value(await sweep(system, {}))).toEqual({ links: 1 });
  expect(await links()).toBe(before - 1);
});

const links = async (): Promise<number> => (await database.sql`select 1 from sign_in_link`).length;
