import { type Browser, expect, type Page, test } from "@playwright/test";
import { join } from "./expert";
import { closeRound, openRound, pressAndConfirm, signIn, tab } from "./facilitator";
import { mailTo } from "./mailbox";
import { addFacilitator } from "./roll";
import { listen, soundPage } from "./sound-page";

const APP = process.env.E2E_MAIL_URL!;
/** Of this journey alone: a link that another one asked for would sign in once only. */
const DESK = "crossings@tholos-institute.org";
const STUDY = "what-to-build-first";
const OPTIONS = ["A bridge", "A ferry", "A tunnel"];
const RANKING = "What should be built first?";
const ALLOCATION = "How should the money be shared?";

/** Ranks and points in the order of the options: four experts agree, two put the ferry first. */
const ANSWERS = [0, 1, 2, 3, 4, 5].map((at) =>
  at < 4 ? { ranks: [1, 2, 3], points: [60, 30, 10] } : { ranks: [2, 1, 3], points: [50, 40, 10] },
);
const PHONE = 0;
const NO_SCRIPT = 1;
const addressOf = (at: number): string => `builder-${at + 1}@order-panel.org`;

async function pageOf(browser: Browser, at: number): Promise<Page> {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const context = await browser.newContext({
    ...(at === PHONE ? phone : { viewport: { width: 1280, height: 900 } }),
    javaScriptEnabled: at !== NO_SCRIPT,
  });
  return context.newPage();
}

const item = (page: Page, title: string) =>
  page.locator("section[data-item]").filter({ has: page.getByRole("heading", { name: title }) });

async function choose(page: Page, title: string, values: readonly number[]): Promise<void> {
  for (const [at, option] of OPTIONS.entries())
    await item(page, title).getByLabel(option, { exact: true }).selectOption(String(values[at]));
}

async function goOn(page: Page): Promise<void> {
  const address = page.url();
  await page.getByRole("button", { name: /^Save and (continue|review)$/ }).click();
  await page.waitForURL((url) => url.toString() !== address);
}

