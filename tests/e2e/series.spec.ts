import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { pressAndConfirm, signIn, tab } from "./facilitator";
import { addFacilitator } from "./roll";
import { soundPage } from "./sound-page";

const APP = process.env.E2E_MAIL_URL!;
const OWNER = "owner@river.example";

test.setTimeout(4 * 60_000);
// One after the other: the waves are planted once, and the last test asks the last of them again.
test.describe.configure({ mode: "serial" });

test.beforeAll(() => {
  addFacilitator(OWNER);
  execFileSync(process.execPath, ["--import", "tsx", "tests/e2e/plant-waves.ts", OWNER], {
    cwd: process.env.E2E_ROOT,
    env: {
      ...process.env,
      THOLOS_DATA: process.env.E2E_MAIL_DATA,
      NEXTAUTH_URL: APP,
      SMTP_URL: process.env.E2E_SMTP_URL,
    },
  });
});

const rowOf = (page: Page, title: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title, exact: true }) });

for (const [device, width] of [
  ["phone", 360],
  ["desktop", 1280],
] as const)
  for (const colorScheme of ["light", "dark"] as const)
    test(`a series is sound on a ${device} in the ${colorScheme}, and no text leaves its picture`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      for (const place of ["/series/river", "/studies/river-2-rehearsal/results/items/bridge", "/studies"]) {
        await page.goto(`${APP}${place}`);
        await test.step(place, () => soundPage(page, []));
      }
      await page.goto(`${APP}/series/river`);
      const outside = await page.evaluate(() =>
        [...document.querySelectorAll("figure svg[role=img] text")]
          .filter((one) => {
            const [text, row] = [one, one.closest("li")!].map((each) => each.getBoundingClientRect());
            return text!.left < row!.left - 1 || text!.right > row!.right + 1 || text!.top < row!.top - 1;
          })
          .map((one) => one.textContent),
      );
      expect(outside).toEqual([]);
    });

test("readers see where each line breaks and why, and every figure leads to its edition", async ({
  page,
}) => {
  await page.goto(`${APP}/series/river`);
  await expect(
    page.getByText("0 of the 16 people invited to the later one (0%) had been invited to the earlier one"),
  ).toBeVisible();
  await expect(page.getByText("Simulated panel").first()).toBeVisible();
  const bridge = rowOf(page, "A bridge for cars alone").first();
  await expect(bridge.getByText("Wave 2: the question was worded otherwise.")).toBeVisible();
  // One break for the wording, one for the panel; a line that breaks at the panel alone has one.
  await expect(bridge.locator("path[stroke='var(--caution)']")).toHaveCount(2);
  await expect(rowOf(page, "Option tunnel").first().locator("path[stroke='var(--caution)']")).toHaveCount(1);
  await expect(rowOf(page, "Option ferry").first().getByText("Wave 3: not asked.")).toBeVisible();

  const file = await (await page.request.get(`${APP}/series/river/series.json`)).json();
  for (const { study, edition } of file.waves) {
    const published = await page.request.get(
      `${APP}/studies/${study.slug}/editions/${edition.number}/results.json`,
    );
    const { edition: own, rows } = await published.json();
    expect(own.digest).toBe(edition.digest);
    const told = file.rows.filter((row: { digest: string }) => row.digest === own.digest);
    expect(told.length).toBeGreaterThan(5);
    for (const { item, part, round, median, n } of told.filter((row: { n: number | null }) => row.n !== null))
      expect(rows).toContainEqual(expect.objectContaining({ item, part, round, median, n, group: "panel" }));
  }
  const table = await (await page.request.get(`${APP}/series/river/series.csv`)).text();
  expect(table.split("\r\n").length).toBeGreaterThan(20);
});

test("a reader's program finds new waves in the feed, and the data and a picture through the page", async ({
  page,
}) => {
  const feed = await (await page.request.get(`${APP}/series/river/feed.xml`)).text();
  expect(feed.match(/<entry>/g)).toHaveLength(3);
  expect(feed).toMatch(
    /<entry><title>Wave 3: [^<]*<\/title><id>[^<]*\/studies\/river-3-rehearsal\/editions\/1<\/id>/,
  );
  await page.goto(`${APP}/series/river`);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(data).toMatchObject({ "@type": "Dataset", hasPart: [{}, {}, { "@type": "Dataset" }] });
  expect(data.description).toContain("Simulated panel");
  const addresses = [
    page.locator('link[type="application/atom+xml"]').getAttribute("href"),
    page.locator('meta[property="og:image"]').getAttribute("content"),
    ...data.distribution.map(({ contentUrl }: { contentUrl: string }) => contentUrl),
  ];
  for (const address of await Promise.all(addresses))
    expect((await page.request.get(`${APP}${new URL(address).pathname}`)).status(), address).toBe(200);
});

test("a wave's results say which wave they are, and an item's page shows its trend", async ({ page }) => {
  await page.goto(`${APP}/studies/river-2-rehearsal/results`);
  await expect(page.getByText("Wave 2 of 3 of the series")).toBeVisible();
  await page.goto(`${APP}/studies/river-3-rehearsal/results/items/tunnel`);
  await expect(page.getByRole("heading", { name: "Over the waves" })).toBeVisible();
  await page.getByRole("link", { name: "Read the whole series" }).click();
  await expect(page).toHaveURL(/\/series\/river$/);
});

test("a picture of the series stands by itself, as SVG and as PNG", async ({ page }) => {
  await page.goto(`${APP}/series/river/pictures/trend-2.svg`);
  const all = (await page.locator("text").allTextContents()).join(" ");
  for (const said of ["Simulated panel", "SHA-256", "Wave 1", "Wave 3"]) expect(all).toContain(said);
  const outside = await page.evaluate(() => {
    const { width, height } = document.documentElement.getBoundingClientRect();
    return [...document.querySelectorAll("tspan, text")]
      .map((one) => ({ said: one.textContent, box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.left < -1 || box.right > width + 1 || box.bottom > height + 1)
      .map(({ said }) => said);
  });
  expect(outside).toEqual([]);
  const image = await page.request.get(`${APP}/series/river/pictures/trend-2.png`);
  expect(image.headers()["content-type"]).toBe("image/png");
  expect((await image.body()).length).toBeGreaterThan(20_000);
});

test("an owner asks a study again, sees what is the same, and takes it back", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${APP}/desk/studies/river-3-rehearsal`);
  await tab(page, "Series");
  await expect(page.getByRole("row", { name: /Wave 2/ })).toContainText("12 of 14 were invited before");
  await page.getByLabel(/Everybody on the panel/).check();
  await page.getByRole("button", { name: "Make the next wave" }).click();
  await expect(page.getByText(/The next wave was made.*16 people are on its panel/)).toBeVisible();
  await expect(page.getByRole("row", { name: /Wave 4/ })).toContainText("16 of 16 were invited before");
  await expect(page.getByRole("row", { name: /Wave 4/ })).toContainText("unchanged");
  await soundPage(page, []);
  // Nobody else can see it yet.
  const seen = await page.request.get(`${APP}/series/river`);
  expect(await seen.text()).not.toContain("(wave 4)");
  await page.goto(`${APP}/desk/studies/river-3-rehearsal/series`);
  await pressAndConfirm(page, "Take back");
  await expect(page.getByText("The wave was taken back, with the people carried over.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Wave 4/ })).toHaveCount(0);
});
