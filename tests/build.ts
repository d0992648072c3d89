import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { build, isBuilt } from "@/cli/build";

/**
 * The production build, then a look at what it baked. A page written at build time has the inline scripts of a moment
 * without a nonce, so it would never come alive under the content security policy, and would show one installation's data.
 */
if (!isBuilt()) await build();
const manifest = path.join(".next", "prerender-manifest.json");
const { routes } = z
  .object({ routes: z.record(z.string(), z.unknown()) })
  .parse(existsSync(manifest) ? JSON.parse(readFileSync(manifest, "utf8")) : {});
const baked = Object.keys(routes).filter((route) => !allowed(route));
for (const route of baked)
  console.error(`${route} is written at build time: it has to be rendered on request`);
process.exitCode = baked.length === 0 ? 0 : 1;

/** The framework's own error pages, and files that hold no script. */
function allowed(route: string): boolean {
  return (
    route === "/_not-found" || route === "/_global-error" || /\.(svg|ico|png|txt|webmanifest)$/.test(route)
  );
}
