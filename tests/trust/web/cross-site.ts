import { expect, test } from "vitest";
import { sql } from "@/db/client";
import { type Asked, actionCall, ask } from "./ask";
import { addressOf, builtActions, builtRoutes, rows, seatCookie, type WebScene } from "./scene";

const WRITES = ["POST", "PUT", "PATCH", "DELETE"] as const;

/** Where a forged request may say that it comes from; `undefined` says nothing. */
const elsewhere = (url: string): readonly (string | undefined)[] => [
  "https://evil.example",
  "null",
  undefined,
  `${url}.evil.example`,
  url.replace("localhost", "localhost.evil.example"),
  url.replace("http:", "https:").replace(/:\d+$/, ":1"),
];

const from = (origin: string | undefined, cookie: string) => ({ cookie, ...(origin && { origin }) });

/** Mail programs send no page of ours along: the address carries its own proof, and a wrong one is none. */
const ACTS_ON_ITS_PROOF = new Set(["/api/person/stop/[invitation]/[proof]"]);

export function crossSiteRows(scene: () => WebScene): void {
  test("every action of the build refuses a session that comes from another site or from none, and changes no row", async () => {
    const { url, own, expert, facilitator } = scene();
    const before = await rows();
    const actions = builtActions(own.slug);
    expect(actions.length).toBeGreaterThan(35);
    for (const { id, name, page } of actions)
      for (const origin of elsewhere(url)) {
        const fields = { study: own.slug, code: "1", withNothingShown: "on", title: "forged" };
        const forged = actionCall(id, fields, from(origin, `${expert}; ${facilitator}`));
        expect((await ask(url, page, forged)).status, `${name} from ${origin}`).toBe(403);
      }
    expect(await rows()).toEqual(before);
  });

  test("every route that writes refuses a session that comes from another site or from none, and changes no row", async () => {
    const { url, own, expert, facilitator } = scene();
    const before = await rows();
    for (const { route, isPage } of builtRoutes())
      for (const method of isPage ? (["POST"] as const) : WRITES)
        for (const origin of elsewhere(url)) {
          const place = route.startsWith("/api/auth") ? "/api/auth/signout" : addressOf(route, own.slug);
          const forged: Asked = {
            method,
            json: { round: 2, answers: [], token: own.links[1] },
            headers: from(origin, `${expert}; ${facilitator}`),
          };
          const { status } = await ask(url, place, forged);
          // 405: the route has no such method at all.
          const refusals = ACTS_ON_ITS_PROOF.has(route) ? [400, 404, 405] : [403, 405];
          expect(refusals, `${method} ${place}`).toContain(status);
        }
    expect(await rows()).toEqual(before);
  });

  test("the same requests from our own page do change rows: what refuses the forged ones is where they come from", async () => {
    const { url, own, foreign } = scene();
    // An expert who has not agreed yet; the forged consent is one click of theirs.
    const cookie = await seatCookie(url, own.links[7]!);
    const consented = async () =>
      (await sql()`select 1 from seat where study_id = ${own.id} and consented_in_round is not null`).length;
    const consent = builtActions(own.slug).find(({ name }) => name === "consentAction")!;
    const before = await consented();
    await ask(url, "/panel", actionCall(consent.id, {}, from("https://evil.example", cookie)));
    expect(await consented()).toBe(before);
    await ask(url, "/panel", actionCall(consent.id, {}, from(url, cookie)));
    expect(await consented()).toBe(before + 1);
    const draft: Asked = { method: "PUT", json: { round: 2, answers: [] }, headers: from(url, cookie) };
    expect((await ask(url, "/api/panel/draft", draft)).status).toBe(200);
    expect(foreign.slug).not.toBe(own.slug);
  });

  test("redeeming a link acts on its token alone: a script without a cookie needs no origin, another site's page gets nothing", async () => {
    const { url, own } = scene();
    const redeem = (headers: Record<string, string>) =>
      ask(url, "/api/panel/session", { method: "POST", json: { token: own.links[2] }, headers });
    expect((await redeem({})).status).toBe(200);
    const foreign = await redeem({ origin: "https://evil.example" });
    expect([foreign.status, foreign.cookies]).toEqual([403, ""]);
  });
}
