import { spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openClient } from "@/db/client";
import { type Cluster, startCluster } from "@/db/cluster";
import { systemFolders } from "@/db/cluster-binaries";
import { runningServer } from "@/db/cluster-server";
import { migrate } from "@/db/migrate";
import { freePort } from "../e2e/app";

const root = mkdtempSync(path.join(tmpdir(), "tholos-start-"));
chmodSync(root, 0o755);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const dataFolder = (name: string) => path.join(root, name);
const server = (cluster: Cluster) => runningServer(path.join(cluster.home, "pg"));

async function ask(cluster: Cluster, statement: string): Promise<readonly Record<string, unknown>[]> {
  const { sql } = openClient(cluster.url, { max: 1, fetch_types: false });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}

/** Runs a command of the project as a person would, and gives back what they see. */
function run(
  file: string,
  variables: Record<string, string>,
): Promise<{ code: number | null; words: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", file], { env: { ...process.env, ...variables } });
  let words = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      words += text.toString();
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, words: words.trim() })));
}

test("starts at once on the same empty folder share one server, and the last to leave stops it", async () => {
  const folder = dataFolder("together");
  const clusters = await Promise.all([1, 2, 3].map(() => startCluster(folder, { durable: false })));
  expect(new Set(clusters.map((cluster) => cluster.url)).size).toBe(1);
  const [first, second, third] = clusters as [Cluster, Cluster, Cluster];
  await ask(first, "create table kept (answer int)");
  await ask(second, "insert into kept values (4)");
  await Promise.all([first.release(), second.release()]);
  expect(await ask(third, "select answer from kept")).toEqual([{ answer: 4 }]);
  await third.release();
  expect(server(third)).toBeUndefined();

  const again = await startCluster(folder, { durable: false });
  expect(await ask(again, "select answer from kept")).toEqual([{ answer: 4 }]);
  await again.release();
});

test("what was committed survives a killed server, which is started again where its clients look for it", async () => {
  const cluster = await startCluster(dataFolder("killed"));
  await ask(cluster, "create table kept (answer int)");
  await ask(cluster, "insert into kept values (5)");
  const before = server(cluster);
  process.kill(before?.pid ?? 0, "SIGKILL");
  await expect.poll(() => server(cluster)?.pid, { timeout: 60_000 }).not.toBe(before?.pid);
  await expect
    .poll(() => ask(cluster, "select answer from kept").catch(() => []), { timeout: 60_000 })
    .toEqual([{ answer: 5 }]);
  await cluster.release();
});

test("a start finds its way after everything was killed, though the server's number now belongs to another program", async () => {
  const folder = dataFolder("stale");
  const cluster = await startCluster(folder);
  const pidFile = path.join(cluster.home, "pg", "postmaster.pid");
  const stale = readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid));
  await cluster.release();
  appendFileSync(pidFile, stale);
  const next = await startCluster(folder);
  expect(server(next)?.pid).not.toBe(process.pid);
  await next.release();
});

test("a copied data folder gets a server of its own, although its traces point at the original's", async () => {
  const first = await startCluster(dataFolder("original"), { durable: false });
  await ask(first, "create table kept (answer int)");
  await first.release();
  cpSync(dataFolder("original"), dataFolder("copy"), { recursive: true });
  const original = await startCluster(dataFolder("original"), { durable: false });
  const traces = path.join("pg", "postmaster.pid");
  cpSync(path.join(original.home, traces), path.join(dataFolder("copy"), traces));
  const copy = await startCluster(dataFolder("copy"), { durable: false });
  expect(copy.url).not.toBe(original.url);
  await ask(copy, "drop table kept");
  expect(await ask(original, "select count(*)::int as answers from kept")).toEqual([{ answers: 0 }]);
  await Promise.all([original.release(), copy.release()]);
});

test("a machine without PostgreSQL uses the one that npm brought, and its files only with the same version", async () => {
  const cluster = await startCluster(dataFolder("packaged"), { durable: false, systemFolders: [] });
  const [answer] = await ask(cluster, "select current_setting('server_version_num')::int / 10000 as major");
  await cluster.release();
  const version = readFileSync(path.join(cluster.home, "pg", "PG_VERSION"), "utf8").trim();
  expect(answer).toEqual({ major: Number(version) });

  const again = await startCluster(dataFolder("packaged"), {
    durable: false,
    systemFolders: systemFolders(),
  });
  expect(await ask(again, "select current_setting('server_version_num')::int / 10000 as major")).toEqual([
    answer,
  ]);
  await again.release();
});

