import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { system } from "@/db/actor";
import { normalAddress } from "@/db/address";
import { sql } from "@/db/client";
import { importPanel } from "@/db/commands/import-panel";
import { readPanelFile } from "@/db/panel-file";
import { aStudy, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe("reading a panel's file", () => {
  it("takes commas, semicolons, tabs, a byte-order mark, quotes and empty lines", () => {
    const rest = { stratum: "research", language: "", note: "" };
    const people = [{ name: "Ada, Countess", address: "ada@example.org", ...rest }];
    for (const file of [
      '\uFEFFname,email,stratum\r\n"Ada, Countess",Ada@Example.org,research\r\n',
      "Name;E-Mail;Group\n\nAda, Countess;ada@example.org;research\n",
      "stratum\te-mail address\tname\nresearch\tada@example.org\tAda, Countess\n",
    ]) {
      const { rows, bad } = readPanelFile(file);
      expect(bad).toEqual([]);
      expect(rows.map(({ line: _line, ...row }) => row)).toEqual(people);
    }
  });

  it("takes pasted addresses, one a line, with or without names", () => {
    const { rows, bad } = readPanelFile("Ada Byron <ada@example.org>\nben@example.org\nno address here\n");
    expect(rows).toEqual([
      { line: 1, name: "Ada Byron", address: "ada@example.org", stratum: "", language: "", note: "" },
      { line: 2, name: "", address: "ben@example.org", stratum: "", language: "", note: "" },
    ]);
    expect(bad).toEqual([{ line: 3, reason: "“no address here” holds no e-mail address." }]);
  });

  it("keeps the good rows and lists each bad one with its line", () => {
    const { rows, bad } = readPanelFile(
      "name,email\nAda,ada@example.org\nBen,ben.example.org\nCleo,\n\nDora,ADA@example.org\nEve,eve@example.org",
    );
    expect(rows.map((row) => row.address)).toEqual(["ada@example.org", "eve@example.org"]);
    expect(bad).toEqual([
      { line: 3, reason: "“ben.example.org” is not an e-mail address." },
      { line: 4, reason: "This line has no e-mail address." },
      { line: 6, reason: "ada@example.org stands already on line 2." },
    ]);
  });

  it("loses one line to a stray quotation mark, not the file", () => {
    const { rows, bad } = readPanelFile(
      'name,email\nAda,ada@example.org\n"Ben,ben@example.org\nEve,eve@example.org',
    );
    expect(rows.map((row) => row.address)).toEqual(["ada@example.org", "eve@example.org"]);
    expect(bad).toEqual([{ line: 3, reason: "This line has a quotation mark that is never closed." }]);
  });

  it("makes nothing of an empty file", () => {
    expect(readPanelFile("\n \n")).toEqual({ rows: [], bad: [] });
  });
});

describe("an address", () => {
  it("has one spelling", () => {
    expect(normalAddress("  Ada@Example.ORG ")).toBe("ada@example.org");
  });

  it("is exactly one plain address, or none", () => {
    for (const text of [
      "ada",
      "ada@",
      "@example.org",
      "ada@localhost",
      "ada@example.org,ben@example.org",
      "ada@example.org\nbcc: ben@example.org",
      '"ada ben"@example.org',
      "ada@exa mple.org",
      "ada..b@example.org",
      "ada@-example.org",
      `${"a".repeat(250)}@example.org`,
    ])
      expect(normalAddress(text), text).toBeNull();
  });
});

describe("importing a panel", () => {
  it("puts 5,000 people on the roll at once, and none of them twice", async () => {
    const { slug, id } = await aStudy("crowd", { experts: 0, open: false });
    const text = [
      "name,email,group",
      ...Array.from({ length: 5000 }, (_, at) => `P ${at},p${at}@example.org,g${at % 3}`),
    ];
    text[7] = "P 6,broken,g0";
    const first = value(await importPanel(system, { study: slug, text: text.join("\n") }));
    expect(first).toMatchObject({ added: 4999, known: 0, bad: [{ line: 8 }] });
    const again = value(await importPanel(system, { study: slug, text: text.join("\n") }));
    expect(again).toMatchObject({ added: 0, known: 4999 });
    const [roll] = await sql()`
      select count(*)::int as people, count(distinct token_hash)::int as links from invitation where study_id = ${id}`;
    expect(roll).toEqual({ people: 4999, links: 4999 });
  });

  it("declares groups in draft, and refuses an unknown one once the protocol is locked", async () => {
    const { slug } = await aStudy("groups", { strata: ["Research", "Media"] });
    const text = "name,email,group\nAda,ada@example.org,research\nBen,ben@example.org,Industry";
    const report = value(await importPanel(system, { study: slug, text }));
    expect(report).toMatchObject({
      added: 1,
      bad: [{ line: 3, reason: "This study has no group called “Industry”." }],
    });
  });
});
