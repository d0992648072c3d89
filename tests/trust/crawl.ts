import { readFileSync } from "node:fs";
import path from "node:path";

export type Seen = { readonly url: string; readonly status: number; readonly body: string };

/** Fetches every address of the built app with the given parameters, and every link found on the way, as one browser does. */
export async function crawl(
  base: string,
  cookie: string,
  parameters: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Seen[]> {
  const waiting = [...routesOf(parameters), "/", "/desk"];
  const known = new Set(waiting);
  const seen: Seen[] = [];
  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
    for (const rsc of url.includes(".") || url.startsWith("/api") ? [false] : [false, true]) {
      const headers: Record<string, string> = rsc ? { cookie, RSC: "1" } : { cookie };
      const answer = await fetch(base + url, { headers, redirect: "manual" });
      const body = await answer.text();
      seen.push({ url: rsc ? `${url} (segment)` : url, status: answer.status, body });
      for (const link of linksIn(body, answer.headers.get("location"), base))
        if (!known.has(link) && known.size < 1500) {
          known.add(link);
          waiting.push(link);
        }
    }
  }
  return seen;
}

/** Every route of the build, once for each way to fill its parameters. */
function routesOf(parameters: Readonly<Record<string, readonly string[]>>): string[] {
  const manifest = path.join(".next", "app-path-routes-manifest.json");
  const routes = Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>);
  return [...new Set(routes.flatMap((route) => filled(route, parameters)))].filter(
    (route) => !route.includes("[") && !route.startsWith("/_") && !/sign-?out/.test(route),
  );
}

function filled(route: string, parameters: Readonly<Record<string, readonly string[]>>): string[] {
  const name = /\[+(?:\.\.\.)?([^\]]+)\]+/.exec(route);
  if (!name) return [route];
  return (parameters[name[1]!] ?? ["1"]).flatMap((value) =>
    filled(route.replace(name[0], encodeURIComponent(value)), parameters),
  );
}

function linksIn(body: string, location: string | null, base: string): string[] {
  const found = [...body.matchAll(/(?:href|src|action)="(\/[^"#]*)/g)].map((match) => match[1]!);
  return [...found, ...(location ? [location.replace(base, "")] : [])]
    .map((link) => link.replaceAll("&amp;", "&").split("#")[0]!)
    .filter((link) => link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/_next"));
}
