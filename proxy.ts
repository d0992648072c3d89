import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pagePolicy } from "./app/_server/content-policy";
import { isForeign } from "./app/_server/origin";

const LARGEST = 1_000_000;

/**
 * Gives each page its content security policy, and refuses with a sentence what the framework would fail on
 * before a server action sees it. It decides nothing about who may do what: the data does (docs/decisions/001).
 */
export function proxy(request: NextRequest): NextResponse {
  if (Number(request.headers.get("content-length")) >= LARGEST)
    return refusal(413, "too-large", "This is larger than one megabyte, which is more than Tholos takes.");
  if (!READS.has(request.method)) {
    if (isForeign(request.headers))
      return refusal(403, "foreign-origin", "This was sent from the page of another site.");
    if (!isForm(request)) return refusal(415, "no-form", "This is no form of a page.");
  }
  return page(request);
}

const READS = new Set(["GET", "HEAD"]);

/** What a page is sent: a form, or the call of an action by our own script. */
function isForm({ method, headers }: NextRequest): boolean {
  const type = headers.get("content-type") ?? "";
  if (method !== "POST") return false;
  if (/^multipart\/form-data\s*;.*\bboundary=[^\s;]/i.test(type)) return true;
  return headers.has("next-action") && /^text\/plain\s*(;|$)/i.test(type);
}

function page(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy(nonce, request.nextUrl.pathname, process.env.NODE_ENV === "development");
  const headers = new Headers(request.headers);
  // The framework takes the nonce of its own scripts from here.
  headers.set("content-security-policy", policy);
  const answer = NextResponse.next({ request: { headers } });
  answer.headers.set("content-security-policy", policy);
  return answer;
}

const refusal = (status: number, error: string, reason: string): NextResponse =>
  NextResponse.json(
    { error, message: `${reason} Nothing was changed.` },
    { status, headers: { "cache-control": "private, no-store" } },
  );

/** Pages, but neither their parts that a script fetches later, nor files; and bodies of a million bytes and more. */
export const config = {
  matcher: [
    {
      source:
        "/((?!api/|_next/|icon\\.svg|studies/[^/]+/editions/[^/]+/(?:embed/|report$)|.*\\.(?:csv|json|xml|zip|png|svg|docx|xlsx|pdf)$).*)",
      missing: [{ type: "header", key: "rsc" }],
    },
    { source: "/:path*", has: [{ type: "header", key: "content-length", value: "[0-9]{7,}" }] },
  ],
};
