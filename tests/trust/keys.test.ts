import { randomBytes } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeClient, openClient, sql } from "@/db/client";
import { redeemLink } from "@/db/commands/redeem-link";
import { writeLetter } from "@/db/commands/write-letter";
import { environment, setEnvironment } from "@/db/environment";
import { recognisePanelKey } from "@/db/panel-key";
import { forgetLostKey, rotateKey } from "@/db/rotate-key";
import { NotFound } from "@/db/run";
import { aStudy, seatBehind, value } from "../db/a-study";
import { freshDatabase } from "../db/database";

const database = await freshDatabase();
afterAll(database.close);
const first = environment().panelKey;

beforeEach(async () => {
  setEnvironment({ ...environment(), panelKey: first });
  await sql()`delete from study`;
  await sql()`truncate installation, outbox`;
});

/** What `npm run rotate-key` does while nothing else uses the database. */
async function withoutOthers<T>(
  act: (client: ReturnType<typeof openClient>["sql"]) => Promise<T>,
): Promise<T> {
  await closeClient();
  const alone = openClient(database.url, { max: 1, connection: { application_name: "tholos rotate-key" } });
  try {
    return await act(alone.sql);
  } finally {
    await alone.sql.end();
  }
}

const invitations = (study: string) =>
  sql()<{ id: string; sealed: Buffer | null; hash: Buffer }[]>`
    select id, sealed_token as sealed, token_hash as hash from invitation where study_id = ${study} order by address`;

test("a start with another key than the one that sealed the links is refused with a sentence", async () => {
  await aStudy("known");
  await recognisePanelKey(database.url, first);
  await recognisePanelKey(database.url, first);
  await expect(recognisePanelKey(database.url, randomBytes(32))).rejects.toThrow(/--lost goes on/);
});

test("a database from before fingerprints were kept knows its key by its links", async () => {
  await aStudy("older");
  await expect(recognisePanelKey(database.url, randomBytes(32))).rejects.toThrow(/PANEL_KEY is not the key/);
  await recognisePanelKey(database.url, first);
});

test("after the key was rotated, links still work and can be sent again, under the new key only", async () => {
  const study = await aStudy("rotated", { experts: 3 });
  await recognisePanelKey(database.url, first);
  const before = await seatBehind(study.links[0]!);
  const second = randomBytes(32);
  expect(await withoutOthers((alone) => rotateKey(alone, first, second))).toBe(3);
  expect(await withoutOthers((alone) => rotateKey(alone, first, second))).toBeNull();
  const { id } = (await invitations(study.id))[0]!;
  const write = () => writeLetter(system, { study: study.id, invitation: id, letter: "lost-link" });
  await expect(write()).rejects.toThrow();
  setEnvironment({ ...environment(), panelKey: second });
  expect(study.links).toContain(value(await write()).token);
  expect((await seatBehind(study.links[0]!)).seatId).toEqual(before.seatId);
  await expect(recognisePanelKey(database.url, first)).rejects.toThrow(/PANEL_KEY/);
});

test("a rotation that breaks off changes nothing, and can be done again", async () => {
  const study = await aStudy("broken-off", { experts: 3 });
  await recognisePanelKey(database.url, first);
  await sql()`insert into outbox (sealed, at) values (${randomBytes(60)}, now())`;
  const before = await invitations(study.id);
  const second = randomBytes(32);
  await expect(withoutOthers((alone) => rotateKey(alone, first, second))).rejects.toThrow();
  expect(await invitations(study.id)).toEqual(before);
  await recognisePanelKey(database.url, first);
  await sql()`truncate outbox`;
  expect(await withoutOthers((alone) => rotateKey(alone, first, second))).toBe(3);
});

test("the key is not changed under a running Tholos, which would go on sealing under the old one", async () => {
  const study = await aStudy("running", { experts: 2 });
  const other = openClient(database.url, { max: 1, connection: { application_name: "tholos rotate-key" } });
  await expect(rotateKey(other.sql, first, randomBytes(32))).rejects.toThrow(/Tholos is running/);
  await other.sql.end();
  expect(study.links).toHaveLength(2);
});

test("where the key is lost, links that were sent open their seats, and nobody's can be sent again", async () => {
  const study = await aStudy("lost-key", { experts: 3 });
  await recognisePanelKey(database.url, first);
  await sql()`update invitation set invited_at = now() where address <> 'e2@lost-key.example'`;
  const before = await seatBehind(study.links[0]!);
  await expect(withoutOthers((alone) => forgetLostKey(alone, first))).rejects.toThrow(/nothing is lost/);
  const second = randomBytes(32);
  await withoutOthers((alone) => forgetLostKey(alone, second));
  setEnvironment({ ...environment(), panelKey: second });
  await recognisePanelKey(database.url, second);
  expect((await seatBehind(study.links[0]!)).seatId).toEqual(before.seatId);
  const people = await invitations(study.id);
  expect(people.map(({ sealed }) => sealed)).toEqual([null, null, null]);
  // Nobody had the third link yet: the invitation will bring a new one.
  expect(people.map(({ hash }) => hash === null)).toEqual([false, false, true]);
  await expect(redeemLink(visitor, { token: study.links[2]! })).rejects.toThrow(NotFound);
});
