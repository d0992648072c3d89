import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";

const APP = process.env.E2E_MAIL_URL!;
const TEXTS = 100;
/** A few minutes for whoever reads; the keys and the page may take no more than this of it. */
const LONGEST = 90_000;

function plant(): { slug: string; token: string } {
  const root = process.env.E2E_ROOT!;
  const script = path.join(root, "tests", "e2e", "plant-hundred-texts.ts");
  const said = execFileSync(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      THOLOS_DATA: process.env.E2E_MAIL_DATA,
      NEXTAUTH_URL: APP,
      SMTP_URL: process.env.E2E_SMTP_URL,
    },
  });
  return JSON.parse(said.trim().split("\n").at(-1)!);
}

const focusedText = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-text]")?.dataset.text ?? null);

/** Presses Tab until the button with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return;
  }
  throw new Error(`Tab leads to no button “${name}”.`);
}

test("a hundred texts are decided by keyboard alone, none twice and none lost on the way to the next page", async ({
  page,
}) => {
  test.setTimeout(5 * 60_000);
  const { slug, token } = plant();
  await page.goto(`${APP}/desk/sign-in/confirm#${token}`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/desk$/);
  await page.goto(`${APP}/desk/studies/${slug}/moderation`);
  await expect(page.getByText(`${TEXTS} of ${TEXTS} texts wait for a decision.`)).toBeVisible();
  await page.waitForLoadState("networkidle");

  const began = Date.now();
  await tabTo(page, "Go to the first text that waits");
  await page.keyboard.press("Enter");
  const decided = new Set<string>();
  for (let at = 0; at < TEXTS; at += 1) {
    const id = await focusedText(page);
    expect(id, `after ${at} decisions`).not.toBeNull();
    expect(decided.has(id!), `${id} has the focus again`).toBe(false);
    decided.add(id!);
    if (at % 10 === 3) {
      await page.keyboard.press("h");
      await page.keyboard.press("1");
    } else if (at % 25 === 7) {
      await page.keyboard.press("e");
      await page.keyboard.type(" (shortened)");
      await page.keyboard.press("Control+Enter");
    } else await page.keyboard.press("r");
  }
  const pressed = Date.now() - began;
  await expect(page.getByText(`All ${TEXTS} texts are decided.`)).toBeVisible();

  // At once elsewhere: the next page is made with every decision, and so is this one when it is read anew.
  await page
    .getByRole("navigation", { name: "Parts of this study" })
    .getByRole("link", { name: "Overview" })
    .press("Enter");
  await page.waitForURL(new RegExp(`/studies/${slug}$`), { timeout: LONGEST });
  const taken = Date.now() - began;
  console.log(
    `moderation by keyboard: ${TEXTS} texts in ${pressed} ms, all of them stored after ${taken} ms`,
  );
  expect(taken).toBeLessThan(LONGEST);
  await page.goto(`${APP}/desk/studies/${slug}/moderation`);
  await expect(page.getByText(`All ${TEXTS} texts are decided.`)).toBeVisible();
  await expect(page.getByText("Held back", { exact: true })).toHaveCount(10);
  await expect(page.getByText("Released, edited", { exact: true })).toHaveCount(4);
  await expect(page.getByText("Released as written", { exact: true })).toHaveCount(86);
});
