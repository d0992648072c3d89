import { setTimeout as pause } from "node:timers/promises";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";

test.use({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });

const AWAY = "Not saved yet: the server can’t be reached.";

type Draft = {
  readonly answers: readonly { readonly item: string; readonly part: string; readonly value: unknown }[];
};

/** What the server has of an expert, by the control's name. */
async function onServer(context: BrowserContext): Promise<Record<string, unknown>> {
  const answer = await context.request.get("/api/panel/questionnaire");
  const { answers } = (await answer.json()) as Draft;
  return Object.fromEntries(answers.map(({ item, part, value }) => [`${item}/${part}`, value]));
}

const inTab = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("tholos ")));

const groupsOf = (page: Page): Promise<string[]> =>
  page
    .locator("main input[type=radio]")
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);

const choose = (page: Page, name: string, value: number) =>
  page.locator(`label:has(input[name="${name}"][value="${value}"])`).click();

const chosen = (page: Page, name: string) => page.locator(`input[name="${name}"]:checked`);

/** An expert of the demo in the open round, at the first section that has two questions with points. */
async function expertAt(page: Page): Promise<readonly [string, string, string]> {
  await page.goto("/");
  await page.getByRole("button", { name: "Answer round 3" }).click();
  await page.waitForURL("**/panel**");
  await page.getByRole("link", { name: /^(Begin|Go on with) round 3$/ }).click();
  await page.waitForURL("**/panel/questionnaire/**");
  for (;;) {
    const address = page.url();
    const groups = await groupsOf(page);
    if (groups.length >= 3) return [groups[0]!, groups[1]!, groups[2]!];
    await page.getByRole("button", { name: "Save and continue" }).click();
    await page.waitForURL((url) => url.toString() !== address);
  }
}

/** Answers without a network and goes elsewhere, where the browser can only say that there is no network. */
async function leaveOffline(page: Page, name: string, value: number, place: string): Promise<void> {
  await page.context().setOffline(true);
  await choose(page, name, value);
  await expect(page.getByRole("alert").filter({ hasText: AWAY })).toBeVisible();
  await loseLastWords(page);
  await expect(page.goto(place)).rejects.toThrow("ERR_INTERNET_DISCONNECTED");
  await expect(page).toHaveURL(/^chrome-error:/);
}

/**
 * The browser's pretended lack of a network ends for a page as soon as it is left, so that what it sends as it goes
 * would arrive; with a real one it wouldn't.
 */
const loseLastWords = (page: Page) =>
  page.evaluate(() => {
    window.fetch = () => Promise.reject(new TypeError("no network"));
  });

test("the expert's page keeps its draft when the server is away and sends it when it is back", async ({
  page,
  context,
}) => {
  const [first, second, third] = await expertAt(page);
  await choose(page, first, 4);
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  expect(await onServer(context)).toMatchObject({ [first]: 4 });
  expect(await inTab(page)).toEqual([]);

  await context.setOffline(true);
  await choose(page, first, 2);
  await choose(page, second, 5);
  await expect(page.getByRole("alert").filter({ hasText: AWAY })).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("away.png") });
  await page.route("**/api/panel/draft", async (route) => {
    await pause(1000);
    await route.abort();
  });
  const again = page.waitForRequest("**/api/panel/draft");
  await page.getByRole("button", { name: /^Save and/ }).click();
  await again;
  expect(await page.getByText(AWAY).isVisible(), "where the answers are stays on the page at every try").toBe(
    true,
  );
  await page.unrouteAll({ behavior: "wait" });
  expect(await onServer(context)).toMatchObject({ [first]: 4 });
  expect(await inTab(page)).toHaveLength(1);

  await context.setOffline(false);
  await expect(page.getByText(/^Saved at/)).toBeVisible();
  expect(await onServer(context)).toMatchObject({ [first]: 2, [second]: 5 });
  expect(await inTab(page)).toEqual([]);

  await test.step("a reload without a network loses nothing", async () => {
    const section = page.url();
    await leaveOffline(page, third, 1, section);
    expect((await onServer(context))[third]).toBeUndefined();
    await context.setOffline(false);
    await page.goto(section);
    await expect(chosen(page, third)).toHaveValue("1");
    await expect(chosen(page, first)).toHaveValue("2");
    await expect(page.getByText(/^Saved at/)).toBeVisible();
    expect(await onServer(context)).toMatchObject({ [first]: 2, [second]: 5, [third]: 1 });
    expect(await inTab(page)).toEqual([]);
  });

  await test.step("what is left in the tab comes into the review and the submission, and leaves the tab", async () => {
    await leaveOffline(page, third, 3, "/panel/review");
    await context.setOffline(false);
    await page.goto("/panel/review");
    await expect.poll(() => inTab(page)).toEqual([]);
    await page.locator("#submit").getByRole("link", { name: "Submit round 3" }).click();
    await page.getByRole("button", { name: /^Submit/ }).click();
    await expect(page.getByRole("heading", { name: "Your answers to round 3 are submitted" })).toBeVisible();
    expect(await onServer(context)).toMatchObject({ [first]: 2, [second]: 5, [third]: 3 });
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  });
});
