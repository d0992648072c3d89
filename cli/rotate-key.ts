import { existsSync, renameSync } from "node:fs";
import path from "node:path";
import { openClient } from "@/db/client";
import { type Environment, readEnvironment } from "@/db/environment";
import { explainFileError, PlainError } from "@/db/plain-error";
import { forgetLostKey, rotateKey } from "@/db/rotate-key";
import { keptSecret } from "@/db/secrets";
import { complain } from "./complain";
import { openDatabase } from "./database";

const USAGE = `Changes the key that seals the experts' links, while Tholos is stopped:
  NEW_PANEL_KEY=… npm run -s rotate-key    seals everything anew under the new key
  npm run -s rotate-key -- --lost          goes on with the present PANEL_KEY where the former one is lost`;

/** `npm run rotate-key`. Broken off, it can be run again; then it goes on or finds nothing left to do. */
async function main(): Promise<void> {
  const [given, ...more] = process.argv.slice(2);
  if (more.length > 0 || (given !== undefined && given !== "--lost")) throw new PlainError(USAGE);
  const environment = readEnvironment(process.env);
  const database = await openDatabase(environment);
  const { sql } = openClient(database.url, { max: 1, connection: { application_name: "tholos rotate-key" } });
  try {
    if (given === "--lost") await forget(sql, environment);
    else await rotate(sql, environment);
  } finally {
    await sql.end({ timeout: 5 });
    await database.release();
  }
}

type Sql = ReturnType<typeof openClient>["sql"];

async function forget(sql: Sql, { panelKey }: Environment): Promise<void> {
  await forgetLostKey(sql, panelKey);
  console.log(
    "The present PANEL_KEY counts from now on. Links that were sent still work, but can't be sent again.",
  );
}

async function rotate(sql: Sql, environment: Environment): Promise<void> {
  const next = nextKey(environment);
  const renewed = await rotateKey(sql, environment.panelKey, next.key);
  next.keep();
  console.log(
    `${renewed === null ? "The new key counts already." : `${renewed} seals were renewed.`} ${next.whatNow}`,
  );
}

/**
 * The key that comes next: the one given, or in private mode one that waits in a file beside the present one until
 * the database is sealed under it.
 */
function nextKey({ mode, dataFolder }: Environment) {
  const { NEW_PANEL_KEY: given, PANEL_KEY } = process.env;
  if (given) {
    const key = readEnvironment({ ...process.env, PANEL_KEY: given }).panelKey;
    return { key, keep: () => {}, whatNow: "Set PANEL_KEY to the new key before the next start." };
  }
  if (mode === "production" || PANEL_KEY)
    throw new PlainError(`Give the new key as NEW_PANEL_KEY.\n${USAGE}`);
  const secrets = path.join(dataFolder, "secrets");
  const draw = () => crypto.getRandomValues(Buffer.alloc(32)).toString("base64");
  const key = Buffer.from(keptSecret(dataFolder, "panel-key.next", draw), "base64");
  const keep = () =>
    moveOver(path.join(secrets, "panel-key.next"), path.join(secrets, "panel-key"), dataFolder);
  return { key, keep, whatNow: "The new key is kept in the data folder; copy it to your safe place." };
}

function moveOver(from: string, to: string, dataFolder: string): void {
  try {
    if (existsSync(from)) renameSync(from, to);
  } catch (error) {
    throw explainFileError(error, dataFolder);
  }
}

await main().catch(complain);
