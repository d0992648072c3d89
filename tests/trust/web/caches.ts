import { beforeAll, expect, test } from "vitest";
import { type Answered, ask } from "./ask";
import { addressOf, builtRoutes, type WebScene } from "./scene";

/**
 * What others than the reader's own browser may keep, and why. Every other route of the build is for one reader at
 * a time; a new one that may be kept has to be thought of here.
 */
const MAY_BE_KEPT: Readonly<Record<string, RegExp>> = {
  // Hashed by its address, the same for everybody.
  "/icon.svg": /^public, /,
  // A file of an edition that is named by its number never changes but for a takedown, hence an hour.
  "/studies/[slug]/editions/[number]/bundle.zip": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/results.csv": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/results.xlsx": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/results.json": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/results-columns.csv": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/report": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/report.docx": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/report.pdf": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/receipts.txt": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/pictures/[picture]": /^public, max-age=3600$/,
  "/studies/[slug]/editions/[number]/embed/[picture]": /^public, max-age=3600$/,
};

/** What others may show in a frame: a picture without script, of what is published. */
const MAY_BE_FRAMED = new Set(["/studies/[slug]/editions/[number]/embed/[picture]"]);

/** What only the desk itself may show in a frame: the preview of a questionnaire, which sends nothing. */
const MAY_BE_FRAMED_BY_US = new Set(["/preview/[slug]/[section]"]);

const roles = (scene: WebScene): Readonly<Record<string, string>> => ({
  visitor: "",
  expert: scene.expert,
  facilitator: scene.facilitator,
  both: `${scene.expert}; ${scene.facilitator}`,
});

/** Every route, as everybody. */
async function everywhere(scene: WebScene): Promise<{ where: string; route: string; answer: Answered }[]> {
  const seen = [];
  for (const { route } of builtRoutes())
    for (const [role, cookie] of Object.entries(roles(scene))) {
      const place = addressOf(route, scene.own.slug);
      const answer = await ask(scene.url, place, { headers: cookie ? { cookie } : {} });
      seen.push({ where: `${role} at ${place}`, route, answer });
    }
  return seen;
}

export function cacheRows(scene: () => WebScene): void {
  let seen: Awaited<ReturnType<typeof everywhere>> = [];
  beforeAll(async () => {
    seen = await everywhere(scene());
  });

  test("every route but hashed assets and public files of editions is private and never kept by a cache", async () => {
    expect(seen.length).toBeGreaterThan(150);
    const wrong = seen.filter(({ route, answer }) => {
      const said = String(answer.headers["cache-control"] ?? "");
      const isPrivate = /\bprivate\b/.test(said) && /\bno-store\b/.test(said);
      const kept = MAY_BE_KEPT[route];
      return kept && answer.status === 200 ? !kept.test(said) : !isPrivate;
    });
    expect(wrong.map(({ where, answer }) => `${where}: ${answer.headers["cache-control"]}`)).toEqual([]);
  });

  test("no page can be framed by another site, and every answer carries a policy without inline scripts", async () => {
    for (const { where, route, answer } of seen) {
      const policy = String(answer.headers["content-security-policy"]);
      if (MAY_BE_FRAMED.has(route)) {
        expect(policy, where).toContain("default-src 'none'");
        expect(policy, where).not.toContain("script-src");
        continue;
      }
      const framedBy = MAY_BE_FRAMED_BY_US.has(route) ? "'self'" : "'none'";
      expect(policy, where).toContain(`frame-ancestors ${framedBy}`);
      expect(policy, where).toContain("base-uri 'none'");
      expect(policy, where).toContain("object-src 'none'");
      expect(policy, where).not.toContain("unsafe");
      expect(answer.headers["x-content-type-options"], where).toBe("nosniff");
      expect(answer.headers["referrer-policy"], where).toBe("same-origin");
    }
  });

  test("each answer of a page draws a nonce of its own, and a reader can't choose it", async () => {
    const chosen = "script-src 'nonce-Y2hvc2VuIGJ5IGEgc3RyYW5nZXI='";
    const nonces = new Set<string>();
    for (let times = 0; times < 20; times += 1) {
      const { headers, body } = await ask(scene().url, "/join", {
        headers: { "content-security-policy": chosen, "content-security-policy-report-only": chosen },
      });
      const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
      expect(body).toContain(`nonce="${nonce}"`);
      expect(body).not.toContain("Y2hvc2VuIGJ5");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(20);
  });

  test("hashed assets are kept for good, and are the only files that are", async () => {
    const page = await ask(scene().url, "/method");
    const assets = [...page.body.matchAll(/"(\/_next\/static\/[^"\\]+)"/g)].map((match) => match[1]!);
    expect(assets.length).toBeGreaterThan(2);
    for (const asset of new Set(assets))
      expect((await ask(scene().url, asset)).headers["cache-control"], asset).toContain("immutable");
  });
}
