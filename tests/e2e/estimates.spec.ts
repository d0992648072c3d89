import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { join } from "./expert";
import { closeRound, openRound, pressAndConfirm, signIn, tab } from "./facilitator";
import { mailTo } from "./mailbox";
import { addFacilitator } from "./roll";

const APP = process.env.E2E_MAIL_URL!;
const NUMBER = "How much wind power will stand in 2035?";
const DATE = "When will the first reactor be closed?";
const RUN = Date.now();
const DESK = `desk-${RUN}@power-panel.org`;
const PEOPLE = Array.from({ length: 6 }, (_, at) => `estimator-${at + 1}-${RUN}@power-panel.org`);

test("a number and a date go from the desk over phones and desktops to the panel’s interval in round 2", async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  addFacilitator(DESK);
  await signIn(desk, DESK);
  let slug = "";

  await test.step("the facilitator writes two estimates, and bad bounds are refused at their place", async () => {
    await desk.getByRole("link", { name: "New study" }).click();
    await desk.getByLabel("Title").fill(`Power in 2035 ${Date.now()}`);
    await desk.getByLabel("The question").fill("What will the power system look like?");
    await desk.getByRole("radio", { name: /^Blank/ }).check();
    await desk.getByRole("button", { name: "Make the study", exact: true }).click();
    await expect(desk.getByText("The study was made, as a draft that only you can see.")).toBeVisible();
    slug = /studies\/([^/]+)/.exec(desk.url())![1]!;
    await desk.goto(`${APP}/desk/studies/${slug}/design/items/new?kind=estimate`);
    await desk.getByLabel("Title").fill(NUMBER);
    await desk.getByLabel("Unit", { exact: false }).and(desk.getByRole("textbox")).fill("GW");
    await desk.getByLabel("Lowest possible value").fill("none");
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByLabel("Lowest possible value")).toHaveAttribute("aria-invalid", "true");
    await expect(desk.getByRole("alert").filter({ hasText: /\w/ }).first()).toBeInViewport();
    await expect(desk.getByLabel("Unit", { exact: false }).and(desk.getByRole("textbox"))).toHaveValue("GW");
    await desk.getByLabel("Lowest possible value").fill("0");
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("a number in GW, whole, from 0 GW")).toBeVisible();
    await desk.goto(`${APP}/desk/studies/${slug}/design/items/new?kind=estimate`);
    await desk.getByLabel("Title").fill(DATE);
    await desk.getByRole("radio", { name: /^A date/ }).check();
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("how sure: a date")).toBeVisible();
    await desk.goto(`${APP}/desk/studies/${slug}/design/protocol`);
    await desk.getByLabel("Rounds at most").fill("2");
    await desk.getByLabel("Show every expert’s estimate, without a name").check({ force: true });
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText(/shown and published as an interval at 80% confidence/)).toBeVisible();
  });

  await test.step("a panel of six is invited", async () => {
    await tab(desk, "Panel");
    await desk.getByLabel("Paste addresses or a table").fill(PEOPLE.join("\n"));
    await desk.getByRole("button", { name: "Look at what this would add" }).click();
    await desk.getByRole("button", { name: "Add 6 people" }).click();
    await openRound(desk, 1);
    await tab(desk, "Overview");
    await pressAndConfirm(desk, "Send 6 invitations");
    await expect(desk.getByText("6 invitations are on the way.")).toBeVisible();
  });

  const seats: Page[] = [];
  await test.step("round 1: an estimate in the wrong order is said beside its field, and nothing typed is lost", async () => {
    for (const at of PEOPLE.keys()) seats.push(await takeSeat(browser, at));
    const [first] = seats as [Page];
    await fill(first, 12, 40, 10);
    await first.getByLabel("Best estimate").first().press("Tab");
    const said = "The lowest plausible value is above your best estimate: 12 GW is more than 10 GW.";
    await expect(first.getByText(said)).toBeVisible();
    await expect(first.getByLabel("Lowest plausible value")).toHaveAttribute("aria-invalid", "true");
    await sound(first);
    await first.getByRole("button", { name: "Save and review" }).click();
    const notice = first.locator("#submit");
    await expect(notice.getByText("One answer is not finished yet")).toBeVisible();
    await expect(notice).toContainText(said);
    await expect(first.getByRole("button", { name: "Submit round 1" })).toHaveCount(0);
    await first.goBack();
    await expect(first.getByLabel("Lowest plausible value")).toHaveValue("12");
    await first.getByLabel("Lowest plausible value").fill("8");
    await expect(first.getByText(said)).toBeHidden();
    for (const [at, page] of seats.entries()) {
      if (at > 0) await fill(page, 20 + at, 60 + at, 40 + at);
      await review(page, 1);
    }
    await closeRound(desk, 1);
  });

  await test.step("round 2 shows the panel’s interval with one’s own, and one click keeps it", async () => {
    await openRound(desk, 2);
    for (const page of seats) {
      await page.goto(`${APP}/panel`);
      await page.getByRole("link", { name: "Begin round 2" }).click();
      await page.waitForURL("**/panel/questionnaire/**");
      await expect(
        page.getByText(/The panel’s best estimate is 4\d(\.5)? GW, plausibly between/),
      ).toBeVisible();
      for (const keep of await page.getByRole("button", { name: /^Keep/ }).all()) await keep.click();
    }
    await sound(seats[1]!);
  });
});

async function takeSeat(browser: Browser, at: number): Promise<Page> {
  const phone = { viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true };
  const page = await (await browser.newContext(at % 2 === 0 ? phone : {})).newPage();
  const [link] = await mailTo(process.env.E2E_MAILBOX!, PEOPLE[at]!, /http\S+\/join#[0-9A-Z-]+/);
  await join(page, link);
  return page;
}

async function fill(page: Page, low: number, high: number, best: number): Promise<void> {
  await page.getByLabel("Lowest plausible value").fill(String(low));
  await page.getByLabel("Highest plausible value").fill(String(high));
  await page.getByLabel("Best estimate").first().fill(String(best));
  await page.getByLabel("Earliest plausible date").fill("2030-01-01");
  await page.getByLabel("Latest plausible date").fill("2035-12-31");
  await page.getByLabel("Best estimate").last().fill("2032-06-15");
  for (const list of await page.locator("main select").all()) await list.selectOption("80");
}

async function review(page: Page, round: number): Promise<void> {
  await page.getByRole("button", { name: "Save and review" }).click();
  await page.getByRole("button", { name: `Submit round ${round}` }).click();
  await expect(
    page.getByRole("heading", { name: `Your answers to round ${round} are submitted` }),
  ).toBeVisible();
}

/** No accessibility fault, and nothing wider than the screen. */
async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)).toEqual(
    [],
  );
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond, "pixels that stick out on the right").toBeLessThanOrEqual(0);
}
