import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { mailTo } from "../e2e/mailbox";
import { SCRIPT_PAYLOADS } from "./script-payloads";

const APP = process.env.E2E_MAIL_URL!;
const ROOT = process.env.E2E_ROOT!;

test.setTimeout(8 * 60_000);
// One after the other: the study is planted once.
test.describe.configure({ mode: "serial" });

type Planted = {
  readonly slug: string;
  readonly link: string;
  readonly token: string;
  readonly ids: { readonly invitation: string; readonly mailing: string };
};
let planted: Planted;

test.beforeAll(() => {
  const script = path.join(ROOT, "tests", "trust", "plant-scripts.ts");
  const said = execFileSync(process.execPath, ["--import", "tsx", script], {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      THOLOS_DATA: process.env.E2E_MAIL_DATA,
      NEXTAUTH_URL: APP,
      SMTP_URL: process.env.E2E_SMTP_URL,
    },
  });
  planted = JSON.parse(said.trim().split("\n").at(-1)!) as Planted;
});

/** Everything that a script of a stranger could be noticed by: dialogs, and what the policy had to stop. */
async function watch(context: BrowserContext): Promise<string[]> {
  const noticed: string[] = [];
  await context.exposeBinding("noticed", ({ page }, what: string) => {
    noticed.push(`${page.url()}: ${what}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sample } = event;
      (window as unknown as { noticed(what: string): void }).noticed(
        `policy ${violatedDirective} ${blockedURI} ${sample}`,
      );
    });
  });
  context.on("dialog", async (dialog) => {
    noticed.push(`${dialog.page()?.url()}: dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  return noticed;
}

/** Opens a page, and everything in it that opens. */
async function read(page: Page, place: string): Promise<void> {
  const answer = await page.goto(`${APP}${place}`);
  expect(answer?.status(), place).toBeLessThan(400);
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll<HTMLElement>("input, textarea, select, [tabindex]"))
      one.focus();
  });
}

const statusOf = async (page: Page, place: string): Promise<number> =>
  (await page.request.get(`${APP}${place}`)).status();

const html = (body: string): string => `<!doctype html><html><body>${body}</body></html>`;

test("the payloads do run where texts are written into a page unescaped and no policy stands in their way", async ({
  browser,
}) => {
  const context = await browser.newContext();
  const noticed = await watch(context);
  const ran = new Set<number>();
  for (const [at, payload] of SCRIPT_PAYLOADS.entries()) {
    const page = await context.newPage();
    const before = noticed.length;
    await page.route("http://broken.test/**", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: route.request().isNavigationRequest() ? html(payload) : "",
      }),
    );
    await page.goto("http://broken.test/", { waitUntil: "load" }).catch(() => {});
    await page.waitForTimeout(120);
    if (noticed.length > before) ran.add(at);
    await page.close();
  }
  console.log(`stored scripts: ${ran.size} of ${SCRIPT_PAYLOADS.length} payloads run on the broken page`);
  expect(ran.size).toBeGreaterThan(35);
});

test("under our policy an unescaped text runs nothing, and the policy tells of it", async ({ browser }) => {
  const context = await browser.newContext();
  const noticed = await watch(context);
  const page = await context.newPage();
  const policy = (await page.request.get(`${APP}/join`)).headers()["content-security-policy"]!;
  for (const payload of SCRIPT_PAYLOADS) {
    await page.route(`${APP}/broken`, (route) =>
      route.fulfill({
        contentType: "text/html",
        headers: { "content-security-policy": policy },
        body: html(payload),
      }),
    );
    await page.goto(`${APP}/broken`, { waitUntil: "load" }).catch(() => {});
    await page.waitForTimeout(60);
    await page.unroute(`${APP}/broken`);
  }
  expect(noticed.filter((one) => one.includes("dialog"))).toEqual([]);
  expect(noticed.filter((one) => one.includes("policy")).length).toBeGreaterThan(35);
});

test("stored scripts: sixty scripts in every text that people write run on no page of nobody, and the policy has nothing to stop", async ({
  browser,
}) => {
  expect(new Set(SCRIPT_PAYLOADS).size).toBe(60);
  const context = await browser.newContext();
  const noticed = await watch(context);
  const page = await context.newPage();
  const { slug, link, token, ids } = planted;

  for (const place of [
    "/",
    "/studies",
    `/studies/${slug}`,
    `/studies/${slug}/results`,
    `/studies/${slug}/editions/1`,
    `/studies/${slug}/results/answer`,
    `/studies/${slug}/results/explore`,
    `/studies/${slug}/results/items/option-20`,
    `/studies/${slug}/editions/1/items/open`,
    `/series/${slug}`,
  ])
    await test.step(`a reader at ${place}`, () => read(page, place));

  await page.goto(`${APP}/join#${link}`);
  await page.getByRole("button", { name: "Open the questionnaire" }).click();
  await page.waitForURL("**/panel**");
  for (const place of [
    "/panel",
    "/panel/positions",
    "/panel/letter",
    "/panel/questionnaire",
    "/panel/review",
    "/panel/receipt",
    "/panel/questions",
  ])
    await test.step(`an expert at ${place}`, () => read(page, place));

  await page.goto(`${APP}/desk/sign-in/confirm#${token}`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/desk$/);
  for (const place of deskPlaces(slug, ids)) {
    // What can only be edited before the lock is found in the draft.
    const locked = (await statusOf(page, place)) === 404;
    const there = locked ? place.replace(`/${slug}`, `/${slug}-draft`) : place;
    await test.step(`a facilitator at ${there}`, () => read(page, there));
  }
  expect(await page.getByText("alert(1)").count()).toBeGreaterThan(0);
  expect(noticed).toEqual([]);
});

test("the invitation of such a study runs nothing either when its mail is opened", async ({ browser }) => {
  const context = await browser.newContext();
  const noticed = await watch(context);
  const html = /content-type: text\/html[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/i;
  const [, body] = await mailTo(process.env.E2E_MAILBOX!, "e0@planted.example", html);
  const page = await context.newPage();
  await page.setContent(body!);
  await page.waitForTimeout(300);
  expect(noticed).toEqual([]);
});

/** Every page of the desk that the build has, for the planted study. */
function deskPlaces(slug: string, ids: Planted["ids"]): string[] {
  const manifest = JSON.parse(
    readFileSync(path.join(ROOT, ".next", "app-path-routes-manifest.json"), "utf8"),
  ) as Record<string, string>;
  const filled: Readonly<Record<string, string>> = {
    slug,
    ...ids,
    round: "1",
    item: "option-20",
    position: "position-20",
    source: "source-20",
    section: "section-20",
    letter: "invitation",
  };
  return Object.entries(manifest)
    .filter(
      ([file, route]) => file.endsWith("/page") && route.startsWith("/desk") && !route.includes("sign-in"),
    )
    .filter(([, route]) => !/outbox|\[mail\]|rehearsal/.test(route))
    .map(([, route]) => {
      // The sheet of the next round is there between two rounds only.
      const own = route.endsWith("rounds/open") ? { ...filled, slug: `${slug}-between` } : filled;
      return route.replace(/\[(\w+)\]/g, (_, name: string) => own[name]!);
    });
}
