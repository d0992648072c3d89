import { test } from "@playwright/test";
import { listen, soundPage } from "./sound-page";

const REHEARSAL = "reengage-belarus-rehearsal";

// Many pages a test, each read by axe: on a busy machine this takes minutes.
test.setTimeout(6 * 60_000);

// Each looks at a dozen pages and more with axe.
test.setTimeout(4 * 60_000);

for (const scheme of ["light", "dark"] as const) {
  test(`a reader's pages are sound in the ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const complaints = listen(page, process.env.E2E_DEMO_URL!);
    for (const place of [
      "/",
      "/studies",
      "/studies/reengage-belarus",
      `/studies/${REHEARSAL}`,
      `/studies/${REHEARSAL}/results`,
      `/studies/${REHEARSAL}/results/answer`,
      `/studies/${REHEARSAL}/results/explore`,
      `/studies/${REHEARSAL}/results/items/stance`,
      `/studies/${REHEARSAL}/results/items/snapback-suspension`,
      `/studies/${REHEARSAL}/results/items/frozen-front`,
      `/studies/${REHEARSAL}/editions/1/items/missing-option`,
      `/studies/${REHEARSAL}/editions/1/report`,
      "/method",
      "/privacy",
      "/join",
      "/join/lost",
      "/desk/sign-in",
      "/verify",
      `/studies/${REHEARSAL}/receipts`,
      "/person",
    ]) {
      await page.goto(place);
      await test.step(place, () => soundPage(page, complaints));
    }
  });
}

test("an expert's pages are sound, with feedback from two rounds", async ({ page }) => {
  const complaints = listen(page, process.env.E2E_DEMO_URL!);
  await page.goto("/");
  await page.getByRole("button", { name: "Answer round 3" }).click();
  await page.waitForURL("**/panel**");
  await soundPage(page, complaints);
  const agree = page.getByRole("button", { name: "I agree to take part" });
  if (await agree.isVisible()) await agree.click();
  for (const place of [
    "/panel",
    "/panel/positions",
    "/panel/letter",
    "/panel/questionnaire",
    "/panel/questionnaire/all",
    "/panel/questionnaire/option?one=low-cost-contacts",
    "/panel/review",
    "/panel/questions",
    "/panel/withdraw",
  ]) {
    await page.goto(place);
    await test.step(place, () => soundPage(page, complaints));
  }
});

test("the demo facilitator's pages are sound", async ({ page }) => {
  const complaints = listen(page, process.env.E2E_DEMO_URL!);
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in as the demo facilitator" }).click();
  await page.waitForURL("**/desk");
  const study = `/desk/studies/${REHEARSAL}`;
  for (const place of [
    "/desk",
    "/desk/new",
    "/desk/outbox",
    study,
    `${study}/design`,
    `${study}/panel`,
    `${study}/questions`,
    `${study}/rounds`,
    `${study}/moderation`,
    `${study}/analysis/2`,
    `${study}/publication`,
    `${study}/publication/texts`,
    `${study}/publication/report`,
    `${study}/mail`,
    `${study}/mail/letters/invitation`,
    `${study}/mail/letters/closing-soon`,
    `${study}/series`,
    `${study}/team`,
    `${study}/log`,
    "/desk/account",
    "/desk/studies/reengage-belarus/rehearsal",
    "/desk/studies/reengage-belarus/import",
    "/desk/studies/reengage-belarus/design/protocol",
    "/desk/studies/reengage-belarus/design",
    "/desk/studies/reengage-belarus/rounds/open",
    "/desk/studies/reengage-belarus/design/sections/new",
    "/desk/studies/reengage-belarus/design/criteria",
    `${study}/design/items/low-cost-contacts/words`,
    "/desk/studies/reengage-belarus/design/items/new?kind=choice",
    "/desk/studies/reengage-belarus/design/items/new?kind=estimate",
    "/desk/studies/reengage-belarus/preview",
    "/preview/reengage-belarus/stance",
  ]) {
    await page.goto(place);
    await test.step(place, () => soundPage(page, complaints));
  }
});