test("a study with a ranking and points goes from its design to an edition", async ({ browser }) => {
  test.setTimeout(12 * 60_000);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  const complaints = listen(desk, APP);
  addFacilitator(DESK);
  await signIn(desk, DESK);

  await test.step("both are written on the desk, with their rules, and looked at as an expert", async () => {
    await desk.getByRole("link", { name: "New study" }).click();
    await desk.getByLabel("Title").fill("What to build first");
    await desk.getByLabel("The question").fill("Which crossing does the town need?");
    await desk.getByText("Blank", { exact: false }).first().click();
    await desk.getByRole("button", { name: "Make the study", exact: true }).click();
    await expect(desk.getByText("The study was made, as a draft that only you can see.")).toBeVisible();
    for (const [kind, title] of [
      ["a ranking", RANKING],
      ["an allocation of points", ALLOCATION],
    ] as const) {
      await desk.getByRole("link", { name: kind, exact: true }).click();
      await soundPage(desk, complaints);
      await desk.getByLabel("Title").fill(title);
      await desk.getByLabel(/^What (is put in order|can be given points)/).fill(OPTIONS.join("\n"));
      await desk.getByRole("button", { name: "Save" }).click();
      await expect(desk.getByText(title, { exact: true }).first()).toBeVisible();
    }
    await soundPage(desk, complaints);
    await desk.goto(`${APP}/preview/${STUDY}/ranking`);
    await soundPage(desk, complaints);
    await desk.goto(`${APP}/desk/studies/${STUDY}/design/protocol`);
    await expect(desk.getByText("Rules for rankings")).toBeVisible();
    await soundPage(desk, complaints);
  });

  await test.step("six people are invited and round 1 opens", async () => {
    await tab(desk, "Panel");
    await desk
      .getByLabel("Paste addresses or a table")
      .fill(ANSWERS.map((_, at) => addressOf(at)).join("\n"));
    await desk.getByRole("button", { name: "Look at what this would add" }).click();
    await desk.getByRole("button", { name: "Add 6 people" }).click();
    await expect(desk.getByRole("heading", { name: "Panel of 6 people" })).toBeVisible();
    await openRound(desk, 1);
    await tab(desk, "Overview");
    await pressAndConfirm(desk, "Send 6 invitations");
  });

  const experts: Page[] = [];
  await test.step("what is missing is said at its place, and nothing unfinished can be submitted", async () => {
    for (const [at, { ranks, points }] of ANSWERS.entries()) {
      const page = await pageOf(browser, at);
      experts.push(page);
      const [link, code] = await mailTo(
        process.env.E2E_MAILBOX!,
        addressOf(at),
        /http\S+\/join#([0-9A-Z-]+)/,
      );
      if (at === NO_SCRIPT) {
        await page.goto(`${APP}/join`);
        await page.getByLabel("The code in your invitation").fill(code!);
        await page.getByRole("button", { name: "Open the questionnaire" }).click();
        await page.getByRole("button", { name: "I agree to take part" }).click();
      } else await join(page, link);
      await page.waitForURL("**/panel/questionnaire/**");
      if (at <= NO_SCRIPT) await unfinished(page, at);
      await choose(page, RANKING, ranks);
      await goOn(page);
      await choose(page, ALLOCATION, points);
      await goOn(page);
      await page.getByRole("button", { name: "Submit round 1" }).click();
      await expect(
        page.getByRole("heading", { name: "Your answers to round 1 are submitted" }),
      ).toBeVisible();
    }
    await closeRound(desk, 1);
  });

  await test.step("round 2 shows the panel's order beside one's own, and one click keeps an answer", async () => {
    await desk.goto(`${APP}/desk/studies/${STUDY}/analysis/1`);
    await expect(desk.getByText("“A bridge” comes first with a mean rank of 1.3").first()).toBeVisible();
    await soundPage(desk, complaints);
    await openRound(desk, 2);
    for (const [at, page] of experts.entries()) {
      await page.goto(`${APP}/panel/questionnaire`);
      if (at === PHONE) {
        await expect(page.getByText("Your last rank: 1")).toBeVisible();
        await expect(page.getByText("mean rank 1.3").first()).toBeVisible();
        await soundPage(page, []);
      }
      for (const title of [RANKING, ALLOCATION]) {
        await item(page, title)
          .getByRole("button", { name: /^Keep my/ })
          .click();
        if (at === NO_SCRIPT) await page.waitForLoadState("networkidle");
        await goOn(page);
      }
      await page.getByRole("button", { name: "Submit round 2" }).click();
      await expect(
        page.getByRole("heading", { name: "Your answers to round 2 are submitted" }),
      ).toBeVisible();
    }
    await closeRound(desk, 2);
  });

  await test.step("a reader finds what comes first and how points were given, in words, tables and files", async () => {
    await tab(desk, "Publication");
    await pressAndConfirm(desk, "Publish edition 1");
    await expect(desk.getByText("Edition 1 is published.")).toBeVisible();
    const reader = await pageOf(browser, NO_SCRIPT + 1);
    const heard = listen(reader, APP);
    for (const place of [
      "results",
      "results/items/what-should-be-built-first",
      "results/explore",
      "editions/1/report",
    ]) {
      await reader.goto(`${APP}/studies/${STUDY}/${place}`);
      await soundPage(reader, heard);
    }
    await reader.goto(`${APP}/studies/${STUDY}/results`);
    await expect(reader.locator("main")).toContainText("“A bridge” comes first with a mean rank of 1.3");
    await expect(reader.locator("main")).toContainText("“A bridge” gets most, a median of 60 of 100 points");
    const csv = await (await reader.request.get(`${APP}/studies/${STUDY}/results.csv`)).text();
    expect(csv).toContain("mean_rank");
    const picture = await reader.request.get(`${APP}/studies/${STUDY}/editions/1/pictures/foremost-1.svg`);
    expect(await picture.text()).toContain("A bridge");
  });
});

/** A rank given twice, then a sum that is not all points: said in words, and again before the submission. */
async function unfinished(page: Page, at: number): Promise<void> {
  await choose(page, RANKING, [2, 2, 3]);
  if (at !== NO_SCRIPT) await expect(page.getByText("Rank 2 is given 2 times.")).toBeVisible();
  if (at !== NO_SCRIPT) await soundPage(page, []);
  await goOn(page);
  await choose(page, ALLOCATION, [60, 30, 5]);
  if (at !== NO_SCRIPT)
    await expect(page.getByText("You have given 95 of 100 points: 5 are left.")).toBeVisible();
  await goOn(page);
  const notice = page.locator("#submit");
  await expect(notice.getByText("2 answers are not finished yet")).toBeVisible();
  await expect(notice).toContainText("Rank 2 is given 2 times.");
  await expect(notice).toContainText("You have given 95 of 100 points: 5 are left.");
  await expect(page.getByRole("button", { name: "Submit round 1" })).toHaveCount(0);
  if (at !== NO_SCRIPT) await soundPage(page, []);
  await notice.getByRole("link", { name: RANKING }).click();
  await page.waitForURL("**/panel/questionnaire/**");
  await expect(page.getByText("Rank 2 is given 2 times.")).toBeVisible();
}
