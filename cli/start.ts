import path from "node:path";
import { type Environment, readEnvironment } from "@/db/environment";
import { PlainError } from "@/db/plain-error";
import { build, isBuilt } from "./build";
import { type Closing, closing } from "./closing";
import { complain } from "./complain";
import { beginPages, type Pages, servePages } from "./pages";
import { requireFreePort } from "./port";
import { onSignal } from "./signal";

/** `npm start`: everything that Tholos needs, from the database to the pages, until a signal ends it. */
async function main(): Promise<void> {
  const things = closing();
  onSignal(things.close, 0);
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
  // After a crash experts wait for these: where nothing has to be built, the pages and the database start side by
  // side, and what the pages can do without is read in later.
  const coming =
    dev || !isBuilt()
      ? undefined
      : await things.open(
          async () => beginPages(given),
          (begun) => begun.stop(),
        );
  const { readyDatabase } = await import("./ready-database");
  const environment = await readyDatabase(given, things, (reason) => fail(things, reason));
  if (!dev && !coming) {
    console.log("Building the pages; this takes a minute or two, once.");
    await things.open(() => build(things.ending));
  }
  const pages = await things.open(
    () => coming?.serve(environment, things.ending) ?? servePages(environment, dev, things.ending),
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
