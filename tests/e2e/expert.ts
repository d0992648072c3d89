import { expect, type Page } from "@playwright/test";

/** Opens a personal link as a person does: the page, the button, and on the first visit the agreement. */
export async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Open the questionnaire" }).click();
  await agree(page);
}

/** Opens the join page without the link's fragment, and types the code as it stands in the mail. */
export async function joinByCode(page: Page, url: string, code: string): Promise<void> {
  await page.goto(`${url}/join`);
  await page.getByLabel("The code in your invitation").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Open the questionnaire" }).click();
  await agree(page);
}

async function agree(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Who can see what" })).toBeVisible();
  await page.getByRole("button", { name: "I agree to take part" }).click();
  await page.waitForURL("**/panel/questionnaire/**");
}

/**
 * Answers every section of the open round with the scale's point `lean`, and submits.
 * @param write what this expert writes into the texts of a section
 * @returns the receipt
 */
export async function answerRound(
  page: Page,
  round: number,
  lean: number,
  write?: (page: Page) => Promise<void>,
): Promise<string> {
  if (!page.url().includes("/questionnaire")) {
    await page.getByRole("link", { name: new RegExp(`^(Begin|Go on with) round ${round}$`) }).click();
    await page.waitForURL("**/panel/questionnaire/**");
  }
  for (let section = 0; section < 12; section += 1) {
    await fillSection(page, lean);
    await write?.(page);
    const next = page.getByRole("button", { name: "Save and continue" });
    const last = page.getByRole("button", { name: "Save and review" });
    const address = page.url();
    if (await last.isVisible()) {
      await last.click();
      break;
    }
    await next.click();
    await page.waitForURL((url) => url.toString() !== address);
  }
  await expect(page.getByRole("heading", { name: `Review round ${round}` })).toBeVisible();
  return submit(page, round);
}

/** Chooses a point in every group of radios, a share in every list, and leaves texts empty. */
export async function fillSection(page: Page, lean: number): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const names = await page
    .locator("main input[type=radio]")
    .evaluateAll((radios) => [...new Set(radios.map((radio) => (radio as HTMLInputElement).name))]);
  for (const name of names) await page.locator(`label:has(input[name="${name}"][value="${lean}"])`).click();
  const lists = page.locator("main select");
  for (let at = 0; at < (await lists.count()); at += 1)
    await lists.nth(at).selectOption({ value: String(lean * 15) });
}

async function submit(page: Page, round: number): Promise<string> {
  await page.getByRole("button", { name: `Submit round ${round}` }).click();
  const done = `Your answers to round ${round} are submitted`;
  await expect(page.getByRole("heading", { name: done })).toBeVisible();
  const text = await page.locator("main").innerText();
  const receipt = /[0-9a-f]{64}/.exec(text.replace(/\s/g, ""))?.[0];
  expect(receipt, "the receipt stands on its page").toBeTruthy();
  return receipt!;
}
