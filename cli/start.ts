import path from "node:path";
import { closeClient } from "@/db/client";
import { type Environment, readEnvironment, setEnvironment } from "@/db/environment";
import { withLock } from "@/db/lock";
import { surviveLostConnections } from "@/db/lost-connection";
import { recognisePanelKey } from "@/db/panel-key";
import { PlainError } from "@/db/plain-error";
import { seed } from "@/db/seed/seed";
import { build, isBuilt } from "./build";
import { type Closing, closing } from "./closing";
import { complain } from "./complain";
import { openDatabase } from "./database";
import { type Pages, servePages } from "./pages";
import { requireFreePort } from "./port";
import { onSignal } from "./signal";

/** `npm start`: everything that Tholos needs, from the database to the pages, until a signal ends it. */
async function main(): Promise<void> {
  const things = closing();
  onSignal(things.close, 0);
  surviveLostConnections();
  try {
    const pages = await start(things, process.argv.includes("--dev"));
    await pages.ended;
    if (!things.ending.aborted) throw new PlainError("The pages ended unexpectedly: start Tholos again.");
  } catch (error) {
    await fail(things, error);
  }
}

async function start(things: Closing, dev: boolean): Promise<Pages> {
  const given = readEnvironment(process.env);
  await requireFreePort(given.port, given.mode === "private" ? ["127.0.0.1", "::1"] : ["::", "0.0.0.0"]);
  const { environment, url, home } = await things.open(
    () => openDatabase(given, (reason) => fail(things, reason)),
    (database) => database.release(),
  );
  if (home !== undefined && home !== environment.dataFolder)
    console.log(`The database is in ${home}, since PostgreSQL can't reach ${environment.dataFolder}.`);
  await recognisePanelKey(url, environment.panelKey);
  setEnvironment(environment);
  // Two first starts at once fill the database once.
  await things.open(() => withLock(url, "seed", seed), closeClient);
  if (!dev && !isBuilt()) {
    console.log("Building the pages; this takes a minute or two, once.");
    await things.open(() => build(things.ending));
  }
  // The pages first: after a crash experts wait for these, and mail can wait a moment longer, its code included.
  const pages = await things.open(
    () => servePages(environment, dev, things.ending),
    (served) => served.stop(),
  );
  await things.open(
    async () => (await import("@/jobs/worker")).startWorker(),
    (worker) => worker.stop(),
  );
  console.log(welcome(environment));
  return pages;
}

async function fail(things: Closing, error: unknown): Promise<void> {
  // What breaks off because everything is closing is no failure.
  if (things.ending.aborted) return;
  await things.close();
  complain(error);
  process.exit();
}

function welcome(environment: Environment): string {
  const where = path.relative(process.cwd(), environment.dataFolder) || environment.dataFolder;
  return [
    "",
    `Tholos is ready: ${environment.url}`,
    environment.demo
      ? `To look around, open it and choose "Sign in as the demo facilitator". Mails go to an outbox page, not out.`
      : "To sign in as a facilitator: npm run -s facilitator -- --add you@example.org prints a one-time link.",
    ...(environment.mode === "private"
      ? [`Everything is kept in ${where}. Ctrl-C stops it; npm start goes on.`]
      : []),
    "",
  ].join("\n");
}

await main();
