import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { askedItems, snapshotOf } from "@/db/queries/asked-items";
import { rehearse } from "@/db/seed/rehearse";
import { usualRehearsal } from "@/delphi/rehearsal";
import { aStudy } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

async function played(slug: string, settings: Partial<typeof usualRehearsal>): Promise<string> {
  const { slug: original } = await aStudy(slug, { open: false });
  await rehearse(original, { ...usualRehearsal, experts: 20, ...settings }, { leaveOpen: false });
  return `${slug}-rehearsal`;
}

/** How many answered each round, and how many seats answered an item in round 2. */
const answered = async (copy: string) =>
  (
    await sql()<{ n: number }[]>`
      select count(distinct seat_id)::int as n from submission
      where study_id = (select id from study where slug = ${copy}) group by round order by round`
  ).map(({ n }) => n);

test("simulated experts leave as readily as they are told to", async () => {
  const [all, ...later] = await answered(await played("leaving", { dropOut: 0.4 }));
  expect(all).toBe(20);
  expect(later[0]).toBeLessThan(18);
  expect(later[0]).toBeGreaterThan(4);
  const nobody = await answered(await played("staying", { dropOut: 0 }));
  expect(new Set(nobody)).toEqual(new Set([20]));
});

test("a reworded item and a new one are answered by those who are still there, not left open", async () => {
  const study = await played("changing", { dropOut: 0, changes: true });
  const asked = await askedItems(system, { study, round: 2 });
  const reworded = asked.find((item) => item.wording === 2)!;
  expect(reworded.title).toContain("in other words");
  expect(asked.some((item) => item.id === "rehearsed-1")).toBe(true);
  const { figures } = await snapshotOf(system, { study, round: 2 });
  for (const id of [reworded.id, "rehearsed-1"]) {
    const figure = figures.find((one) => one.item === id && one.stratum === null);
    expect(figure?.withheld === null ? figure.n : 0).toBeGreaterThan(15);
  }
  const [edition] = await sql()<{ lineage: { kind: string; by: string }[] }[]>`
    select canonical::jsonb -> 'lineage' as lineage from edition
    where study_id = (select id from study where slug = ${study})`;
  expect(edition!.lineage.map(({ kind, by }) => [kind, by])).toEqual([
    ["reworded", "facilitator"],
    ["added", "panel"],
  ]);
});
