import { type Browser, expect, type Page, test } from "@playwright/test";
import { answerRound, join, joinByCode } from "./expert";
import { closeRound, openRound, pressAndConfirm, signIn, tab } from "./facilitator";
import { mailTo } from "./mailbox";
import { addFacilitator, FACILITATOR } from "./roll";

const APP = process.env.E2E_MAIL_URL!;
const STUDY = "reengage-belarus";
const ASKED = ["Start with low-cost diplomatic contact", "Tighten sanctions", "A frozen front in Ukraine"];

/** Where each of the eight stands, by round: round 2 moves enough for a third, which holds still. */
const LEANS = [
  [4, 5, 5],
  [4, 5, 5],
  [4, 5, 5],
  [5, 5, 5],
  [4, 4, 4],
  [2, 1, 1],
  [1, 1, 1],
  [2, 2, 2],
];
const PHONE = 0;
const NO_SCRIPT = 1;

const addressOf = (at: number): string => `expert-${at + 1}@tholos-institute.org`;

async function pageOf(browser: Browser, at: number): Promise<Page> {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
  const context = await browser.newContext({
    ...(at === PHONE ? phone : { viewport: { width: 1280, height: 900 } }),
    javaScriptEnabled: at !== NO_SCRIPT,
  });
  return context.newPage();
}

test("a facilitator and eight experts take a study through three rounds to publication, and a reader finds it", async ({
  browser,
}) => {
  test.setTimeout(15 * 60_000);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  addFacilitator(FACILITATOR);
  await signIn(desk, FACILITATOR);

  await test.step("the facilitator imports the panel, invites it and opens round 1", async () => {
    await desk.goto(`${APP}/desk/studies/${STUDY}`);
    await tab(desk, "Panel");
    const people = LEANS.map((_, at) => `Expert ${at + 1} <${addressOf(at)}>`);
    await desk.getByLabel("Paste addresses or a table").fill([...people, "not an address"].join("\n"));
    await desk.getByRole("button", { name: "Look at what this would add" }).click();
    await expect(desk.getByText("“not an address” holds no e-mail address.")).toBeVisible();
    await expect(desk.getByRole("heading", { name: "No panel yet" })).toBeVisible();
    await desk.getByRole("button", { name: "Add 8 people" }).click();
    await expect(desk.getByRole("heading", { name: "Panel of 8 people" })).toBeVisible();
    await tab(desk, "Overview");
    await pressAndConfirm(desk, "Send 8 invitations");
    await expect(desk.getByText("8 invitations are on the way.")).toBeVisible();
    await openRound(
      desk,
      1,
      (title) => ASKED.some((one) => title.includes(one)) || /Should Europe|confident/.test(title),
    );
  });

  const experts: Page[] = [];
  const receipts: string[] = [];
  await test.step("eight experts open their links and answer round 1, on a phone, without JavaScript, at a desk", async () => {
    for (const [at, leans] of LEANS.entries()) {
      const page = await pageOf(browser, at);
      experts.push(page);
      if (at === NO_SCRIPT) {
        const [, code] = await mailTo(process.env.E2E_MAILBOX!, addressOf(at), /\/join#([0-9A-Z-]{27,})/);
        await joinByCode(page, APP, code!);
      } else {
        const [link] = await mailTo(process.env.E2E_MAILBOX!, addressOf(at), /http\S+\/join#[0-9A-Z-]+/);
        await join(page, link);
      }
      receipts.push(await answerRound(page, 1, leans[0]!));
    }
    expect(new Set(receipts).size).toBe(8);
  });

  await test.step("nobody sees results before the first edition", async () => {
    await closeRound(desk, 1);
    const response = await desk.request.get(`${APP}/studies/${STUDY}/results.json`);
    expect(response.status()).toBe(404);
  });

  for (const round of [2, 3]) {
    await test.step(`the panel reads what it said and answers round ${round}`, async () => {
      await openRound(desk, round);
      for (const [at, leans] of LEANS.entries()) {
        await experts[at]!.goto(`${APP}/panel`);
        await answerRound(experts[at]!, round, leans[round - 1]!);
      }
      await closeRound(desk, round);
    });
  }

  await test.step("the facilitator publishes and a reader finds the finding, the data and the receipts", async () => {
    await tab(desk, "Publication");
    await pressAndConfirm(desk, "Publish edition 1");
    await expect(desk.getByText("Edition 1 is published.")).toBeVisible();

    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await reader.goto(`${APP}/studies/${STUDY}/results`);
    await expect(reader.getByRole("heading", { level: 1 })).toContainText(
      "Should Europe use its own leverage",
    );
    await expect(reader.getByText("3 rounds").first()).toBeVisible();
    await expect(reader.locator("main")).toContainText("8 experts");
    const data = await (await reader.request.get(`${APP}/studies/${STUDY}/results.json`)).json();
    expect(JSON.stringify(data)).not.toContain("tholos-institute.org");
    const csv = await (await reader.request.get(`${APP}/studies/${STUDY}/results.csv`)).text();
    expect(csv.split("\n").length).toBeGreaterThan(10);
  });
});
