import { expect, type Page } from "@playwright/test";
import { mailTo } from "./mailbox";

/** Asks for a link at the sign-in page, takes it from the mail and redeems it with the button. */
export async function signIn(page: Page, address: string): Promise<void> {
  await page.goto(`${process.env.E2E_MAIL_URL}/desk`);
  await page.getByLabel("Your e-mail address").fill(address);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
  const [link] = await mailTo(process.env.E2E_MAILBOX!, address, /http\S+\/desk\/sign-in\/confirm#[\w-]+/);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Studies" })).toBeVisible();
}

/** Presses a button that asks first, and says yes. */
export async function pressAndConfirm(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("main").getByRole("button", { name }).first().click();
  await page.getByRole("dialog").getByRole("button", { name }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/** Goes to a part of the study, and waits until it is there: two parts may hold the same button. */
export async function tab(page: Page, name: string): Promise<void> {
  const parts = page.getByRole("navigation", { name: "Parts of this study" });
  const link = parts.getByRole("link", { name, exact: true });
  await link.click();
  await expect(link).toHaveAttribute("aria-current", "page");
  await page.waitForLoadState("networkidle");
}

/** Opens the next round from the sheet of proposals; `keep` decides what is asked in a first round. */
export async function openRound(page: Page, round: number, keep?: (title: string) => boolean): Promise<void> {
  await tab(page, "Overview");
  await page.getByRole("link", { name: `Prepare round ${round}` }).click();
  await expect(page.getByRole("heading", { name: `Open round ${round}` })).toBeVisible();
  if (keep) {
    for (const box of await page.getByRole("checkbox").all()) {
      const title = (await box.getAttribute("aria-label")) ?? (await box.evaluate(labelOf));
      if (!keep(title)) await box.uncheck({ force: true });
    }
  }
  await pressAndConfirm(page, `Open round ${round}`);
  await expect(page.getByText(`Round ${round} is open.`)).toBeVisible();
}

const labelOf = (box: Element): string =>
  [...((box as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? "").join(" ");

export async function closeRound(page: Page, round: number): Promise<void> {
  await tab(page, "Overview");
  await pressAndConfirm(page, `Close round ${round} and freeze answers`);
  await expect(page.getByText(`Round ${round} is closed and its answers are frozen.`)).toBeVisible();
}
