import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, expect, test } from "vitest";
import { watchArrivals } from "@/app/_server/arrivals";
import { isRouterState } from "@/app/_server/router-state";
import { signIn } from "@/app/_server/sign-in";
import { type Environment, readEnvironment, setEnvironment } from "@/db/environment";

const variables = {
  DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  MAIL: "none",
  NEXTAUTH_URL: "https://tholos.example.org",
  NEXTAUTH_SECRET: "a secret that only the tests know, long enough",
  PANEL_KEY: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
};
let forget = () => {};
beforeAll(() => setEnvironment(readEnvironment(variables)));
afterEach(() => forget());

const behind = (more: Record<string, string> = {}): Environment => readEnvironment({ ...variables, ...more });

/** Sends one request to a server that was told of these surroundings, and returns what the framework would see. */
async function arrive(environment: Environment, headers: Record<string, string>, place = "/") {
  forget = watchArrivals(environment);
  let seen: { headers: IncomingHttpHeaders; url: string | undefined } | undefined;
  const server = createServer((request, response) => {
    seen = { headers: request.headers, url: request.url };
    response.end("here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${place}`, { headers });
  await answer.text();
  await new Promise((resolve) => server.close(resolve));
  return { ...seen!, answer };
}

test("what a client says of its own address is believed from declared proxies alone", async () => {
  const said = { "x-forwarded-for": "198.51.100.1, 203.0.113.7", "x-forwarded-host": "evil.example" };
  const open = await arrive(behind(), said);
  expect(open.headers["x-forwarded-for"]).toBe("127.0.0.1");
  expect(open.headers["x-forwarded-host"]).toBeUndefined();
  forget();
  const one = await arrive(behind({ TRUSTED_PROXIES: "1" }), said);
  expect(one.headers["x-forwarded-for"]).toBe("203.0.113.7");
  forget();
  const two = await arrive(behind({ TRUSTED_PROXIES: "2" }), said);
  expect(two.headers["x-forwarded-for"]).toBe("198.51.100.1");
  forget();
  const passedBy = await arrive(behind({ TRUSTED_PROXIES: "3" }), said);
  expect(passedBy.headers["x-forwarded-for"]).toBe("127.0.0.1");
});

test("under TLS every answer keeps browsers to it, and without TLS none does", async () => {
  const tls = await arrive(behind(), {});
  expect(tls.answer.headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  forget();
  const plain = await arrive(behind({ NEXTAUTH_URL: "http://tholos.example.org" }), {});
  expect(plain.answer.headers.get("strict-transport-security")).toBeNull();
});

test("an answer that says nothing about being kept is private, whoever made it", async () => {
  expect((await arrive(behind(), {})).answer.headers.get("cache-control")).toBe("private, no-store");
});

test("under TLS the desk's session stands in a cookie of this host alone, which no script reads", () => {
  expect(signIn().cookies?.sessionToken).toEqual({
    name: "__Host-tholos-desk",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
  });
});

test("an address that can't be decoded and a router's state that can't be read never reach the framework", async () => {
  const { url, headers } = await arrive(behind(), { "next-router-state-tree": "[[[" }, "/studies/%ff%fe");
  expect(url).toBe("/not-an-address");
  expect(headers["next-router-state-tree"]).toBeUndefined();
});

test("the state that the router's own script sends is left as it is", () => {
  const trees: unknown[] = [
    [
      "",
      { children: ["studies", { children: [["slug", "river", "d", null], { children: ["__PAGE__", {}] }] }] },
    ],
    ["", { children: ["(desk)", { children: ["desk", {}, null, "refetch"] }] }, null, null, 16],
    ["", {}, ["/a", "?b"], "metadata-only", 1, "key"],
    ["", { modal: [["rest", "a/b", "oc", ["new"]], {}] }],
  ];
  for (const tree of trees) expect(isRouterState(encodeURIComponent(JSON.stringify(tree)))).toBe(true);
  for (const broken of [
    "",
    "{}",
    "[1,{}]",
    '["",[]]',
    '["",{"a":1}]',
    '["",{},null,"now"]',
    "%ff",
    "[".repeat(9),
  ])
    expect(isRouterState(broken), broken).toBe(false);
});
