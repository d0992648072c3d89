import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { closeClient } from "@/db/client";
import { startCluster } from "@/db/cluster";
import { freePort } from "@/db/cluster-server";
import { environment, readEnvironment, setEnvironment } from "@/db/environment";
import { migrate } from "@/db/migrate";
import { PlainError } from "@/db/plain-error";
import { benchResponses } from "./bench-responses";
import { benchResults } from "./bench-results";
import { build, isBuilt } from "./build";
import { type Closing, closing } from "./closing";
import { complain } from "./complain";
import { servePages } from "./pages";
import { onSignal } from "./signal";

/**
 * `npm run bench [-- --quick]`: how fast this machine takes responses and shows results, on a database of its own
 * that goes afterwards. It prints figures and fails on none: they are for comparing, not for passing.
 */
async function main(): Promise<void> {
  const things = closing();
  const forget = onSignal(things.close, 130);
  try {
    await bench(things, isQuick());
  } catch (error) {
    complain(error);
  } finally {
    forget();
    await things.close();
  }
}

function isQuick(): boolean {
  try {
    return parseArgs({ options: { quick: { type: "boolean" } } }).values.quick ?? false;
  } catch {
    throw new PlainError("Usage: npm run bench [-- --quick]");
  }
}

async function bench(things: Closing, quick: boolean): Promise<void> {
  await openDatabase(things);
  if (!isBuilt()) {
    console.error("Building the pages, since they are not built or older than their sources.");
    await things.open(() => build(things.ending));
  }
  await things.open(
    () => servePages(environment(), false, things.ending),
    (pages) => pages.stop(),
  );
  const processors = cpus();
  console.log(
    `${availableParallelism()} × ${processors[0]?.model ?? "processor"}, Node ${process.versions.node}`,
  );
  console.log(`\n${await benchResponses(things, quick)}`);
  console.log(`\n${await benchResults(quick)}`);
}

/** As durable as a real one, so that every commit reaches the disk, and thrown away at the end. */
async function openDatabase(things: Closing): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "tholos-bench-"));
  const { url } = await things.open(
    () => startCluster(folder),
    async ({ home, release }) => {
      await release();
      for (const one of [home, folder]) rmSync(one, { recursive: true, force: true });
    },
  );
  await things.open(() => migrate(url), closeClient);
  const PORT = String(await freePort(undefined));
  setEnvironment(readEnvironment({ THOLOS_DATA: folder, DATABASE_URL: url, PORT, MAIL: "none" }));
}

await main();
