import { expect, test } from "vitest";
import { system } from "@/db/actor";
import { LIMITS } from "@/db/attempts";
import { sql } from "@/db/client";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { removeFacilitator } from "@/db/commands/remove-facilitator";
import { revokeLink } from "@/db/commands/revoke-link";
import { newToken } from "@/db/sealing";
import { value } from "../../db/a-study";
import { soakLength } from "../soak-length";
import { ask } from "./ask";
import { deskCookie, rows, seatCookie, type WebScene } from "./scene";

const SCANNERS = [
  "Mozilla/5.0 (compatible; MSOffice; SafeLinks)",
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "facebookexternalhit/1.1",
  "Barracuda Sentinel (EE)",
  "curl/8.5.0",
];
const { guesses, patience } = soakLength;
const MOST = LIMITS["wrong-link"].most;

export function linkRows(scene: () => WebScene): void {
  test("a scanner that opens a link ten times, or asks for its head only, changes nothing and uses nothing up", async () => {
    const { url, own } = scene();
    const { token } = value(await addFacilitator(system, { address: "scanned@desk.example" }));
    const before = await rows();
    // What stands behind the hash is never sent; a careless scanner may send it all the same.
    const places = [
      "/join",
      `/join?token=${own.links[3]}`,
      "/desk/sign-in/confirm",
      `/desk/sign-in/confirm?${token}`,
    ];
    for (const place of [...places, `/api/panel/session?token=${own.links[3]}`])
      for (const agent of SCANNERS) {
        const headers = { "user-agent": agent };
        const head = await ask(url, place, { method: "HEAD", headers });
        expect([head.status < 500, head.cookies], place).toEqual([true, ""]);
        for (let times = 0; times < 10; times += 1) await ask(url, place, { headers });
      }
    expect(await rows()).toEqual(before);
    expect(await deskCookie(url, token)).toContain("tholos-desk=");
  });

  test(
    "guessing codes opens nothing and is told to wait, and the panel behind the same address gets in meanwhile",
    async () => {
      const { url, own } = scene();
      const before = await rows();
      const told = new Map<number, number>();
      const guess = async (at: number) => {
        const { status, cookies } = await ask(url, "/api/panel/session", {
          method: "POST",
          json: { token: newToken() },
          // Pretending to be somebody else each time does not help.
          headers: { "x-forwarded-for": `198.51.100.${at % 250}`, "x-real-ip": `198.51.100.${at % 250}` },
        });
        expect(cookies).toBe("");
        told.set(status, (told.get(status) ?? 0) + 1);
      };
      for (let at = 0; at < guesses; at += 20)
        await Promise.all(Array.from({ length: 20 }, (_, more) => guess(at + more)));
      expect([...told.keys()].sort()).toEqual([404, 429]);
      // The span of the limit may begin anew while this runs.
      expect(told.get(404)).toBeLessThanOrEqual(MOST * Math.ceil(1 + guesses / 20_000));
      expect(await rows()).toEqual(before);
      for (let times = 0; times < 60; times += 1)
        expect(await seatCookie(url, own.links[times % 7]!)).toContain("tholos-seat=");
      console.log(
        `links: ${guesses} guesses, ${[...told].map(([status, count]) => `${count} times ${status}`).join(", ")}`,
      );
    },
    patience,
  );

  test("a revoked link opens nothing, and ends the session that it began", async () => {
    const { url, foreign } = scene();
    const cookie = await seatCookie(url, foreign.links[6]!);
    const asks = () => ask(url, "/api/panel/questionnaire", { headers: { cookie } });
    expect((await asks()).status).toBe(200);
    const [person] = await sql()<{ id: string }[]>`
      select id from invitation where study_id = ${foreign.id} order by address desc limit 1`;
    value(await revokeLink(system, { study: foreign.slug, invitation: person!.id }));
    expect((await asks()).status).toBe(401);
  });

  test("whoever is taken off the facilitators' roll, or signs out everywhere, has no session from the next click on", async () => {
    const { url } = scene();
    const address = "leaving@desk.example";
    const cookie = await deskCookie(url, value(await addFacilitator(system, { address })).token);
    const opensDesk = async () => (await ask(url, "/desk", { headers: { cookie } })).status === 200;
    expect(await opensDesk()).toBe(true);
    await sql()`update facilitator set session_epoch = session_epoch + 1 where address = ${address}`;
    expect(await opensDesk()).toBe(false);
    await sql()`update facilitator set session_epoch = session_epoch - 1 where address = ${address}`;
    expect(await opensDesk()).toBe(true);
    value(await removeFacilitator(system, { address }));
    expect(await opensDesk()).toBe(false);
  });

  test("a session's cookie that was forged, cut or made under another key is a visitor's", async () => {
    const { url, expert, facilitator } = scene();
    const cut = (cookie: string) => [
      cookie.slice(0, -3),
      `${cookie.slice(0, -1)}~`,
      cookie.replace(/\d/, "9"),
    ];
    for (const cookie of [...cut(expert), "tholos-seat=a.b.1.c", "tholos-seat=...."])
      expect((await ask(url, "/api/panel/questionnaire", { headers: { cookie } })).status, cookie).toBe(401);
    for (const cookie of [...cut(facilitator).slice(0, 2), "tholos-desk=eyJhbGciOiJub25lIn0.e30."])
      expect((await ask(url, "/desk", { headers: { cookie } })).status, cookie).toBe(307);
  });
}
