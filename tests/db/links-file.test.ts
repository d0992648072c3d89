import { afterAll, beforeAll, expect, test } from "vitest";
import { linksFile } from "@/app/(desk)/desk/studies/[slug]/panel/links/links-file";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { changeAddress } from "@/db/commands/change-address";
import { handOutLinks } from "@/db/commands/hand-out-links";
import { importPanel } from "@/db/commands/import-panel";
import { textOfPanelFile } from "@/db/panel-bytes";
import { auditLog } from "@/db/queries/audit-log";
import { roll } from "@/db/queries/roll";
import { unseal } from "@/db/sealing";
import { aStudy, seatBehind, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";
import { aMember } from "./desk-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const addresses = (made: { links: readonly { address: string }[] }) =>
  made.links.map(({ address }) => address);
const left = async (study: string) => (await roll(system, { study })).linksToHandOut;

test("a link leaves in a file once, whatever became of it, and the file is in the log", async () => {
  const study = await aStudy("by-hand", { experts: 3, strata: ["Rivers", "Roads"] });
  const actor = await aMember(study, "facilitator");
  expect(await left(study.slug)).toBe(3);
  const made = value(await handOutLinks(actor, { study: study.slug }));
  expect(addresses(made)).toEqual(["e0@by-hand.example", "e1@by-hand.example", "e2@by-hand.example"]);
  expect(made.links.map(({ group }) => group)).toEqual(["Rivers", "Roads", "Rivers"]);
  await seatBehind(made.links[0]!.token);
  expect(await left(study.slug)).toBe(0);
  expect(await handOutLinks(actor, { study: study.slug })).toMatchObject({ refusal: "no-links-left" });

  value(await importPanel(system, { study: study.slug, text: "name,email\nLate,late@by-hand.example" }));
  const [first] = (await roll(system, { study: study.slug })).people;
  value(
    await changeAddress(system, { study: study.slug, invitation: first!.id, address: "new@by-hand.example" }),
  );
  const more = value(await handOutLinks(actor, { study: study.slug }));
  expect(addresses(more)).toEqual(["late@by-hand.example", "new@by-hand.example"]);
  expect(
    (await auditLog(system, { study: study.slug })).filter(({ act }) => act === "hand-out-links"),
  ).toMatchObject([{ detail: "2" }, { detail: "3" }]);
});

test("a link that was mailed, ended or used is in no file, and asking again tells nothing of it", async () => {
  const study = await aStudy("mailed", { experts: 4 });
  await sql()`update invitation set invited_at = now() where address = 'e0@mailed.example'`;
  await sql()`update invitation set revoked_at = now() where address = 'e1@mailed.example'`;
  const [used] = await sql()<{ sealed: Buffer }[]>`
    select sealed_token as sealed from invitation where address = 'e2@mailed.example'`;
  await seatBehind(unseal(used!.sealed, `invitation:${study.id}`));
  expect(addresses(value(await handOutLinks(system, { study: study.slug })))).toEqual(["e3@mailed.example"]);
  expect(await handOutLinks(system, { study: study.slug })).toMatchObject({ refusal: "no-links-left" });
});

test("of a strict study no file is made", async () => {
  const study = await aStudy("strictly", { protocol: { anonymity: "strict" } });
  expect(await handOutLinks(system, { study: study.slug })).toMatchObject({ refusal: "strict-needs-mail" });
  expect(await left(study.slug)).toBe(0);
});

test("both files hold the same people, and no name of theirs is a formula", async () => {
  const link = { name: "=1+1", address: "a@b.example", group: "", language: "en", token: "AAAA" };
  const csv = await linksFile("csv", [link], "https://tholos.example");
  expect(csv).toContain("https://tholos.example/join#AAAA");
  expect(csv).toContain("'=1+1");
  const xlsx = (await linksFile("xlsx", [link], "https://tholos.example")) as Uint8Array;
  const read = await textOfPanelFile(xlsx);
  expect(read).toMatchObject({ ok: true });
  expect(JSON.stringify(read)).toContain("https://tholos.example/join#AAAA");
});
