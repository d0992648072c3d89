import { execFileSync } from "node:child_process";
import path from "node:path";
import { type Browser, type CDPSession, expect, type Page, test } from "@playwright/test";

const ROOT = process.env.E2E_ROOT!;
const APP = process.env.E2E_DEMO_URL!;
const REHEARSAL = "/studies/reengage-belarus-rehearsal/results";
const PLACES = [
  "/studies/few/results",
  "/studies/few/results/items/bridge",
  "/studies/many/results",
  ...["stance", "option-0", "option-1", "option-2", "option-6", "scenario-3", "choice"].map(
    (item) => `/studies/many/results/items/${item}`,
  ),
  REHEARSAL,
];

// One after another: the studies are planted once, and work is counted while nothing else of this file runs.
test.describe.configure({ mode: "default" });

let link = "";

test.beforeAll(() => {
  const script = path.join(ROOT, "tests", "e2e", "plant-hard-studies.ts");
  const said = execFileSync(process.execPath, ["--import", "tsx", script], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, THOLOS_DATA: process.env.E2E_DEMO_DATA, NEXTAUTH_URL: APP, MAIL: "none" },
  });
  link = JSON.parse(said.trim().split("\n").at(-1)!).link;
});

/** Words of a picture that run over each other or out of the page. */
const clashes = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const pictures = [...document.querySelectorAll("svg")].filter(
      (one) => !one.parentElement!.closest("svg"),
    );
    return pictures.flatMap((svg) => {
      const words = [...svg.querySelectorAll("text, tspan")]
        .filter((one) => one.tagName === "tspan" || !one.querySelector("tspan"))
        .map((one) => ({ said: one.textContent ?? "", box: one.getBoundingClientRect() }))
        .filter(({ said, box }) => said.trim() !== "" && box.width > 0);
      const cut = words.filter(
        ({ box }) => box.left < -1 || box.right > document.documentElement.clientWidth + 1,
      );
      const over = words.flatMap((one, at) =>
        words.slice(at + 1).flatMap((other) => {
          const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          return across > 1.5 && down > 5 ? [`“${one.said}” over “${other.said}”`] : [];
        }),
      );
      return [...cut.map(({ said }) => `“${said}” is cut`), ...over];
    });
  });

for (const width of [360, 1280])
  test(`at ${width} pixels no words of a picture are cut or run over each other, with 3 and with 60 questions of any title`, async ({
    browser,
  }) => {
    test.slow();
    const context = await browser.newContext({ baseURL: APP, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const place of PLACES) {
      await page.goto(place);
      for (const media of ["screen", "print"] as const) {
        await page.emulateMedia({ media });
        expect(await clashes(page), `${place}, ${media}`).toEqual([]);
      }
      await page.emulateMedia({ media: "screen" });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, place).toBeLessThanOrEqual(width);
    }
    await context.close();
  });

test("how each group chose is drawn below how the panel did, and nothing of a group that is too small", async ({
  page,
}) => {
  await page.goto(`${APP}/studies/many/results/items/choice`);
  await page.getByText("By group of experts").first().click();
  const groups = page
    .getByRole("row")
    .filter({ has: page.getByText("Whole panel") })
    .first();
  const line = (name: string) => groups.getByRole("listitem").filter({ hasText: name });
  await expect(groups.getByRole("listitem")).toHaveCount(4);
  await expect(line("Whole panel").locator("svg")).toHaveCount(1);
  await expect(line("upper").locator("svg")).toHaveCount(1);
  await expect(line("Alone").locator("svg")).toHaveCount(0);
});

/** Milliseconds of processor time that the page's main thread took so far: whatever else the machine does is no part. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration")!.value;
}

async function counted(browser: Browser, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ baseURL: APP, viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" } as never);
  return { context, page, session };
}

test("the first view of results takes a browser less than half a second of work", async ({ browser }) => {
  for (const place of [REHEARSAL, `${REHEARSAL}/items/stance`]) {
    const taken: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      const { context, page, session } = await counted(browser, { width: 1280, height: 900 });
      await page.goto(place, { waitUntil: "load" });
      taken.push(await busy(session));
      await context.close();
    }
    const [, , median] = taken.toSorted((a, b) => a - b);
    console.log(`${place}: ${median!.toFixed(0)} ms of the main thread until loaded`);
    expect(median, place).toBeLessThan(500);
  }
});

test("a phone at a quarter of this machine's speed scrolls sixty questions with pictures at sixty frames a second", async ({
  browser,
}) => {
  const { context, page, session } = await counted(browser, { width: 390, height: 844 });
  const opened = await page.request.post("/api/panel/session", {
    data: { token: link },
    headers: { origin: APP },
  });
  expect(opened.status()).toBe(200);
  await page.goto("/panel/questionnaire/all", { waitUntil: "networkidle" });
  const before = await busy(session);
  const frames = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        let count = 0;
        const step = () => {
          count += 1;
          window.scrollBy(0, 120);
          if (window.scrollY + window.innerHeight < document.documentElement.scrollHeight - 1)
            requestAnimationFrame(step);
          else done(count);
        };
        requestAnimationFrame(step);
      }),
  );
  const each = (await busy(session)) - before;
  console.log(`scrolling: ${frames} frames, ${(each / frames).toFixed(2)} ms of the main thread each`);
  expect(frames).toBeGreaterThan(300);
  expect((4 * each) / frames).toBeLessThan(1000 / 60);
  await context.close();
});
