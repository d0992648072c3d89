import { expect, test } from "vitest";
import { fc } from "../../draws";
import { soakLength } from "../soak-length";
import { type Answered, type Asked, actionCall, ask, requestsMade } from "./ask";
import { addressOf, builtActions, builtRoutes, rows, type WebScene } from "./scene";

const { hostility, patience } = soakLength;
const SLOWEST = 15_000;

const deep = (levels: number, open = "[", close = "]"): string => open.repeat(levels) + close.repeat(levels);

/** Bodies that some decoder may stumble over. */
const BODIES: readonly string[] = [
  "",
  "null",
  "[]",
  "{}",
  '"text"',
  "1e999",
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  '{"round":1,"round":2,"answers":[{"item":"bridge","part":"__proto__","value":9}]}',
  '{"round":1e308,"answers":[]}',
  '{"round":2,"answers":{"length":1000000}}',
  '{"token":["a"],"code":{"$ne":null}}',
  `{"token":"${"A".repeat(10_000)}"}`,
  '{"token":"\\u0000\\ud800"}',
  deep(20_000),
  deep(5_000, '{"a":', "}").replace("}", "1}"),
  `[${"1,".repeat(60_000)}1]`,
  "\u0000\u0001\u0002",
  "%00%ff&a=b&a[b][c]=d",
  "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
  "'; drop table study; --",
  "{{7*7}}<%= 7*7 %>",
  // What the framework's own encoding of arguments refers to, where there is nothing.
  '["$1"]',
  '["$K1"]',
  '["$F1"]',
  '["$1:constructor:constructor"]',
  '["$1:__proto__:then"]',
  '[{"then":"$1:then","status":"resolved_model","value":"{}","_response":{"_prefix":"x"}}]',
  '["$B1","$Q2","$W3","$i4","$n99999","$D0","$@5","$R6","$r7","$u"]',
];

const TYPES: readonly string[] = [
  "application/json",
  "application/json; charset=utf-16",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "multipart/form-data; boundary=",
  "text/plain;charset=UTF-8",
  "text/x-component",
  "application/octet-stream",
  "image/png",
  "; ; ;",
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-state-tree": "%7B%22a" },
  { rsc: "1", "next-router-state-tree": deep(2_000) },
  { rsc: "1", "next-router-segment-prefetch": "/../../etc/passwd", "next-router-prefetch": "9" },
  { "next-action": "0".repeat(42) },
  { "next-action": "x".repeat(3_000) },
  { "next-action": "__proto__" },
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-nextjs-data": "1" },
  { "x-forwarded-host": "[", "x-forwarded-proto": "gopher", "x-forwarded-for": ",,," },
  { "accept-encoding": "br;q=x, *;q=-1", "accept-language": "-", range: "bytes=9-1" },
  { cookie: `tholos-desk=${"a".repeat(3_000)}; tholos-seat=%00%ff.b.1.c` },
  { cookie: "tholos-desk.0=a; tholos-desk.1=b; next-auth.csrf-token=|||; __Host-next-auth.csrf-token=a" },
  { "content-encoding": "gzip" },
  { "if-none-match": "*", "if-modified-since": "never" },
  { expect: "nothing" },
];

const PLACES: readonly string[] = [
  "/studies/%00",
  "/studies/%00/results.csv",
  "/studies/%00/editions/1/bundle.zip",
  "/series/%00/series.json",
  "/desk/studies/%00/design.json",
  "/studies/%ff%fe",
  "/studies/..%2f..%2fetc%2fpasswd/results.json",
  "/studies/own-river/editions/-1",
  "/studies/own-river/editions/99999999999999999999/results.csv",
  "/studies/own-river/editions/1e3/results.json",
  `/studies/${"a".repeat(3_000)}`,
  "/studies/__proto__/results.json",
  "/studies/own-river/results?__proto__[a]=b&_rsc=%00",
  "/desk/studies/own-river/analysis/NaN",
  "/desk/outbox/not-an-id",
  "/api/auth/callback/magic-link",
  "/api/auth/callback/nothing",
  "/api/auth/signin/magic-link?callbackUrl=https://evil.example",
  "/api/auth/__proto__",
  "/_next/image?url=http%3A%2F%2F127.0.0.1%3A1%2F&w=64&q=75",
  "/_next/image?url=%2Ficon.svg&w=64&q=75",
  "/_next/data/x/desk.json",
  "/_next/static/../../server/server-reference-manifest.json",
  "/_next/static/..%2f..%2fserver%2fserver-reference-manifest.json",
  "//evil.example/%2f..",
  "/.env",
  "/desk;/..;/panel",
];

/** What no answer may be or hold. */
function wrong({ status, body, milliseconds }: Answered): string | null {
  if (status >= 500) return `status ${status}`;
  if (/\n\s+at .+:\d+:\d+|node_modules|\/db\/[a-z/-]+\.ts|PostgresError|Failed query/.test(body))
    return "tells of its own code";
  return milliseconds > SLOWEST ? `took ${Math.round(milliseconds)} ms` : null;
}

