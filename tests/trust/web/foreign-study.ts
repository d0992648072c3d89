import { expect, test } from "vitest";
import { actionCall, ask } from "./ask";
import { addressOf, builtActions, builtRoutes, CANARY, rows, type WebScene } from "./scene";

const TREE = encodeURIComponent(JSON.stringify(["", { children: ["__PAGE__", {}] }, null, null, true]));

/** What the framework says to itself in headers, and what proxies say to it. None may change a decision. */
const INTERNAL: readonly Readonly<Record<string, string>>[] = [
  {},
  { "x-middleware-subrequest": Array(5).fill("proxy").join(":") },
  { "x-middleware-subrequest": Array(5).fill("src/middleware").join(":") },
  { "x-middleware-next": "1", "x-middleware-rewrite": "/desk" },
  { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "tholos-desk=1" },
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": TREE },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-prefetch": "2" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/desk/studies/$d$slug/__PAGE__" },
  { "x-nextjs-data": "1" },
  { "x-matched-path": "/desk", "x-invoke-path": "/desk", "x-invoke-status": "200" },
  { "x-now-route-matches": "1=foreign-river", "x-vercel-id": "1" },
  { "x-forwarded-host": "evil.example", "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "https" },
  { "x-rewrite-url": "/", "x-original-url": "/", "x-http-method-override": "GET" },
  { "x-prerender-revalidate": "1", purpose: "prefetch" },
];

/** The segment requests of the router are paths too. */
const SEGMENTS = ["", ".rsc", ".segments/_tree.segment.rsc", ".segments/__PAGE__.segment.rsc", "?_rsc=1"];

/** A redirect that only adds the router's own parameter decides nothing; it is followed once. */
async function decided(url: string, place: string, headers: Record<string, string>) {
  const answer = await ask(url, place, { headers });
  const to = String(answer.headers.location ?? "");
  return answer.status === 307 && /[?&]_rsc/.test(to) ? ask(url, to, { headers }) : answer;
}

export function foreignStudyRows(scene: () => WebScene): void {
  test("whoever belongs to one study gets nothing of another one, on no route and with no header of the framework", async () => {
    const { url, foreign, expert, facilitator } = scene();
    const routes = builtRoutes().filter(({ route }) => route.includes("[slug]"));
    const leaks: string[] = [];
    const failures: string[] = [];
    for (const { route } of routes)
      for (const cookie of ["", expert, facilitator])
        for (const [at, internal] of (cookie === expert ? INTERNAL.slice(0, 2) : INTERNAL).entries())
          for (const segment of at === 5 ? SEGMENTS : [""]) {
            const place = `${addressOf(route, foreign.slug)}${segment}`;
            const answer = await decided(url, place, { ...(cookie && { cookie }), ...internal });
            if (answer.body.includes(CANARY)) leaks.push(`${place} ${JSON.stringify(internal)}`);
            if (answer.status >= 500) failures.push(`${answer.status} ${place} ${JSON.stringify(internal)}`);
          }
    expect(leaks).toEqual([]);
    expect(failures).toEqual([]);
  });

  test("its own facilitator does see it on those routes, so the silence before was a decision", async () => {
    const { url, foreign, stranger } = scene();
    const desk = builtRoutes().filter(
      ({ route, isPage }) => isPage && route.startsWith("/desk/studies/[slug]"),
    );
    const seen = [];
    for (const { route } of desk)
      for (const internal of [{}, { rsc: "1" }] as Record<string, string>[]) {
        const place = addressOf(route, foreign.slug);
        const answer = await decided(url, place, { cookie: stranger, ...internal });
        if (answer.body.includes(CANARY)) seen.push(route);
      }
    expect(new Set(seen).size).toBeGreaterThan(12);
  });

  test("no action of the desk does anything to a study of somebody else", async () => {
    const { url, foreign, facilitator, expert } = scene();
    const before = await rows();
    const actions = builtActions(foreign.slug).filter(({ page }) => page.includes("/studies/"));
    expect(actions.length).toBeGreaterThan(20);
    const fields = {
      study: foreign.slug,
      version: "1",
      invitation: "00000000-0000-4000-8000-000000000000",
      withNothingShown: "on",
      item: "bridge",
      position: "ada",
      source: "paper",
      reason: "because",
      text: "eve@evil.example",
      round: "2",
    };
    for (const { id, page, name } of actions)
      for (const cookie of [facilitator, expert])
        for (const internal of [{}, INTERNAL[1]!]) {
          const answer = await ask(url, page, actionCall(id, fields, { cookie, origin: url, ...internal }));
          expect(answer.status, name).toBeLessThan(500);
          expect(answer.body).not.toContain(CANARY);
        }
    expect(await rows()).toEqual(before);
  });
}
