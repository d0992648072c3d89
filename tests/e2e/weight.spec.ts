import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";

/** Script bytes on the wire, gzipped, of one page opened with an empty cache. */
async function scriptWeight(page: Page, place: string): Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(place, { waitUntil: "networkidle" });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("the questionnaire carries at most 25 kB of script above a bare page", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_DEMO_URL });
  const bare = await scriptWeight(await context.newPage(), "/method");
  const start = await context.newPage();
  await start.goto("/");
  await start.getByRole("button", { name: "Answer round 3" }).click();
  await start.waitForURL("**/panel**");
  const agree = start.getByRole("button", { name: "I agree to take part" });
  if (await agree.isVisible()) await agree.click();
  const fresh = await browser.newContext({
    baseURL: process.env.E2E_DEMO_URL,
    storageState: await context.storageState(),
  });
  const questionnaire = await scriptWeight(await fresh.newPage(), "/panel/questionnaire");
  console.log(`script, gzip: bare page ${bare}, questionnaire ${questionnaire}`);
  expect(questionnaire - bare).toBeLessThanOrEqual(25_000);
});

const RESULTS = "/studies/reengage-belarus-rehearsal/results";

/** The bytes of a page's own HTML on the wire, gzipped. */
async function pageWeight(request: APIRequestContext, place: string): Promise<number> {
  const answer = await request.get(place);
  expect(answer.status(), place).toBe(200);
  return gzipSync(await answer.body()).length;
}

test("results carry no script of their own, and their page at most 76 kB", async ({ browser, request }) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_DEMO_URL });
  const bare = await scriptWeight(await context.newPage(), "/method");
  for (const place of [RESULTS, `${RESULTS}/items/stance`]) {
    const fresh = await browser.newContext({ baseURL: process.env.E2E_DEMO_URL });
    const script = await scriptWeight(await fresh.newPage(), place);
    const page = await pageWeight(request, place);
    console.log(`${place}: page ${page}, script ${script} (bare page ${bare}), gzip`);
    // Next's own pieces differ by a few hundred bytes from route to route.
    expect(script - bare, place).toBeLessThanOrEqual(2000);
    expect(page, place).toBeLessThanOrEqual(76_000);
  }
});

test("each question of an edition has a page, and the page of the whole leads to all of them", async ({
  page,
}) => {
  await page.goto(RESULTS);
  const leads = await page
    .locator(`a[href^="${RESULTS}/items/"]`)
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")!))]);
  expect(leads.length).toBeGreaterThan(25);
  for (const place of leads) {
    const title = await page.request.get(place);
    expect(title.status(), place).toBe(200);
  }
  expect((await page.request.get(`${RESULTS}/items/none`)).status()).toBe(404);
  expect((await page.request.get("/studies/reengage-belarus/results/items/stance")).status()).toBe(404);
});
