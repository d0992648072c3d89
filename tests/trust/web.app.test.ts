import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cacheRows } from "./web/caches";
import { crossSiteRows } from "./web/cross-site";
import { foreignStudyRows } from "./web/foreign-study";
import { hostileRows } from "./web/hostile";
import { linkRows } from "./web/links";
import { outboundLog, type WebScene, webScene } from "./web/scene";

/** One built app for every promise that is kept at its edge; each file beside is one row of them. */
let scene: WebScene;
beforeAll(async () => {
  scene = await webScene();
});
afterAll(() => scene?.stop());

describe("caches", () => cacheRows(() => scene));
describe("cross-site requests, clickjacking", () => crossSiteRows(() => scene));
describe("another study's data", () => foreignStudyRows(() => scene));
describe("hostile input", () => hostileRows(() => scene));
describe("links", () => linkRows(() => scene));

describe("outbound calls", () => {
  test("in all of this the app asked nobody outside this machine", () => {
    const log = outboundLog(scene.data);
    expect(existsSync(log) ? readFileSync(log, "utf8") : "").toBe("");
  });
});
