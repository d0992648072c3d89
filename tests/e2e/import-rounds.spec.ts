import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { outsideLines } from "../delphi/outside-study";
import { pressAndConfirm, tab } from "./facilitator";

const SLUG = "how-to-cross-the-river";

/** Two rounds of sixteen, with two lines that nobody could read. */
const FILE = [...outsideLines(), "p99,River side,one,Bridge,Desirability,4", "p98,,1,Bridge,Desirability,9"];

async function signIn(page: Page): Promise<void> {
  await page.goto("/desk/sign-in");
  await page.getByRole("button", { name: "Sign in as the demo facilitator" }).click();
  await expect(page.getByRole("heading", { name: "Studies" })).toBeVisible();
}

async function giveFile(page: Page): Promise<void> {
  const [name, mimeType] = ["ratings.csv", "text/csv"];
  const file = page.getByLabel("The answers, as CSV or XLSX");
  await file.setInputFiles({ name, mimeType, buffer: Buffer.from(FILE.join("\n")) });
  await page.getByRole("button", { name: "Look at what this would bring in" }).click();
  await expect(page.getByText(/Nothing is stored yet\. 2 rounds would be brought in/)).toBeVisible();
}

async function declare(page: Page): Promise<void> {
  for (const [at, days] of [
    ["2024-02-01", "2024-02-20"],
    ["2024-03-01", "2024-03-20"],
  ].entries()) {
    const round = page.getByRole("group", { name: `Round ${at + 1}` });
    await round.getByLabel("Opened on").fill(days[0]!);
    await round.getByLabel("Closed on").fill(days[1]!);
  }
  await page.getByLabel("Afterwards, when answers were known").check();
}

test("rounds run elsewhere are brought in, taken back, brought in again, published and verified", async ({
  page,
  request,
}, { outputDir }) => {
  test.setTimeout(5 * 60_000);
  await signIn(page);

  await test.step("a study begins with them", async () => {
    await page.getByRole("link", { name: "New study" }).click();
    await page.getByLabel("Title").fill("How to cross the river");
    await page.getByLabel("The question").fill("How should the river be crossed?");
    await page.getByLabel("Some rounds were run elsewhere: bring them in from a file").check();
    await page.getByRole("button", { name: "Make the study", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Rounds that were run elsewhere" })).toBeVisible();
    await expect(page.getByText("The organiser or a contact address is missing")).toBeVisible();
    await expect(page.getByRole("link", { name: "Organiser, contact and licence" })).toBeVisible();
  });

  await test.step("what would come of the file is seen before anything is stored", async () => {
    await giveFile(page);
    await expect(page.getByText(/3 questions would be made from the file: “Bridge”/)).toBeVisible();
    await expect(page.getByText("“one” is not a round: rounds are numbered from 1.")).toBeVisible();
    await expect(page.getByText("9 is not on the scale 1 to 5.")).toBeVisible();
    const mend = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download these lines to mend them" }).click();
    expect((await mend).suggestedFilename()).toBe("lines-to-mend.csv");
  });

  await test.step("a day that can't be right is said at its place, and what was typed stays", async () => {
    await declare(page);
    const second = page.getByRole("group", { name: "Round 2" });
    await second.getByLabel("Opened on").fill("2024-01-01");
    await pressAndConfirm(page, "Bring in 2 rounds");
    await expect(second.getByText("Round 2 begins before round 1 ended.")).toBeVisible();
    await expect(second.getByLabel("Closed on")).toHaveValue("2024-03-20");
    await second.getByLabel("Opened on").fill("2024-03-01");
  });

  await test.step("they come in, are marked, and are taken back", async () => {
    await pressAndConfirm(page, "Bring in 2 rounds");
    await expect(page.getByText("Rounds 1 and 2 were brought in and are closed.")).toBeVisible();
    await expect(page.getByText(/Run elsewhere, imported on/).first()).toBeVisible();
    await page.getByRole("link", { name: "What was imported, and taking it back" }).click();
    await page.getByRole("button", { name: "Take the rounds back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Take them back" }).click();
    await expect(page.getByText(/The study is a draft again/)).toBeVisible();
  });

  await test.step("brought in again, they are published, and say what they are", async () => {
    await giveFile(page);
    await declare(page);
    await pressAndConfirm(page, "Bring in 2 rounds");
    await expect(page.getByText("Rounds 1 and 2 were brought in and are closed.")).toBeVisible();
    await tab(page, "Publication");
    await page.getByRole("button", { name: "Publish edition 1" }).click();
    await page.getByLabel("Why publish now?").fill("The town wants to read them.");
    await page.getByRole("dialog").getByRole("button", { name: "Publish edition 1" }).click();
    await expect(page.getByText("Edition 1 is published.")).toBeVisible();
    await page.goto(`/desk/studies/${SLUG}/import`);
    await expect(page.getByText(/They can’t be taken back any more/)).toBeVisible();
    await page.goto(`/studies/${SLUG}/results`);
    const said = page.getByText(/Rounds 1 and 2 were run elsewhere and imported on .* set afterwards/);
    await expect(said.first()).toBeVisible();
    await expect(page.getByRole("rowheader", { name: "Round 2, run elsewhere" }).first()).toBeVisible();
  });

  await test.step("the bundle verifies, and says that they have no receipts", async () => {
    const bundle = await request.get(`/studies/${SLUG}/editions/1/bundle.zip`);
    mkdirSync(outputDir, { recursive: true });
    const place = path.join(outputDir, "bundle.zip");
    writeFileSync(place, await bundle.body());
    const { stdout, status } = spawnSync(process.execPath, ["--import", "tsx", "cli/verify.ts", place], {
      cwd: process.env.E2E_ROOT,
      encoding: "utf8",
    });
    expect(stdout).toContain("Rounds 1, 2: no receipts: imported.");
    expect(status).toBe(0);
  });
});
