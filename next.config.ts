import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { filePolicy } from "./app/_server/content-policy";

const withNextIntl = createNextIntlPlugin("./app/_server/messages.ts");

/**
 * What every answer carries. Pages get a policy with a nonce instead (proxy.ts). A policy that a route handler sends
 * by itself counts beside this one, so a route that others may frame has to be left out of `source` below.
 */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  // Not no-referrer: a form sent without script would then name no origin, and be refused as another site's.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** What every answer carries but a picture that is made for somebody else's frame and a report, which send policies of their own. */
const unframed = [
  { key: "Content-Security-Policy", value: filePolicy() },
  { key: "X-Frame-Options", value: "DENY" },
];
const OWN_POLICY = "studies/[^/]+/editions/[^/]+/(?:embed/|report$)";

/** The preview of a questionnaire stands in a frame of the desk, of our own origin. */
const framedByUs = [
  { key: "Content-Security-Policy", value: filePolicy() },
  { key: "X-Frame-Options", value: "SAMEORIGIN" },
];

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // After a crash experts wait for the first answer: each page is read in when it is first asked for.
  experimental: { preloadEntriesOnStart: false },
  // Types are a check of their own in npm test; whoever only starts Tholos need not wait for them.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: "/:path*", headers },
    { source: `/((?!${OWN_POLICY}|preview/).*)`, headers: unframed },
    { source: "/preview/:path*", headers: framedByUs },
  ],
  serverExternalPackages: ["@resvg/resvg-js", "pg-boss", "nodemailer", "postgres"],
};

export default withNextIntl(config);
