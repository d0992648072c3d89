import { expect, type Page, test } from "@playwright/test";
import {
  editProtocol,
  MISSING,
  moderate,
  openChangedRound,
  PROPOSED,
  REWORDED,
  removeItem,
} from "./desk-acts";
import { answerRound } from "./expert";
import { closeRound, openRound, pressAndConfirm, signIn, tab } from "./facilitator";
import { mailTo } from "./mailbox";
import {
  ANSWERING,
  DECLINES,
  decline,
  LEAVES,
  leave,
  PEOPLE,
  ROLL,
  STAYING,
  takeSeat,
} from "./panel-of-sixteen";
import { addFacilitator } from "./roll";

const APP = process.env.E2E_MAIL_URL!;
/** Of this journey alone: a link that another one asked for would sign in once only. */
const DESK = "imaging@tholos-institute.org";
const SLUG = "when-to-refer-for-imaging";

/** Round 1 is spread, then the panel comes together on the lower end. */
const leanOf = (at: number, round: number): number =>
  round === 1 ? 1 + ((at * 2) % 9) : at % 5 === 0 ? 3 : 2;

/** In round 1 one expert proposes what is missing, and a few give a reason. */
const answer = (page: Page, round: number, at: number): Promise<string> =>
  answerRound(page, round, leanOf(at, round), async () => {
    if (round !== 1) return;
    const open = page.getByRole("textbox", { name: MISSING });
    if (at === 0 && (await open.count()) > 0) await open.fill(`${PROPOSED} (as Dr Who at our clinic does).`);
    const reason = page.getByText("Add a reason").first();
    if (at > 4 || (await reason.count()) === 0) return;
    await reason.click();
    await page.getByLabel("Your reason").first().fill(`Reason ${at}: most of it heals by itself.`);
  });

test("a newcomer takes a study from a template through three rounds with a panel of sixteen, and publishes it", async ({
  browser,
}) => {
  test.setTimeout(25 * 60_000);
  const desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  addFacilitator(DESK);
  await signIn(desk, DESK);

  await test.step("from the list of studies to a design of one's own", async () => {
    await desk.getByRole("link", { name: "New study" }).click();
    await desk.getByLabel("Title").fill("When to refer for imaging");
    await desk.getByLabel("The question").fill("For which patients with back pain is imaging appropriate?");
    await desk.getByText("Appropriateness on 1 to 9 (RAND/UCLA)").click();
    await desk.getByRole("button", { name: "Make the study", exact: true }).click();
    await expect(desk.getByText("The study was made, as a draft that only you can see.")).toBeVisible();

    await desk.getByRole("link", { name: "Edit" }).first().click();
    await desk.getByLabel("Background").fill("Guidelines differ, and practice differs more.");
    await desk.getByLabel("Organiser").fill("Institute of Imaging");
    await desk.getByLabel("Contact address").fill("imaging@tholos-institute.org");
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByText("Institute of Imaging")).toBeVisible();

    await desk.getByText("Paste many options at once").click();
    await desk
      .getByLabel("Options, one a line")
      .fill(["Acute back pain without warning signs", "Back pain after a fall", "Leg weakness"].join("\n"));
    await desk.getByRole("button", { name: "Add the options" }).click();
    await expect(desk.getByRole("heading", { name: "4 items" })).toBeVisible();
    await removeItem(desk, "An indication");
    await desk.getByRole("link", { name: "an open question" }).click();
    await desk.getByLabel("Title").fill(MISSING);
    await desk.getByRole("button", { name: "Save" }).click();
    await expect(desk.getByRole("heading", { name: "4 items" })).toBeVisible();

    await editProtocol(desk);
  });

  await test.step("the panel, as a table with two groups", async () => {
    await tab(desk, "Panel");
    await desk.getByLabel("Paste addresses or a table").fill(`${ROLL}\nno address at all`);
    await desk.getByRole("button", { name: "Look at what this would add" }).click();
    await expect(desk.getByText("16 people would be added")).toBeVisible();
    await desk.getByRole("button", { name: "Add 16 people" }).click();
    await expect(desk.getByRole("heading", { name: "Panel of 16 people" })).toBeVisible();
    await tab(desk, "Overview");
    await openRound(desk, 1);
    await tab(desk, "Overview");
    await pressAndConfirm(desk, "Send 16 invitations");
    await expect(desk.getByText("16 invitations are on the way.")).toBeVisible();
  });

  const seats = new Map<number, Page>();
  await test.step("one declines, the others answer round 1, and those who wait are reminded", async () => {
    await decline(browser, DECLINES);
    const late = ANSWERING.at(-1)!;
    for (const at of ANSWERING.filter((one) => one !== late)) {
      seats.set(at, await takeSeat(browser, at));
      await answer(seats.get(at)!, 1, at);
    }
    await tab(desk, "Overview");
    await pressAndConfirm(desk, "Send reminders");
    await mailTo(process.env.E2E_MAILBOX!, PEOPLE[late]!.address, /not finished|still open|reminder/i);
    seats.set(late, await takeSeat(browser, late));
    await answer(seats.get(late)!, 1, late);
    await closeRound(desk, 1);
  });

  await test.step("reasons and proposals are moderated", async () => {
    await tab(desk, "Moderation");
    await moderate(desk);
  });

  await test.step("round 2 asks one question in other words, and one that the panel proposed", async () => {
    await openChangedRound(desk, 2);
    for (const at of ANSWERING) {
      await seats.get(at)!.goto(`${APP}/panel`);
      await answer(seats.get(at)!, 2, at);
    }
    await leave(seats.get(LEAVES)!, APP);
    await closeRound(desk, 2);
  });

  await test.step("round 3, and an edition that anybody can check", async () => {
    await openRound(desk, 3);
    for (const at of STAYING) {
      await seats.get(at)!.goto(`${APP}/panel`);
      await answer(seats.get(at)!, 3, at);
    }
    await closeRound(desk, 3);
    await tab(desk, "Publication");
    await pressAndConfirm(desk, "Publish edition 1");
    await expect(desk.getByText("Edition 1 is published.")).toBeVisible();
    const reader = await (await browser.newContext()).newPage();
    await reader.goto(`${APP}/studies/${SLUG}/results`);
    await expect(reader.locator("main")).toContainText(PROPOSED);
    await expect(reader.locator("main")).toContainText(REWORDED);
    await expect(reader.locator("main")).toContainText("14 of 16 invited experts answered round 3");
    const data = await (await reader.request.get(`${APP}/studies/${SLUG}/results.json`)).text();
    expect(data).not.toContain("imaging-panel.org");
  });
});
