import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** No accessibility fault of WCAG 2.2 A and AA, nothing wider than the screen, nothing in the console. */
export async function soundPage(page: Page, complaints: readonly string[]): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await layOutWhole(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)).toEqual(
    [],
  );
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, "pixels that stick out on the right").toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
}

/**
 * Questions far below are laid out when they come near, and bars stay in sight above what lies under them. Either makes
 * axe compare places that no reader ever sees together, so everything is laid out where it belongs before it begins.
 */
async function layOutWhole(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      if (getComputedStyle(element).position !== "sticky") continue;
      element.style.position = "relative";
      element.style.inset = "auto";
    }
  });
}

/** What a page complains of in the console, and what it asks of any other origin than its own. */
export function listen(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith(origin) && request.url().startsWith("http"))
      complaints.push(`asked another origin: ${request.url()}`);
  });
  return complaints;
}
