import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withDigestList } from "@/delphi/verification/bundle-files";
import { type BundleFiles, packBundle, unpackBundle } from "@/delphi/verification/zip";
import { type App, startApp } from "../e2e/app";
import { findChromium } from "../e2e/chromium";
import { sha256, textOf } from "./a-bundle";

const STUDY = "/studies/reengage-belarus-rehearsal";
const folder = mkdtempSync(path.join(os.tmpdir(), "tholos-bundles-"));
let app: App;
let browser: Browser;
let bytes: Uint8Array;
let files: BundleFiles;

beforeAll(async () => {
  app = await startApp();
  const { executable, libraries } = await findChromium();
  browser = await chromium.launch({
    executablePath: executable,
    args: ["--no-sandbox", "--disable-gpu"],
    env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) } as Record<string, string>,
  });
  bytes = await download(`${STUDY}/editions/1/bundle.zip`);
  files = unpackBundle(bytes) as BundleFiles;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const download = async (place: string) =>
  new Uint8Array(await (await fetch(`${app.url}${place}`)).arrayBuffer());

function file(name: string, content: Uint8Array | string): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

/** As somebody without an account runs it. */
function command(...args: string[]): Promise<{ code: number; said: string }> {
  const line = ["--import", "tsx", "cli/verify.ts", ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, line, { maxBuffer: 1e8 }, (error, out, complaint) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + complaint }),
    );
  });
}

/** As a browser without script sends it: the form's hidden fields, the archive, and an answer in one page. */
async function page(archive: Uint8Array): Promise<string> {
  const html = await (await fetch(`${app.url}/verify`)).text();
  const form = new FormData();
  for (const [field] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(field) ?? [];
    const [, value] = /value="([^"]*)"/.exec(field) ?? [];
    form.append(name!, (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"));
  }
  form.append("bundle", new Blob([Uint8Array.from(archive)]), "bundle.zip");
  form.append("digest", "");
  const answer = await fetch(`${app.url}/verify`, {
    method: "POST",
    body: form,
    headers: { origin: app.url },
  });
  expect(answer.status).toBe(200);
  return answer.text();
}

const replaced = (name: string, from: RegExp, to: string): BundleFiles => {
  const text = textOf(files, name);
  expect(text).toMatch(from);
  const other = new Map(files).set(name, new TextEncoder().encode(text.replace(from, to)));
  other.delete("SHA256SUMS");
  return withDigestList(other, sha256);
};

