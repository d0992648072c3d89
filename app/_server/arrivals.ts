import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Environment } from "@/db/environment";

/** What only a proxy in front may say; and what tells the framework the nonce of a page, which proxy.ts draws. */
const FORWARDED = ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];
const INTERNAL = ["content-security-policy", "content-security-policy-report-only"];

const TWO_YEARS = 2 * 365 * 24 * 60 * 60;

/**
 * Looks at each request before the framework does, which would believe whatever a client says of its own address.
 * Afterwards `x-forwarded-for` is one address: what the outermost of the operator's own proxies saw, or, where
 * none is declared, the other end of the connection. Where there is TLS, every answer keeps browsers to it.
 */
export function watchArrivals({ trustedProxies, url }: Environment): void {
  const forgotten = trustedProxies > 0 ? INTERNAL : [...FORWARDED, ...INTERNAL];
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    for (const name of forgotten) delete request.headers[name];
    request.headers["x-forwarded-for"] = senderOf(request, trustedProxies);
    if (url.startsWith("https:"))
      response.setHeader("strict-transport-security", `max-age=${TWO_YEARS}; includeSubDomains`);
  });
}

function senderOf({ headers, socket }: IncomingMessage, proxies: number): string {
  const passed = String(headers["x-forwarded-for"] ?? "").split(",");
  // Each proxy adds at the end what it saw; what stands further left is only claimed.
  const seen = proxies > 0 ? passed.at(-proxies)?.trim() : "";
  return seen || (socket.remoteAddress ?? "");
}
