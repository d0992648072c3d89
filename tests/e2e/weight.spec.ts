import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";

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
  const results = await scriptWeight(await fresh.newPage(), "/studies/reengage-belarus-rehearsal/results");
  console.log(`script, gzip: bare page ${bare}, questionnaire ${questionnaire}, results ${results}`);
  expect(questionnaire - bare).toBeLessThanOrEqual(25_000);
});
