import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET } from "@/app/api/health/route";
import { closeClient } from "@/db/client";
import { environment, setEnvironment } from "@/db/environment";
import { freshDatabase, type TestDatabase } from "../db/database";
import { freePort } from "../e2e/app";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await movedTo(database.url);
  await database.close();
});

/** The same address, but for its port or its name: as if the database were no longer there. */
async function movedTo(url: string): Promise<void> {
  await closeClient();
  setEnvironment({ ...environment(), databaseUrl: url });
}

const GONE: Readonly<Record<string, (url: URL) => Promise<void>>> = {
  "no server listens": async (url) => {
    url.port = String(await freePort());
  },
  "the server has no such database": async (url) => {
    url.pathname = "/gone";
  },
};

for (const [how, change] of Object.entries(GONE))
  test(`while ${how}, the health check says so in a sentence without details, and is well again after`, async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const gone = new URL(database.url);
    await change(gone);
    await movedTo(gone.href);
    const ill = await GET();
    expect(ill.status).toBe(503);
    expect(ill.headers.get("cache-control")).toBe("private, no-store");
    expect(await ill.json()).toEqual({
      status: "unavailable",
      message: "The database does not answer.",
    });
    expect(logged, "the operator's log has the reason").toHaveBeenCalledOnce();
    logged.mockRestore();

    await movedTo(database.url);
    const well = await GET();
    expect(well.status).toBe(200);
    expect(await well.json()).toEqual({ status: "ok", database: "answers" });
  });
