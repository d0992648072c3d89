import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { repeatable } from "@/delphi/repeatable";
import { allRated, anExpert, aStudy, text, value } from "../db/a-study";
import { submitHastily } from "./broken-submissions";
import { ask, crowd, faultsOf, noFaults, seated } from "./crowd";
import { type KillableApp, killableApp } from "./killable-app";
import { quantile, soakLength } from "./soak-length";

let app: KillableApp | undefined;
afterAll(() => app?.stop());

const { kills, answersWithin } = soakLength;
const SEED = Number(process.env.SOAK_SEED ?? 4);

test(
  `acknowledged means stored: under load, the app and the database are each killed ${kills} times`,
  async () => {
    const own = await killableApp();
    app = own;
    await own.start();
    await own.useDatabase();
    const study = await aStudy("killed", { experts: 24 });
    const random = repeatable(SEED);
    const experts = crowd(own.url, await seated(own.url, study), () => 40 + random() * 160);
    const after = { app: [] as number[], database: [] as number[] };

    for (const victim of order(kills, random)) {
      await pause(300 + random() * 1500);
      if (victim === "app") {
        await own.kill();
        after.app.push(await own.start());
      } else {
        const begun = performance.now();
        own.killDatabase(random() < 0.5);
        after.database.push((await untilStored(experts.acknowledged)) - begun);
      }
    }
    await experts.end();
    await own.useDatabase();
    const faults = await faultsOf(experts, study);
    console.log(
      [
        `kills survived: app ${after.app.length}, database ${after.database.length} (seed ${SEED}, load average ${loadavg()[0]?.toFixed(1)})`,
        `submissions attempted ${experts.attempted.size}, acknowledged and checked ${experts.acknowledged.length}`,
        `answering after (ms, median and longest): app ${spread(after.app)}, database ${spread(after.database)}`,
        `requests without an answer, each sent again: ${[...experts.failures].map(([what, count]) => `${what} ${count}`).join(", ")}`,
      ].join("\n"),
    );
    expect(faults).toEqual(noFaults);
    expect(experts.acknowledged.length).toBeGreaterThan(kills * 10);
    expect(experts.failures.size, "the kills were felt").toBeGreaterThan(0);
    expect(Math.max(...after.app, ...after.database)).toBeLessThan(answersWithin);
  },
  120_000 + kills * 60_000,
);

test("acknowledged means stored: an acknowledgement before its commit is found out by the same check", async () => {
  const study = await aStudy("hasty", { experts: 1 });
  const words = "Expert 0, answer 1";
  const answers = [...allRated(4), text("bridge", "rationale", words)];
  let die = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const { receipt } = value(await submitHastily(death, await anExpert(study), { round: 1, answers }));
  app!.killDatabase(true);
  die();
  const hasty = { attempted: new Set([words]), acknowledged: [{ words, receipt }] };
  await app!.useDatabase();
  const faults = await faultsOf({ ...hasty, times: [], failures: new Map(), end: async () => {} }, study);
  expect(faults).toEqual({ ...noFaults, lost: 1 });
});

test("acknowledged means stored: the health page says so when the database is away, and when it is back", async () => {
  const own = app!;
  own.killDatabase(true);
  const away = await ask(own.url, "/api/health", "GET");
  expect([200, 503]).toContain(away.status);
  if (away.status === 503) expect(away.body).toContain("The database does not answer.");
  await expect
    .poll(async () => (await ask(own.url, "/api/health", "GET")).status, { timeout: 60_000 })
    .toBe(200);
});

/** As many of one as of the other, in an order that is random and the same each time. */
function order(each: number, random: () => number): ("app" | "database")[] {
  const left = { app: each, database: each };
  return Array.from({ length: each * 2 }, () => {
    const victim = random() < left.app / (left.app + left.database) ? "app" : "database";
    left[victim] -= 1;
    return victim;
  });
}

/** Until ten more submissions are acknowledged; the first may have been under way before. */
async function untilStored(acknowledged: readonly unknown[]): Promise<number> {
  const wanted = acknowledged.length + 10;
  const patience = performance.now() + 60_000;
  while (acknowledged.length < wanted && performance.now() < patience) await pause(10);
  return performance.now();
}

const spread = (times: readonly number[]): string =>
  `${quantile(times, 0.5).toFixed(0)} and ${Math.max(...times).toFixed(0)}`;
