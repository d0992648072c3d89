import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";

const EDITION = "/studies/reengage-belarus-rehearsal/editions/1";
const NAMES = [
  "stance",
  "options-desirability",
  "shift-desirability",
  "scenarios",
  "answers-2-desirability",
  "rounds-2-desirability",
  "plane",
  "lives",
  "moves-7-desirability",
  "confidence-1-stance",
];

test("a picture's file stands by itself: finding, n, source and the simulated mark are inside, and no text leaves it", async ({
  page,
}) => {
  for (const name of NAMES) {
    await page.goto(`${EDITION}/pictures/${name}.svg`);
    const texts = await page.locator("text").allTextContents();
    const all = texts.join(" ");
    expect(all).toContain("Simulated panel");
    expect(all).toContain("SHA-256");
    expect(all).toMatch(/experts|edition/);
    const outside = await page.evaluate(() => {
      const { width, height } = document.documentElement.getBoundingClientRect();
      return [...document.querySelectorAll("tspan, text")]
        .map((one) => ({ said: one.textContent, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.left < -1 || box.right > width + 1 || box.bottom > height + 1)
        .map(({ said }) => said);
    });
    expect(outside, name).toEqual([]);
  }
});

test("a picture's PNG has its words in ink", async ({ page }) => {
  await page.goto(`${EDITION}/pictures/stance.png`);
  const dark = await page.evaluate(async () => {
    const image = document.querySelector("img")!;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    // The title stands in the top third.
    canvas.height = Math.round(image.naturalHeight / 3);
    const pen = canvas.getContext("2d")!;
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 80) count += 1;
    return { count, width: image.naturalWidth };
  });
  expect(dark.width).toBe(1920);
  expect(dark.count).toBeGreaterThan(3000);
});

test("a picture may be set into another site's page, weighs little, and runs nothing", async ({
  page,
  request,
}) => {
  for (const name of NAMES) {
    const answer = await request.get(`${EDITION}/embed/${name}`);
    const body = await answer.text();
    expect(gzipSync(body).length, name).toBeLessThan(30_000);
    expect(body).not.toContain("<script");
    expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors *");
    expect(answer.headers()["x-frame-options"]).toBeUndefined();
  }
  const elsewhere = createServer((_request, answer) => {
    const src = `${process.env.E2E_DEMO_URL}${EDITION}/embed/stance`;
    answer.setHeader("content-type", "text/html");
    answer.end(`<iframe src="${src}" width="360" height="700"></iframe>`);
  }).listen(0, "127.0.0.1");
  await once(elsewhere, "listening");
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  elsewhere.close();
  const frame = page.frameLocator("iframe");
  await expect(frame.locator(".narrow svg")).toBeVisible();
  await expect(frame.locator(".wide svg")).toBeHidden();
});

test("what is not published has no picture, feed or frame", async ({ request }) => {
  for (const place of [
    "/studies/reengage-belarus/editions/1/pictures/stance.svg",
    `${EDITION}/pictures/nothing.svg`,
    `${EDITION}/pictures/stance.gif`,
    "/studies/reengage-belarus-rehearsal/editions/2/embed/stance",
    "/studies/none/feed.xml",
    `/oembed?url=${encodeURIComponent("https://elsewhere.example/studies/x/results")}`,
  ])
    expect((await request.get(place)).status(), place).toBe(404);
});

test("a reader's program finds new editions in the feed, and the data through the page", async ({
  page,
  request,
}) => {
  const feed = await (await request.get("/studies/reengage-belarus-rehearsal/feed.xml")).text();
  expect(feed).toMatch(/<entry>.*editions\/1<\/id>/);
  await page.goto("/studies/reengage-belarus-rehearsal/results");
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
  expect(data).toMatchObject({ "@type": "Dataset", version: "1" });
  expect(data.description).toContain("Simulated panel");
  const picture = await page.locator('meta[property="og:image"]').getAttribute("content");
  expect((await request.get(new URL(picture!).pathname)).headers()["content-type"]).toBe("image/png");
});
