import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { concludeStudy } from "@/db/commands/conclude-study";
import { markFinished } from "@/db/commands/mark-finished";
import { openRound } from "@/db/commands/open-round";
import { releaseTexts } from "@/db/commands/release-texts";
import { sendInvitations } from "@/db/commands/send-invitations";
import { severStudy } from "@/db/commands/sever-study";
import { vacuumSeatSide } from "@/db/rewrite";
import { aStudy, type TestStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { mailingBy } from "../db/desk-people";
import { dumpedRows, dumpOf } from "./dump";
import { attack, digestsThatMeet, type Truth } from "./dump-attack";
import {
  answers,
  asksAndMarks,
  correctsAndConfirms,
  decidesAboutThemselves,
  type Panelist,
  panelInOrderOfAnswering,
  truthOf,
} from "./dump-scene";

const SEATS = 200;
const STRATA = ["Towns", "Banks", "Schools", "Ports"];

/**
 * Guessing at random within a stratum is right once in each stratum on average, whatever its size: 4 of 200. The
 * attack keeps the best of some thousand ways to guess, over six moments more than twenty thousand; Poisson(4) reaches
 * 26 once in four million million of them, so all of them stay below it but for once in a hundred million runs.
 */
const WITHIN_CHANCE = 26;

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  mailingBy("smtp");
});
afterAll(() => database.close());

async function aPanel(slug: string): Promise<{ study: TestStudy; panel: readonly Panelist[] }> {
  const study = await aStudy(slug, { experts: SEATS, strata: STRATA });
  value(await sendInvitations(system, { study: slug }));
  return { study, panel: await panelInOrderOfAnswering(study) };
}

/** Who of the first hundred decides something about themselves, at once after answering. */
const decides = (at: number): boolean => [3, 5, 6, 7].includes(at % 10);

const best = async (truth: Truth) => {
  const rows = await dumpedRows(sql());
  const attempts = [...attack(rows, truth)].sort((a, b) => b.hits - a.hits);
  return { rows: rows.length, tried: attempts.length, first: attempts[0]!, attempts };
};

async function expectChance(moment: string, truth: Truth): Promise<void> {
  const { rows, tried, first, attempts } = await best(truth);
  const said = `${moment}: ${rows} rows, ${tried} attempts, at best ${first.hits} of ${SEATS} by ${first.way}`;
  if (process.env.TELL) process.stdout.write(`${said}\n`);
  expect(tried, said).toBeGreaterThan(100);
  expect(first.hits, said).toBeLessThan(WITHIN_CHANCE);
  // Also of those few who decided something about themselves right after answering.
  for (const { way, hits, pairs } of attempts) if (pairs >= 16) expect(hits, way).toBeLessThan(pairs / 2);
}

// Two hundred people take a while on a busy machine.
describe("database dump or backup", { timeout: 300_000 }, () => {
  test("matches between people and seats are within chance, from the first answer to severing", async () => {
    const { study, panel } = await aPanel("two-sides");
    const half = SEATS / 2;
    for (const [at, one] of panel.slice(0, half).entries()) {
      await answers(one, 1, at);
      if (decides(at)) await decidesAboutThemselves(study, one, at);
    }
    // Opening the links of the others too is what makes the truth known to the test.
    await expectChance("before any night", await truthOf(study, panel));
    value(await markFinished(system, { study: study.slug }));
    await vacuumSeatSide();
    for (const [at, one] of panel.slice(half).entries()) await answers(one, 1, half + at);
    const truth = await truthOf(study, panel);
    await expectChance("on the second day", truth);
    value(await markFinished(system, { study: study.slug }));
    await expectChance("after the second night", truth);
    value(await closeRound(system, { study: study.slug }));
    await vacuumSeatSide();
    await expectChance("after the close", truth);
    value(await releaseTexts(system, { study: study.slug, round: 1, item: "bridge" }));
    value(await openRound(system, { study: study.slug }));
    const reasons = (
      await sql()<{ id: string }[]>`select id from answer_text where study_id = ${study.id} order by random()`
    ).map(({ id }) => id);
    for (const [at, one] of [...panel].reverse().entries())
      if (at % 2 === 0) {
        await asksAndMarks(one, 2, at, reasons);
        await answers(one, 2, at);
      }
    expect(await sql()`select 1 from mind_mark limit 1`).toHaveLength(1);
    expect(await sql()`select 1 from panel_question limit 1`).toHaveLength(1);
    await expectChance("in the second round", truth);
    await correctsAndConfirms(study, [...panel].reverse());
    expect(await sql()`select 1 from former_wording limit 1`).toHaveLength(1);
    await expectChance("after words were changed in meaning", truth);
    expect(digestsThatMeet(await dumpedRows(sql()), [study.id])).toBe(0);

    const dump = (await dumpOf(sql())).toUpperCase();
    for (const { link } of panel) {
      expect(dump).not.toContain(link);
      expect(dump).not.toContain(link.replaceAll("-", ""));
      expect(dump).not.toContain(Buffer.from(link).toString("hex").toUpperCase());
    }
    value(await closeRound(system, { study: study.slug }));
    value(await concludeStudy(system, { study: study.slug }));
    value(await severStudy(system, { study: study.slug, early: true }));
    const after = await dumpOf(sql());
    // Those who agreed to be named stay known, and nothing else about anybody does.
    for (const [at, { address }] of panel.entries())
      if (at >= half || !decides(at)) expect(after).not.toContain(`"${address}"`);
  });

  describe("the same attack on a broken variant", () => {
    /** Does to the roll, in the transaction of an answer, what an ordinary schema does. */
    async function brokenBy(name: string, statement: string): Promise<{ hits: number; way: string }> {
      const { study, panel } = await aPanel(name);
      const truth = await truthOf(study, panel);
      await sql().unsafe(`
        create schema if not exists truth;
        create table truth.pair (seat bytea primary key, person uuid not null);
        alter table invitation add column responded boolean, add column responded_at timestamptz;
        create function truth.responds() returns trigger language plpgsql as $$
          declare person uuid := (select pair.person from truth.pair where seat = new.seat_id);
          begin ${statement} return new; end $$;
        create trigger responds after insert on submission for each row execute function truth.responds();`);
      for (const [id, { seat }] of truth)
        await sql()`insert into truth.pair values (decode(${seat.slice(2)}, 'hex'), ${id})`;
      try {
        for (const [at, one] of panel.entries()) await answers(one, 1, at);
        const { first } = await best(truth);
        if (process.env.TELL)
          process.stdout.write(`broken by ${name}: ${first.hits} of ${SEATS} by ${first.way}\n`);
        return first;
      } finally {
        await sql().unsafe(`drop schema truth cascade;
          alter table invitation drop column responded, drop column responded_at;
          delete from study where slug = '${name}'`);
      }
    }

    test("a flag that is set when somebody answers gives away nearly everybody", async () => {
      const { hits } = await brokenBy("a-flag", "update invitation set responded = true where id = person;");
      expect(hits).toBeGreaterThan(0.9 * SEATS);
    });

    test("a lock on the person's row, as a foreign key takes it, gives away nearly everybody", async () => {
      const { hits } = await brokenBy("a-lock", "perform 1 from invitation where id = person for key share;");
      expect(hits).toBeGreaterThan(0.9 * SEATS);
    });

    test("the time of an answer beside the name gives away nearly everybody", async () => {
      const { hits } = await brokenBy(
        "a-time",
        "update invitation set responded_at = clock_timestamp() where id = person;",
      );
      expect(hits).toBeGreaterThan(0.9 * SEATS);
    });
  });
});
