import { loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { aStudy } from "../db/a-study";
import { crowd, faultsOf, noFaults, seated } from "./crowd";
import { type KillableApp, killableApp } from "./killable-app";
import { quantile, soakLength } from "./soak-length";

let app: KillableApp | undefined;
afterAll(() => app?.stop());

const EXPERTS = 200;
const { minutes } = soakLength;
/** Twenty submissions a second in all. */
const THINKING = 10_000;

test(
  `load: ${EXPERTS} experts at once, twenty submissions a second, for ${minutes} minutes, on a pool of ten connections`,
  async () => {
    const own = await killableApp();
    app = own;
    await own.start();
    await own.useDatabase();
    const study = await aStudy("crowded", { experts: EXPERTS });
    const cookies = await seated(own.url, study);
    // All of them at the same moment first, as after a mail.
    const rush = crowd(own.url, cookies, () => 0, "Early");
    await pause(50);
    await rush.end();

    const experts = crowd(own.url, cookies, () => Math.random() * 2 * THINKING);
    const memory: number[] = [];
    const begun = performance.now();
    while (performance.now() - begun < minutes * 60_000) {
      await pause(Math.min(5000, minutes * 6000));
      memory.push(own.memory());
    }
    const seconds = (performance.now() - begun) / 1000;
    await experts.end();
    const third = Math.ceil(memory.length / 3);
    const [early, late] = [memory.slice(third, 2 * third), memory.slice(-third)].map((part) =>
      quantile(part, 0.5),
    );
    console.log(
      [
        `${EXPERTS} experts for ${seconds.toFixed(0)} s (load average ${loadavg()[0]?.toFixed(1)}): ${experts.acknowledged.length} submissions, ${(experts.acknowledged.length / seconds).toFixed(1)} a second`,
        `milliseconds: median ${quantile(experts.times, 0.5).toFixed(0)}, 95% ${quantile(experts.times, 0.95).toFixed(0)}, longest ${Math.max(...experts.times).toFixed(0)}; in the rush of all at once 95% ${quantile(rush.times, 0.95).toFixed(0)}`,
        `errors ${experts.failures.size + rush.failures.size}; memory of the pages, middle and last third: ${early?.toFixed(0)} and ${late?.toFixed(0)} MB`,
      ].join("\n"),
    );
    expect([...rush.failures, ...experts.failures]).toEqual([]);
    expect(await faultsOf(together(rush, experts), study)).toEqual(noFaults);
    expect(quantile(experts.times, 0.95)).toBeLessThan(soakLength.p95);
    if (minutes >= 5) expect(late!).toBeLessThan(early! * 1.2 + 20);
  },
  180_000 + minutes * 90_000,
);

const together = (
  one: ReturnType<typeof crowd>,
  other: ReturnType<typeof crowd>,
): ReturnType<typeof crowd> => ({
  ...one,
  attempted: new Set([...one.attempted, ...other.attempted]),
  acknowledged: [...one.acknowledged, ...other.acknowledged],
});
