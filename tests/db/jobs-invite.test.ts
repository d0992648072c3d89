import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { asCsv } from "@/cli/links-file";
import { system, visitor } from "@/db/actor";
import { makeLinks } from "@/db/commands/make-links";
import { redeemLink } from "@/db/commands/redeem-link";
import { asVariables, environment } from "@/db/environment";
import { NotFound } from "@/db/run";
import { aStudy, seatBehind, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "tholos-invite-"));
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

let files = 0;

/** Runs the command as an operator does. Without `links`, the file is a new one. */
async function invite(study: string, panel: string, links = path.join(folder, `links-${++files}.csv`)) {
  const file = path.join(folder, `panel-${files}.csv`);
  writeFileSync(file, panel);
  const given = ["cli/invite.ts", "--study", study, "--panel", file, "--links", links];
  return new Promise<{ code: number; out: string; complaints: string; links: string }>((resolve) => {
    const env = { ...process.env, ...asVariables(environment()) };
    execFile(path.join("node_modules", ".bin", "tsx"), given, { env }, (error, out, complaints) => {
      resolve({
        code: Number(error?.code ?? 0),
        out,
        complaints: complaints.replaceAll(file, "panel.csv"),
        links,
      });
    });
  });
}

const rowsOf = (file: string) => readFileSync(file, "utf8").replace("\uFEFF", "").trimEnd().split("\r\n");

test("a panel with bad rows: the good people get links, each bad row is listed with line and reason", async () => {
  const { slug, id } = await aStudy("by-file", { experts: 1, open: false });
  const panel = [
    "\uFEFFName;E-mail;Group",
    '"Ada; the First";ada@town.eu;research',
    "",
    "Bea;bea(at)town.eu;research",
    "Cy;CY@Town.eu;policy",
    "Cy again;cy@town.eu;policy",
    "Dan;;policy",
    "Known;e0@by-file.example;",
  ].join("\r\n");
  const run = await invite(slug, panel);
  expect(run.code).toBe(0);
  expect(run.complaints.trim().split("\n")).toEqual([
    "panel.csv, line 4: “bea(at)town.eu” is not an e-mail address.",
    "panel.csv, line 6: cy@town.eu stands already on line 5.",
    "panel.csv, line 7: This line has no e-mail address.",
  ]);
  expect(run.out).toMatch(/^2 people added, 1 on the roll before, 3 rows not read\. .* holds 3 links/);
  const [header, ...rows] = rowsOf(run.links);
  expect(header).toBe("name,address,link");
  expect(rows.map((row) => row.slice(0, row.lastIndexOf(",")))).toEqual([
    "Ada; the First,ada@town.eu",
    "Cy,cy@town.eu",
    "Expert 0,e0@by-file.example",
  ]);
  for (const row of rows) {
    const token = /,http:\/\/localhost:3000\/join#(.+)$/.exec(row)![1]!;
    expect(value(await redeemLink(visitor, { token })).studyId).toBe(id);
  }
  expect(statSync(run.links).mode & 0o777).toBe(0o600);
  const [study] = await database.sql`select links_file_made as made from study where id = ${id}`;
  expect(study?.made).toBe(true);
});

test("a file that is there already is not overwritten, and nobody is added", async () => {
  const { slug, id } = await aStudy("no-overwriting", { experts: 1, open: false });
  const links = path.join(folder, "mine.csv");
  writeFileSync(links, "precious");
  const run = await invite(slug, "ada@town.eu", links);
  expect(run.code).toBe(1);
  expect(run.complaints).toContain("not overwritten");
  expect(readFileSync(links, "utf8")).toBe("precious");
  expect(await database.sql`select 1 from invitation where study_id = ${id}`).toHaveLength(1);
});

test("where nothing can be read the command fails, and leaves neither a file nor a mark on the study", async () => {
  const { slug, id } = await aStudy("nothing", { experts: 1, open: false });
  const run = await invite(slug, "name,telephone\nAda,123\n");
  expect(run.code).toBe(1);
  expect(run.complaints).toContain("line 2: “Ada, 123” holds no e-mail address.");
  expect(run.complaints).toContain(
    "No link was written. 0 people added, 0 on the roll before, 2 rows not read.",
  );
  expect(existsSync(run.links)).toBe(false);
  const [study] = await database.sql`select links_file_made as made from study where id = ${id}`;
  expect(study?.made).toBe(false);
  const unknown = await invite("no-such-study", "ada@town.eu");
  expect([unknown.code, unknown.complaints.trim()]).toEqual([
    1,
    "There is no study with the address “no-such-study”.",
  ]);
});

test("a link that was opened already leaves no more, nor does one that was revoked", async () => {
  const { slug, links } = await aStudy("opened", { experts: 3, open: false });
  await seatBehind(links[0]!);
  await database.sql`update invitation set revoked_at = now() where address = 'e1@opened.example'`;
  const addresses = [0, 1, 2].map((at) => `e${at}@opened.example`).concat("somebody@else.example");
  const made = value(await makeLinks(system, { study: slug, addresses }));
  expect(made.links.map((link) => link.address)).toEqual(["e2@opened.example"]);
  expect(made.opened).toEqual(["e0@opened.example"]);
  await expect(makeLinks(visitor, { study: slug, addresses })).rejects.toThrow(NotFound);
});

test("5,000 people get 5,000 different links", async () => {
  const { slug } = await aStudy("many", { experts: 1, open: false });
  const panel = Array.from({ length: 5000 }, (_, at) => `Person ${at} <p${at}@town.eu>`).join("\n");
  const run = await invite(slug, panel);
  expect(run.code).toBe(0);
  const tokens = rowsOf(run.links)
    .slice(1)
    .map((row) => row.split("#")[1]);
  expect(new Set(tokens).size).toBe(5000);
});

test("a name that looks like a formula is none in the file", () => {
  const csv = asCsv([{ name: '=HYPERLINK("x")', address: "a@town.eu", token: "T" }], "https://x.org");
  expect(csv).toBe('\uFEFFname,address,link\r\n"\'=HYPERLINK(""x"")",a@town.eu,https://x.org/join#T\r\n');
});
