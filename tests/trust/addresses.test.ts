import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { normalAddress } from "@/db/address";
import { sql } from "@/db/client";
import { addFacilitator } from "@/db/commands/add-facilitator";
import { changeAddress } from "@/db/commands/change-address";
import { importPanel } from "@/db/commands/import-panel";
import { requestLink } from "@/db/commands/request-link";
import { requestSignIn } from "@/db/commands/request-sign-in";
import { aStudy, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { mailingBy } from "../db/desk-people";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  mailingBy("smtp");
});
afterAll(() => database.close());

const victim = "expert@panel.example";
const thief = "thief@evil.example";

/** Each looks like the victim's to one reader and like the thief's to another. */
const MALFORMED = [
  `${victim},${thief}`,
  `${victim}, ${thief}`,
  `${victim};${thief}`,
  `${victim} ${thief}`,
  `${thief},${victim}`,
  `${victim}\n${thief}`,
  `${victim}\r\nBcc: ${thief}`,
  `${victim}%0ABcc:${thief}`,
  `${victim}\u0000${thief}`,
  `${victim}\u2028${thief}`,
  `"${victim}" <${thief}>`,
  `<${victim}>`,
  `${victim} <${thief}>`,
  `"${victim},"@evil.example`,
  `"expert@panel.example"@evil.example`,
  `expert@panel.example@evil.example`,
  `expert@evil.example,@panel.example`,
  `@evil.example:expert@panel.example`,
  `expert(comment)@panel.example`,
  `expert@panel.example(comment)`,
  `expert@(evil.example)panel.example`,
  `expert@[127.0.0.1]`,
  `expert@panel`,
  `expert@.panel.example`,
  `expert@panel..example`,
  `expert@-panel.example`,
  `.expert@panel.example`,
  `expert.@panel.example`,
  `ex..pert@panel.example`,
  `expеrt@panel.example`, // a Cyrillic е
  `expert@pаnel.example`, // a Cyrillic а
  `expert@panel.example\u200b`,
  `ex\u00adpert@panel.example`,
  `expert@panel\u3002example\u200d`,
  `${"a".repeat(65)}@panel.example`,
  `expert@${"a".repeat(250)}.example`,
  `mailto:${victim}`,
  `expert@panel.example/../`,
  "",
  "@",
  "'; drop table invitation; --",
];

const queued = async (): Promise<readonly unknown[]> =>
  (await sql()`select name, data from pgboss.job where name like 'mail-%' order by id`).map(
    ({ name, data }) => ({ name, data }),
  );

describe("address enumeration, misdelivery", () => {
  test("a malformed address is nobody's, so it finds no link, adds nobody and mails nobody off the roll", async () => {
    const study = await aStudy("malformed", { experts: 1 });
    value(await importPanel(system, { study: study.slug, text: victim }));
    value(await addFacilitator(system, { address: victim }));
    const [row] = await sql()<{ id: string }[]>`
    select id from invitation where study_id = ${study.id} and address = ${victim}`;
    await sql()`delete from pgboss.job`;
    for (const address of MALFORMED) {
      expect(normalAddress(address), JSON.stringify(address)).toBeNull();
      await requestLink(visitor, { study: "", address });
      await requestSignIn(visitor, { address });
      await addFacilitator(system, { address });
      await changeAddress(system, { study: study.slug, invitation: row!.id, address });
      await importPanel(system, {
        study: study.slug,
        text: `name,email\n"A","${address.replaceAll('"', '""')}"`,
      });
    }
    expect(await queued()).toEqual([]);
    const roll = await sql()<{ address: string }[]>`select address from invitation order by 1`;
    expect(roll.map(({ address }) => address)).toEqual(["e0@malformed.example", victim]);
    const facilitators = await sql()<{ address: string }[]>`select address from facilitator`;
    expect(facilitators.map(({ address }) => address)).toEqual([victim]);
  });

  test("one address in many spellings is one person, whose mail goes to the spelling on the roll", async () => {
    const study = await aStudy("spellings", { experts: 1 });
    for (const spelled of ["Busy@Spellings.Example", " busy@spellings.example ", "ｂusy@spellings.example"])
      value(await importPanel(system, { study: study.slug, text: `name,email\nB,${spelled}` }));
    const people = await sql()<{ address: string }[]>`
    select address from invitation where study_id = ${study.id} and address like 'busy%'`;
    expect(people.map(({ address }) => address)).toEqual(["busy@spellings.example"]);
  });

  test("known and unknown addresses get the same bytes in nearly the same time", async () => {
    await aStudy("timed", { experts: 120 });
    const ask = async (address: string) => {
      const begun = performance.now();
      const answer = JSON.stringify(await requestLink(visitor, { study: "timed", address }));
      return { answer, took: performance.now() - begun };
    };
    for (let at = 0; at < 20; at += 1) await ask(`warm${at}@timed.example`);
    const [known, unknown]: [number[], number[]] = [[], []];
    const answers = new Set<string>();
    for (let at = 0; at < 100; at += 1)
      for (const [list, address] of [
        [known, `e${at}@timed.example`],
        [unknown, `x${at}@timed.example`],
      ] as const) {
        const { answer, took } = await ask(address);
        answers.add(answer);
        list.push(took);
      }
    const median = (list: number[]) => [...list].sort((a, b) => a - b)[50]!;
    if (process.env.TELL)
      process.stdout.write(
        `known ${median(known).toFixed(2)} ms, unknown ${median(unknown).toFixed(2)} ms\n`,
      );
    expect([...answers]).toEqual([JSON.stringify({ ok: true, value: {} })]);
    expect(await queued()).toHaveLength(100);
    // What is left is far below what a network adds; the pages wait out the rest (app/_server/evenly.ts).
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(15);
  });
});