describe("tampering", () => {
  test("a changed byte is found by the verify page and command", async () => {
    const whole = await command(file("whole.zip", bytes));
    expect(whole.said).toContain("everything that can be checked holds");
    expect(whole.code).toBe(0);
    expect(await page(bytes)).toContain("Everything that can be checked holds");

    const receipt = textOf(files, "receipts/round-1.txt").slice(0, 64);
    const part = [...files.keys()].find((name) => name.startsWith("parts/"))!;
    const changed: Readonly<Record<string, Uint8Array>> = {
      "a count": packBundle(replaced("edition.json", /"counts":\[\d+/, '"counts":[9')),
      "a median": packBundle(replaced("edition.json", /"median":\d/, '"median":7')),
      "a text": packBundle(replaced(part, /"text":"./, '"text":"~')),
      "a receipt": packBundle(replaced("edition.json", new RegExp(receipt), `${receipt.slice(1)}0`)),
      "a digest": packBundle(
        new Map(files).set(
          "SHA256SUMS",
          new TextEncoder().encode(textOf(files, "SHA256SUMS").replace(/[0-8]/, "9")),
        ),
      ),
      "the chain": packBundle(replaced("edition.json", /"previous":null/, `"previous":"${receipt}"`)),
      "the table": packBundle(replaced("results.csv", /,panel,/, ",pane1,")),
      "a truncated archive": bytes.slice(0, Math.floor(bytes.length * 0.9)),
    };
    for (const [what, archive] of Object.entries(changed)) {
      const { code, said } = await command(file("changed.zip", archive));
      expect(said, what).toContain("FAILS");
      expect(code, what).toBe(1);
      expect(await page(archive), what).toMatch(/Not everything holds|can’t be read as a bundle/);
    }
  });

  test("one who forges everything alike is found by the page, which knows what was published", async () => {
    const forged = packBundle(replaced("edition.json", /"publishedOn":"\d{4}/, '"publishedOn":"1999'));
    expect(await page(forged)).toContain("edition.json was changed");
    expect(
      (await command(file("forged.zip", forged), "--digest", sha256(files.get("edition.json")!))).code,
    ).toBe(1);
  });

  test("a receipt is looked up by the command and the page without an account", async () => {
    const receipt = textOf(files, "receipts/round-2.txt").slice(0, 64);
    expect(await command(file("whole.zip", bytes), "--receipt", receipt)).toMatchObject({ code: 0 });
    expect(await command(file("whole.zip", bytes), "--receipt", "0".repeat(64))).toMatchObject({ code: 1 });
    const reader = await browser.newPage();
    for (const [typed, said] of [
      [receipt, "It was counted"],
      ["0".repeat(64), "It is not in the lists"],
      ["12", "A receipt has 64 characters"],
    ] as const) {
      await reader.goto(`${app.url}${STUDY}/receipts`);
      await reader.getByLabel("Receipt").fill(typed);
      await reader.getByRole("button", { name: "Look it up" }).click();
      await reader.getByText(said).first().waitFor();
    }
    await reader.close();
  });

  test("the archive holds what its README names and nothing else, and its own program finds every figure again", async () => {
    const named = textOf(files, "README.txt")
      .split("\n")
      .flatMap((line) => /^([A-Za-z0-9.-]+\/?) {2,}\S/.exec(line)?.[1] ?? []);
    const inside = [...files.keys()].map((name) => name.replace(/\/.*$/, "/"));
    expect([...new Set(inside)].sort()).toEqual([...named, "README.txt"].sort());
    expect(bytes.length).toBeLessThan(1_000_000);
    const place = path.join(folder, "unpacked");
    for (const [name, body] of files) {
      mkdirSync(path.dirname(path.join(place, name)), { recursive: true });
      writeFileSync(path.join(place, name), body);
    }
    if (spawnSync("python3", ["--version"]).status !== 0) return;
    const { stdout, status } = spawnSync("python3", [path.join(place, "recompute.py")], { encoding: "utf8" });
    expect(stdout).toContain("Every file has the digest that SHA256SUMS lists.");
    expect(stdout).toContain("Everything that can be computed matches.");
    expect(status).toBe(0);
  });

  test("the archive is the same bytes each time, by number and as the latest", async () => {
    expect(sha256(await download(`${STUDY}/bundle.zip`))).toBe(sha256(bytes));
  });
});

describe("locked protocol", () => {
  const digestOn = async (open: Page, file: string) => {
    const [digest] = (await open.locator("main").textContent())!.match(/[0-9a-f]{64}/) ?? [];
    const text = await (await open.request.get(`${app.url}${file}`)).text();
    expect(sha256(text)).toBe(digest);
    return digest;
  };

  test("its digest is the same for panel, facilitator and reader, and each can hash the text themselves", async () => {
    const reader = await browser.newPage();
    await reader.goto(`${app.url}${STUDY}`);
    const digest = await digestOn(reader, `${STUDY}/protocol.json`);
    await reader.close();

    const expert = await browser.newPage();
    await expert.goto(app.url);
    await expert.getByRole("button", { name: /^Answer round/ }).click();
    await expert.waitForURL(/\/panel/);
    await expert.goto(`${app.url}/panel`);
    expect(await digestOn(expert, "/panel/protocol.json")).toBe(digest);
    await expert.close();

    const desk = await browser.newPage();
    await desk.goto(`${app.url}/desk/sign-in`);
    await desk.getByRole("button", { name: "Sign in as the demo facilitator" }).click();
    await desk.waitForURL(/\/desk$/);
    await desk.goto(`${app.url}/desk${STUDY}/design`);
    expect(await digestOn(desk, `/desk${STUDY}/protocol.json`)).toBe(digest);
    await desk.close();
    expect((await fetch(`${app.url}/desk${STUDY}/protocol.json`)).status).toBe(404);
    expect((await fetch(`${app.url}/panel/protocol.json`)).status).toBe(404);
  });
});
