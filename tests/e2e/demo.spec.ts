import { expect, test } from "@playwright/test";

const MAILING = process.env.E2E_MAIL_URL!;

test("outside demo mode nobody is offered a demo sign-in, a seat or an outbox", async ({ page }) => {
  await page.goto(MAILING);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign in as the demo facilitator" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Answer round/ })).toHaveCount(0);
  await page.goto(`${MAILING}/desk/sign-in`);
  await expect(page.getByRole("button", { name: "Sign in as the demo facilitator" })).toHaveCount(0);
  expect((await page.request.get(`${MAILING}/desk/outbox`)).ok() && page.url().includes("outbox")).toBe(
    false,
  );
  const providers = await (await page.request.get(`${MAILING}/api/auth/providers`)).json();
  expect(Object.keys(providers)).not.toContain("demo");
});

test("a link that is opened, prefetched or scanned changes nothing until a person presses the button", async ({
  page,
  request,
}) => {
  for (const method of ["get", "head"] as const)
    expect((await request[method](`${MAILING}/join`)).ok()).toBe(true);
  await page.goto(`${MAILING}/join#AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAA`);
  await page.getByRole("button", { name: "Open the questionnaire" }).click();
  await expect(page).toHaveURL(/\/join/);
  await expect(page.locator("main").getByRole("alert")).toBeVisible();
});

test("every sign-in address gets the same answer", async ({ page }) => {
  await page.goto(`${MAILING}/desk/sign-in`);
  await page.getByLabel("Your e-mail address").fill("nobody@tholos-institute.org");
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mail" })).toBeVisible();
});

test("a body of more than a megabyte is answered with a sentence, wherever it is sent", async ({
  request,
}) => {
  for (const place of ["/join", "/desk/sign-in", "/api/panel/submissions"]) {
    const answer = await request.post(`${MAILING}${place}`, { data: "x".repeat(1_500_000) });
    expect(answer.status(), place).toBe(413);
    expect(await answer.text()).toContain("larger than one megabyte");
  }
});