async function faults(url: string, asks: readonly (readonly [string, Asked])[]): Promise<string[]> {
  const found: string[] = [];
  const pile = [...asks];
  const worker = async () => {
    for (let next = pile.pop(); next; next = pile.pop()) {
      const [place, asked] = next;
      const name = `${asked.method ?? "GET"} ${place.slice(0, 90)}`;
      try {
        const fault = wrong(await ask(url, place, asked));
        if (fault) found.push(`${fault}: ${name} ${JSON.stringify(asked).slice(0, 220)}`);
      } catch (error) {
        // The server may close the connection on what is no HTTP; it must still be there for the next one.
        if (!/ECONNRESET|socket hang up|Parse Error|Invalid/.test(String(error))) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return [...new Set(found)].sort();
}

export function hostileRows(scene: () => WebScene): void {
  const places = () => [...builtRoutes().map(({ route }) => addressOf(route, scene().own.slug)), ...PLACES];

  test(
    "whatever headers come with it, every route answers without an error of its own and without a look inside",
    async () => {
      const before = await rows();
      const asks = places().flatMap((place) =>
        HEADERS.flatMap((headers) =>
          ["GET", "HEAD", "OPTIONS"].map((method) => [place, { method, headers }] as const),
        ),
      );
      expect(await faults(scene().url, asks)).toEqual([]);
      expect(await rows()).toEqual(before);
    },
    patience,
  );

  test(
    "whatever body is sent to it, every route refuses it with less than an error of its own and changes no row",
    async () => {
      const { url, expert, facilitator } = scene();
      const before = await rows();
      const sessions = [{}, { cookie: `${expert}; ${facilitator}`, origin: url }] as Record<string, string>[];
      const draw = fc.sample(
        fc.record({
          place: fc.constantFrom(...places().filter((place) => !place.startsWith("/api/auth/signout"))),
          method: fc.constantFrom("POST", "PUT", "PATCH", "DELETE"),
          type: fc.constantFrom(...TYPES),
          body: fc.oneof(
            fc.constantFrom(...BODIES),
            fc.json({ maxDepth: 6 }),
            fc.string({ unit: "binary", maxLength: 400 }),
          ),
          headers: fc.constantFrom(...HEADERS),
          session: fc.constantFrom(...sessions),
        }),
        { numRuns: 1500 * hostility, seed: 20261125 },
      );
      const asks = draw.map(
        ({ place, method, type, body, headers, session }) =>
          [place, { method, body, headers: { "content-type": type, ...headers, ...session } }] as const,
      );
      expect(await faults(url, asks)).toEqual([]);
      expect(await rows()).toEqual(before);
    },
    patience,
  );

  test(
    "whatever arguments an action is called with, it refuses them with less than an error and changes no row",
    async () => {
      const { url, own, stranger } = scene();
      const before = await rows();
      // Two take no argument and act on one's own account: called by its owner, they do what they are for.
      const owned = new Set(["endSessionsAction", "beginAction"]);
      const actions = builtActions(own.slug).filter(({ name }) => !owned.has(name));
      const asks = actions.flatMap(({ id, page }) => [
        ...BODIES.flatMap((body) =>
          ["text/plain;charset=UTF-8", "multipart/form-data; boundary=x"].map((type) => {
            const form = `--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n${body}\r\n--x--\r\n`;
            const headers = { "content-type": type, "next-action": id, origin: url, cookie: stranger };
            return [page, { method: "POST", headers, body: type.startsWith("text") ? body : form }] as const;
          }),
        ),
        ...fc
          .sample(fc.dictionary(fc.constantFrom(...FIELDS), fc.string({ unit: "binary", maxLength: 60 })), {
            numRuns: 4 * hostility,
            seed: 20261125,
          })
          .map((fields) => [page, actionCall(id, fields, { origin: url, cookie: stranger })] as const),
      ]);
      expect(await faults(url, asks)).toEqual([]);
      expect(await rows()).toEqual(before);
    },
    patience,
  );

  test(
    "bodies without end or without a length, and a thousand requests at once, leave the app answering",
    async () => {
      const { url } = scene();
      const before = await rows();
      const large = "x".repeat(999_000);
      const crowd = Array.from(
        { length: 1000 * hostility },
        (_, at) => [at % 2 ? "/join" : "/api/panel/session", { method: "GET" }] as const,
      );
      const heavy = Array.from({ length: 12 }, (_, at) => {
        const headers = {
          "content-type": at % 2 ? "application/json" : "multipart/form-data; boundary=x",
          origin: url,
        };
        return [at % 3 ? "/api/panel/session" : "/join", { method: "POST", headers, body: large }] as const;
      });
      expect(await faults(url, [...crowd, ...heavy])).toEqual([]);
      expect((await ask(url, "/api/health")).status).toBe(200);
      expect(await rows()).toEqual(before);
      console.log(`hostile input: ${requestsMade()} requests so far`);
    },
    patience,
  );
}

const FIELDS = [
  "study",
  "address",
  "token",
  "code",
  "round",
  "section",
  "version",
  "title",
  "slug",
  "text",
  "reason",
  "item",
  "position",
  "source",
  "closesAt",
  "go",
  "keep",
] as const;
