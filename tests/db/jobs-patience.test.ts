import { connect, createServer, type Server } from "node:net";
import { afterAll, expect, test } from "vitest";
import { openClient } from "@/db/client";
import { bossDb } from "@/db/queue";
import { patient } from "@/jobs/patient-db";
import { freePort } from "../e2e/app";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

/** A door to the database that can be shut. */
async function aDoor(port: number): Promise<Server> {
  const { hostname, port: behind } = new URL(database.url);
  const server = createServer((visitor) => {
    const inside = connect(Number(behind), hostname);
    visitor.on("error", () => inside.destroy()).pipe(inside);
    inside.on("error", () => visitor.destroy()).pipe(visitor);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

const shut = (server: Server) => new Promise((resolve) => server.close(resolve));

function through(port: number) {
  const url = new URL(database.url);
  url.host = `127.0.0.1:${port}`;
  return openClient(url.href, { max: 1 });
}

test("what a worker has to settle waits until the database is there again", async () => {
  const port = await freePort();
  const client = through(port);
  let knocks = 0;
  const { executeSql } = bossDb(client.sql);
  const knocking = async (text: string, values: unknown[]) => {
    knocks += 1;
    return executeSql(text, values);
  };
  const db = patient({ executeSql: knocking }, new AbortController().signal);
  const settling = db.executeSql("select $1::int as number", [7]);
  // Asked a second time, so once in vain.
  await expect.poll(() => knocks, { timeout: 60_000 }).toBeGreaterThan(1);
  const door = await aDoor(port);
  expect((await settling).rows).toEqual([{ number: 7 }]);
  await client.sql.end();
  await shut(door);
});

test("a mistake in a statement is not waited for", async () => {
  const db = patient(bossDb(database.sql), new AbortController().signal);
  await expect(db.executeSql("select nothing from nowhere")).rejects.toMatchObject({ code: "42P01" });
});

test("a script that fails leaves no transaction open on its connection", async () => {
  const client = openClient(database.url, { max: 1 });
  const db = bossDb(client.sql);
  await expect(db.executeSql("BEGIN; select 1 / 0; COMMIT;")).rejects.toMatchObject({ code: "22012" });
  expect((await db.executeSql("select pg_current_xact_id_if_assigned() as id, 1 as fine")).rows).toEqual([
    { id: null, fine: 1 },
  ]);
  await client.sql.end();
});
