import { readFileSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "@/cli/database";
import { system } from "@/db/actor";
import { closeClient, sql } from "@/db/client";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { beginSeries } from "@/db/commands/begin-series";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { readEnvironment, setEnvironment } from "@/db/environment";
import { answeredRound, aStudy, type TestStudy, value } from "../../db/a-study";
import { type App, startApp } from "../../e2e/app";
import { type Mailbox, startMailbox } from "../../e2e/mailbox";
import { ask } from "./ask";

/** The built app with two studies that know nothing of each other, and a way into its database. */
export interface WebScene {
  readonly url: string;
  readonly data: string;
  readonly own: TestStudy;
  readonly foreign: TestStudy;
  /** Cookies: an expert of the own study, its facilitator, and the facilitator of the foreign one. */
  readonly expert: string;
  readonly facilitator: string;
  readonly stranger: string;
  /** Addresses on the roll. */
  readonly facilitatorAddress: string;
  stop(): Promise<void>;
}

/** Stands on every page of the foreign study, and nowhere else. */
export const CANARY = "Zanzibar canary";

/** Where the app's own guard of outbound connections writes what it saw. */
export const outboundLog = (folder: string): string => path.join(folder, "outbound.txt");

export async function webScene(): Promise<WebScene> {
  const mailbox = await startMailbox();
  const log = outboundLog(mailbox.folder);
  const guard = path.join(import.meta.dirname, "only-loopback.cjs");
  const app = await startApp({
    SMTP_URL: mailbox.url,
    NODE_OPTIONS: `--require ${guard}`,
    TEST_OUTBOUND_LOG: log,
  });
  const release = await reachDatabase(app, mailbox);
  const own = await aStudy("own-river", { experts: 8, open: true });
  const foreign = await aStudy("foreign-river", { experts: 8, open: true });
  for (const study of [own, foreign]) {
    await answeredRound(study, 1, 6);
    value(await openRound(system, { study: study.slug }));
  }
  // No edition and not announced: nobody but its own people may learn that the foreign study exists.
  await sql()`update study set announced = false,
    content = jsonb_set(content, '{title}', to_jsonb(${CANARY}::text)) where id = ${foreign.id}`;
  value(await publish(system, { study: own.slug, reason: "The town asked for it." }));
  const terms = { name: "The river, year by year", slug: "the-river", panelShare: 50 };
  value(await beginSeries(system, { study: own.slug, series: terms }));
  const facilitatorAddress = "own@desk.example";
  const facilitator = await facilitatorOf(app.url, own, facilitatorAddress);
  const stranger = await facilitatorOf(app.url, foreign, "foreign@desk.example");
  return {
    url: app.url,
    data: mailbox.folder,
    own,
    foreign,
    expert: await seatCookie(app.url, own.links[0]!),
    facilitator,
    stranger,
    facilitatorAddress,
    async stop() {
      await closeClient();
      await release();
      await app.stop();
      await mailbox.stop();
    },
  };
}

/** This process works on the app's own database with the app's own keys, as a command beside it does. */
async function reachDatabase(app: App, mailbox: Mailbox): Promise<() => Promise<void>> {
  const given = readEnvironment({ THOLOS_DATA: app.data, NEXTAUTH_URL: app.url, SMTP_URL: mailbox.url });
  const { environment, release } = await openDatabase(given);
  setEnvironment(environment);
  return release;
}

async function facilitatorOf(url: string, study: TestStudy, address: string): Promise<string> {
  const { facilitatorId, token } = value(await addFacilitator(system, { address }));
  await sql()`delete from membership where facilitator_id = ${facilitatorId}`;
  await sql()`insert into membership (study_id, facilitator_id, role) values (${study.id}, ${facilitatorId}, 'owner')`;
  return deskCookie(url, token);
}

/** Opens a personal link as a script does. */
export async function seatCookie(url: string, token: string): Promise<string> {
  const answer = await ask(url, "/api/panel/session", { method: "POST", json: { token } });
  if (answer.status !== 200) throw new Error(`the link opens nothing: ${answer.status} ${answer.body}`);
  return answer.cookies;
}

/** Redeems a sign-in link as the button of the confirm page does. */
export async function deskCookie(url: string, token: string): Promise<string> {
  const csrf = await ask(url, "/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const answer = await ask(url, "/api/auth/callback/magic-link", {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: url,
      cookie: csrf.cookies,
    },
    body: new URLSearchParams({ csrfToken, token, json: "true" }).toString(),
  });
  const session = /tholos-desk=[^;]+/.exec(answer.cookies)?.[0];
  if (!session) throw new Error(`the sign-in link opens nothing: ${answer.status} ${answer.body}`);
  return session;
}

/**
 * Every row of the house, as one digest a table. Counts of attempts and the queue of jobs are no one's data; marks
 * of who has finished are made by the clock, in rehearsals every minute.
 */
export async function rows(): Promise<Record<string, string>> {
  const tables = await sql()<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('attempt', 'finished_mark') order by 1`;
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql()<{ digest: string }[]>`
      select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql()(name)} t`;
    digests[name] = row!.digest;
  }
  return digests;
}

/** The routes of the build, pages and handlers apart, with their parameters unfilled. */
export function builtRoutes(): { readonly route: string; readonly isPage: boolean }[] {
  const manifest = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<
    string,
    string
  >;
  return Object.entries(manifest)
    .map(([file, route]) => ({ route, isPage: file.endsWith("/page") }))
    .filter(({ route }) => !route.startsWith("/_"));
}

const PARAMETERS: Readonly<Record<string, string>> = {
  number: "1",
  round: "1",
  item: "bridge",
  position: "ada",
  source: "paper",
  section: "options",
  picture: "stance",
  series: "the-river",
  invitation: "00000000-0000-4000-8000-000000000000",
  proof: "no-proof",
  file: "stance.svg",
  mailing: "00000000-0000-4000-8000-000000000000",
  letter: "invitation",
  mail: "00000000-0000-4000-8000-000000000000",
  "...nextauth": "session",
};

/** A route as an address: a parameter that nobody filled here is an error, so that a new one is thought of. */
export function addressOf(route: string, slug: string): string {
  return route.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const filled = name === "slug" ? slug : PARAMETERS[name];
    if (filled === undefined) throw new Error(`${route}: say in PARAMETERS what ${name} may be`);
    return filled;
  });
}

export type Action = { readonly id: string; readonly name: string; readonly page: string };

/** The server actions of the build, each with a page that it is called from. */
export function builtActions(slug: string): Action[] {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { workers: Record<string, unknown>; exportedName?: string }>;
  };
  const routes = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<
    string,
    string
  >;
  return Object.entries(node).map(([id, { workers, exportedName }]) => {
    const worker = Object.keys(workers)[0]!.replace(/^app/, "");
    return { id, name: exportedName ?? id, page: addressOf(routes[worker] ?? "/", slug) };
  });
}
