import { expect, type Page } from "@playwright/test";
import { pressAndConfirm, tab } from "./facilitator";

/** The open question of round 1, what an expert proposes there, and the words that one item gets in round 2. */
export const MISSING = "Which indication is missing?";
export const PROPOSED = "Back pain with a history of cancer, to look for metastases";
export const REWORDED = "Acute low back pain of less than six weeks without warning signs";

export async function removeItem(desk: Page, title: string): Promise<void> {
  const item = desk.getByRole("listitem").filter({ hasText: title }).last();
  await item.getByRole("button", { name: "Remove" }).first().click();
  await desk.getByRole("dialog").getByRole("button", { name: "Remove the item" }).click();
  await expect(desk.getByRole("dialog")).toHaveCount(0);
}

/** Three rounds, and the panel's own proposals may become questions. */
export async function editProtocol(desk: Page): Promise<void> {
  await desk.goto(`${desk.url().split("/design")[0]}/design/protocol`);
  await desk.getByLabel("Rounds at most").fill("3");
  await desk.getByLabel("The panel’s proposals may become questions").check({ force: true });
  await desk.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText("The panel is asked in at most 3 rounds.")).toBeVisible();
}

/** Releases reasons as they were written, holds one back, and takes a name out of the proposal. */
export async function moderate(desk: Page): Promise<void> {
  for (const at of [1, 2, 3]) {
    const card = desk.getByRole("article").filter({ hasText: `Reason ${at}:` });
    await card.getByRole("button", { name: "Release", exact: true }).click();
    await expect(card.getByText("Released as written")).toBeVisible();
  }
  const held = desk.getByRole("article").filter({ hasText: "Reason 4:" });
  await held.getByRole("button", { name: "Hold back", exact: true }).click();
  await held.getByRole("button", { name: "May tell who wrote it" }).click();
  await expect(held.getByText("Held back", { exact: true })).toBeVisible();
  const proposal = desk.getByRole("article").filter({ hasText: PROPOSED });
  await proposal.getByRole("button", { name: "Edit", exact: true }).click();
  await proposal.getByLabel("The text to release").fill(PROPOSED);
  await proposal.getByRole("button", { name: "Release this wording" }).click();
  await expect(proposal.getByText("Released, edited")).toBeVisible();
  // The page shows a decision at once, and sends it meanwhile.
  await desk.waitForLoadState("networkidle");
  await desk.reload();
  await expect(proposal.getByText("Released, edited")).toBeVisible();
}

/** Opens a later round with one item in other words and one that the panel proposed. */
export async function openChangedRound(desk: Page, round: number): Promise<void> {
  await tab(desk, "Overview");
  await desk.getByRole("link", { name: `Prepare round ${round}` }).click();
  await expect(desk.getByRole("heading", { name: `Open round ${round}` })).toBeVisible();

  const row = desk.getByRole("row").filter({ hasText: "Acute back pain without warning signs" });
  await row.getByText("Change this item").click();
  await row.getByRole("button", { name: /^Reword/ }).click();
  const dialog = desk.getByRole("dialog");
  await dialog.getByLabel("Title").fill(REWORDED);
  await dialog.getByText("Yes, an expert could answer otherwise for it").click();
  await dialog.getByLabel("Why").fill("Several asked how long acute is.");
  await dialog.getByRole("button", { name: "Keep the new words" }).click();

  await desk.getByText(/to open questions that could become an item/).click();
  await desk.getByRole("button", { name: "Make an item of it" }).first().click();
  await dialog.getByLabel("Title").fill(PROPOSED);
  await dialog.getByLabel("Why").fill("An expert missed it.");
  await dialog.getByRole("button", { name: "Add it" }).click();

  // What is not sent yet outlives a reload.
  await desk.reload();
  await expect(desk.getByRole("paragraph").filter({ hasText: PROPOSED })).toBeVisible();
  await expect(desk.getByText(/^Reworded in substance/)).toBeVisible();

  const reason = desk.getByLabel(/^Why do you depart from the rules/);
  if (await reason.isVisible()) await reason.fill("The panel asked for clearer words.");
  await pressAndConfirm(desk, `Open round ${round}`);
  await expect(desk.getByText(`Round ${round} is open.`)).toBeVisible();
}
