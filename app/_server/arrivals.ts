import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Environment } from "@/db/environment";
import { blameCaller } from "./calls";
import { isRouterState } from "./router-state";

/** What only a proxy in front may say; and what tells the framework the nonce of a page, which proxy.ts draws. */
const FORWARDED = ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];
const INTERNAL = ["content-security-policy", "content-security-policy-report-only"];
const ARRIVAL = "http.server.request.start";
const TWO_YEARS = 2 * 365 * 24 * 60 * 60;

/**
 * Looks at each request before the framework does, which would believe whatever a client says of its own address,
 * and fails on what none of our pages sends. Afterwards `x-forwarded-for` is one address: what the outermost of the
 * operator's own proxies saw, or, where none is declared, the other end of the connection.
 * @returns stops looking
 */
export function watchArrivals({ trustedProxies, url }: Environment): () => void {
  const forgotten = trustedProxies > 0 ? INTERNAL : [...FORWARDED, ...INTERNAL];
  const look = (message: unknown) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    for (const name of forgotten) delete request.headers[name];
    request.headers["x-forwarded-for"] = senderOf(request, trustedProxies);
    dropUnreadable(request);
    blameCaller(request, response);
    keepPrivate(response);
    if (url.startsWith("https:"))
      response.setHeader("strict-transport-security", `max-age=${TWO_YEARS}; includeSubDomains`);
  };
  subscribe(ARRIVAL, look);
  return () => unsubscribe(ARRIVAL, look);
}

function senderOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const passed = String(headers["x-forwarded-for"] ?? "").split(",");
  // Each proxy adds at the end what it saw; what stands further left is only claimed.
  const seen = proxies > 0 ? passed.at(-proxies)?.trim() : "";
  return seen || (socket.remoteAddress ?? "");
}

/** An address that can't be decoded leads nowhere; a state of the router that can't be read is none. */
function dropUnreadable(request: IncomingMessage): void {
  try {
    decodeURIComponent(request.url?.split("?")[0] ?? "");
  } catch {
    request.url = "/not-an-address";
  }
  const state = request.headers["next-router-state-tree"];
  if (state !== undefined && !isRouterState(String(state))) delete request.headers["next-router-state-tree"];
}

/** Whatever says nothing about keeping it is not kept: the framework's own answers, and a route that forgot. */
function keepPrivate(response: ServerResponse): void {
  const write = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    if (!response.hasHeader("cache-control")) response.setHeader("cache-control", "private, no-store");
    return Reflect.apply(write, this, given) as ServerResponse;
  } as ServerResponse["writeHead"];
}
