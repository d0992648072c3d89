import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { readersProtocol } from "@/db/queries/locked-protocol";
import { series } from "@/db/queries/series";
import { NotFound } from "@/db/run";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

test("a name with a zero byte is nothing's, and is refused where it would be written", async () => {
  await expect(readersProtocol(visitor, { study: "a\0b" })).rejects.toBeInstanceOf(NotFound);
  await expect(series(visitor, { series: "\0" })).rejects.toBeInstanceOf(NotFound);
  expect(await addFacilitator(system, { address: "a@desk.example", name: "A\0" })).toMatchObject({
    ok: false,
    refusal: "invalid-input",
  });
});
