import { expect, type Page, test } from "@playwright/test";

const RESULTS = "/studies/reengage-belarus-rehearsal/results";

test.use({ baseURL: process.env.E2E_DEMO_URL });

/** Letters of twice the size, as readers set them, with everything laid out. */
async function doubleLetters(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 200% !important } * { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

test("with letters twice as large on the smallest screen nothing sticks out", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of [`${RESULTS}/items/stance`, `${RESULTS}/answer`, "/method", "/verify", "/join"]) {
    await page.goto(place);
    await doubleLetters(page);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, place).toBeLessThanOrEqual(0);
  }
});

test("the headings of results and of each kind of question leave out no level", async ({ page }) => {
  for (const item of ["", "/items/stance", "/items/tighten-sanctions", "/items/frozen-front"]) {
    await page.goto(`${RESULTS}${item}`);
    const levels = await page
      .locator("main :is(h1, h2, h3, h4, h5, h6)")
      .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
    const left = levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1);
    expect(left, item).toEqual([]);
  }
});

test("where a reader sets the colours, the chosen answer has a frame and the others have none", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(`${RESULTS}/answer`);
  const chosen = page.locator("label", { has: page.locator("> input[type=radio]") });
  await chosen.first().click();
  await expect(chosen.first()).toHaveCSS("outline-style", "solid");
  await page.locator("h1").click();
  await expect(chosen.nth(1)).toHaveCSS("outline-style", "none");
});

test("the page of results says at once what was found, why experts disagree and how sure one can be", async ({
  page,
}) => {
  await page.goto(RESULTS);
  const short = page.getByRole("region", { name: "In short" });
  await expect(
    short.getByRole("img", { name: /No: keep isolating Minsk: \d+|^No: \d+; Mostly no: \d+/ }),
  ).toBeVisible();
  await expect(
    short.getByText(/invited experts answered round 2, so each answer weighs about/),
  ).toBeVisible();
  await short.getByRole("link", { name: "Why they disagree" }).click();
  await expect(page.getByText(/From experts who answered “No” or “Mostly no”/).first()).toBeInViewport();
});
