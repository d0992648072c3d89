import { type Browser, expect, type Page } from "@playwright/test";
import { join } from "./expert";
import { mailTo } from "./mailbox";

const MAILBOX = process.env.E2E_MAILBOX!;

/** Sixteen people in two groups. One declines before round 1, one leaves in round 2, the others stay. */
export const PEOPLE = Array.from({ length: 16 }, (_, at) => ({
  name: `Doctor ${String.fromCharCode(65 + at)}`,
  address: `doctor-${at + 1}@imaging-panel.org`,
  group: at % 2 === 0 ? "Hospital" : "Practice",
}));
export const DECLINES = 15;
export const LEAVES = 14;
export const ANSWERING = PEOPLE.map((_, at) => at).filter((at) => at !== DECLINES);
export const STAYING = ANSWERING.filter((at) => at !== LEAVES);

/** The roll as a facilitator keeps it in a spreadsheet. */
export const ROLL = [
  "Name,E-mail,Speciality",
  ...PEOPLE.map(({ name, address, group }) => `${name},${address},${group}`),
].join("\n");

/** Opens the link in one expert's invitation, on a phone or at a desk, and agrees to take part. */
export async function takeSeat(browser: Browser, at: number): Promise<Page> {
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
  const page = await (
    await browser.newContext(at % 3 === 0 ? phone : { viewport: { width: 1280, height: 900 } })
  ).newPage();
  const [link] = await mailTo(MAILBOX, PEOPLE[at]!.address, /http\S+\/join#[0-9A-Z-]+/);
  await join(page, link);
  return page;
}

/** Declines by the link in the mail that is about the person, and says why. */
export async function decline(browser: Browser, at: number): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  const [link] = await mailTo(MAILBOX, PEOPLE[at]!.address, /http\S+\/person#[0-9A-Z-]+/);
  await page.goto(link);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByLabel("A reason, if you like").fill("On parental leave until spring.");
  await page.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(page.getByText("You have declined.")).toBeVisible();
  await page.context().close();
}

/** Takes back everything in the open round and leaves. */
export async function leave(page: Page, app: string): Promise<void> {
  await page.goto(`${app}/panel/withdraw`);
  await page.getByRole("button", { name: "Withdraw my answers" }).click();
  await page.waitForLoadState("networkidle");
}