test("the private database listens on this machine only, with a password, and its log holds no statements", async () => {
  const cluster = await startCluster(dataFolder("closed"), { durable: false });
  expect(new URL(cluster.url).hostname).toBe("127.0.0.1");
  await expect(
    ask({ ...cluster, url: cluster.url.replace(/:[0-9a-f]+@/, ":guess@") }, "select 1"),
  ).rejects.toThrow("password authentication failed");
  await expect(ask(cluster, "select 'Ada Lovelace'::int")).rejects.toThrow();
  await cluster.release();
  expect(readFileSync(path.join(cluster.home, "postgres.log"), "utf8")).not.toContain("select 'Ada");
  expect(statSync(path.join(cluster.home, "pg")).mode & 0o077).toBe(0);
  expect(statSync(path.join(cluster.home, "postgres.log")).mode & 0o077).toBe(0);
});

test("a server that records commit times is refused, since they would tell when each expert answered", async () => {
  const folder = dataFolder("commit-times");
  const first = await startCluster(folder, { durable: false });
  await first.release();
  appendFileSync(path.join(first.home, "pg", "postgresql.conf"), "track_commit_timestamp = on\n");
  const cluster = await startCluster(folder, { durable: false });
  await expect(migrate(cluster.url)).rejects.toThrow(/set track_commit_timestamp = off/);
  await cluster.release();
});

test("a server that can't start says why and where its log is", async () => {
  const folder = dataFolder("broken");
  const first = await startCluster(folder, { durable: false });
  await first.release();
  appendFileSync(path.join(first.home, "pg", "postgresql.conf"), "nonsense = 3\n");
  await expect(startCluster(folder)).rejects.toThrow(
    /^PostgreSQL did not start: .*contains errors.*postgres\.log\.$/,
  );
});

test("a Ctrl-C that arrives twice, from the terminal and through npm, still lets everything close in order", async () => {
  const script = path.join(root, "stop.mts");
  writeFileSync(
    script,
    `import { onSignal } from ${JSON.stringify(path.resolve("cli/signal.ts"))};
     const work = setInterval(() => {}, 1000);
     const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
     onSignal(async () => { await pause(); clearInterval(work); console.log("closed"); }, 0);
     process.kill(process.pid, "SIGINT");
     process.kill(process.pid, "SIGINT");
     process.kill(process.pid, "SIGTERM");`,
  );
  expect(await run(script, {})).toEqual({ code: 0, words: "closed" });
});

test("a port in use ends the start with a sentence, before anything is started", async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => {
    occupant.listen(0, "127.0.0.1", resolve);
  });
  const address = occupant.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const folder = dataFolder("no-port");
  const { code, words } = await run("cli/start.ts", {
    PORT: String(port),
    THOLOS_DATA: folder,
    DATABASE_URL: "",
  });
  occupant.close();
  expect(words).toMatch(new RegExp(`^Port ${port} is in use: .*PORT=${port + 1} npm start\\.$`));
  expect(code).toBe(1);
  expect(existsSync(path.join(folder, "pg"))).toBe(false);
});

test("a database that can't be reached, and a bad variable, end the start with a sentence", async () => {
  const production = {
    DATABASE_URL: "postgres://someone:secret@127.0.0.1:1/tholos",
    NEXTAUTH_URL: "https://tholos.example.org",
    NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef",
    PANEL_KEY: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
    MAIL: "none",
    PORT: String(await freePort()),
  };
  const [unreachable, bad] = await Promise.all([
    run("cli/start.ts", production),
    run("cli/start.ts", { ...production, PANEL_KEY: "short" }),
  ]);
  expect(unreachable).toEqual({
    code: 1,
    words:
      "The database at 127.0.0.1:1 can't be reached (ECONNREFUSED): check that it runs, and that DATABASE_URL is right.",
  });
  expect(bad.words).toMatch(/^PANEL_KEY must be 32 bytes in base64 or hex\. Make one with: .+$/);
  expect(bad.code).toBe(1);
});
