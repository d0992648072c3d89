import { createHash, randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { createStudy } from "@/db/commands/create-study";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { unseal } from "@/db/sealing";
import { belarusDesign, REHEARSAL_STRATA } from "@/db/seed/belarus";
import type { Answer } from "@/delphi/answer";
import type { Item } from "@/delphi/item";
import { scaleValues } from "@/delphi/scale";
import { seatBehind, value } from "../db/a-study";
import { type KillableApp, killableApp } from "./killable-app";
import { seatCookie } from "./web/scene";

const SLUG = "heavy";
const EXPERTS = 50;
const ITEMS = 40;

let app: KillableApp | undefined;
let links: readonly string[] = [];

/** A study of forty questions that fifty experts in three groups answered, its second round open. */
beforeAll(async () => {
  app = await killableApp();
  await app.start();
  await app.useDatabase();
  const design = belarusDesign(SLUG, REHEARSAL_STRATA);
  const items = fortyOf(design.items);
  const strata = REHEARSAL_STRATA.map(({ title }) => title);
  value(
    await createStudy(system, { design: { ...design, items: [...items], positions: [] }, simulated: false }),
  );
  const people = Array.from({ length: EXPERTS }, (_, at) => `E ${at},e${at}@heavy.example,${strata[at % 3]}`);
  value(await importPanel(system, { study: SLUG, text: ["name,email,stratum", ...people].join("\n") }));
  value(await openRound(system, { study: SLUG }));
  const rows = await sql()<{ sealed: Buffer; id: string }[]>`
    select sealed_token as sealed, study_id as id from invitation join study on study.id = study_id
    where slug = ${SLUG} and sealed_token is not null`;
  links = rows.map(({ sealed, id }) => unseal(sealed, `invitation:${id}`));
  for (const [at, link] of links.entries()) {
    const seat = await seatBehind(link);
    value(await giveConsent(seat, {}));
    value(await submitAnswers(seat, { round: 1, answers: answersOf(items, at) }));
  }
  value(await closeRound(system, { study: SLUG }));
  value(await openRound(system, { study: SLUG }));
  value(await publish(system, { study: SLUG, reason: "To weigh it." }));
});
afterAll(() => app?.stop());

function fortyOf(items: readonly Item[]): readonly Item[] {
  const options = items.filter((item) => item.kind === "option");
  const more = Array.from({ length: ITEMS - items.length }, (_, at): Item => {
    const like = options[at % options.length]!;
    return { ...like, id: `${like.id}-more-${at}`, title: `${like.title}, put another way` };
  });
  return [...items, ...more];
}

const answersOf = (items: readonly Item[], expert: number): Answer[] =>
  items.flatMap((item, at) =>
    item.parts.flatMap((part, place) => {
      const values = scaleValues(part.scale);
      if (values.length === 0) return [];
      const chosen = values[(expert * 7 + at * 3 + place + ((expert * at) % 3)) % values.length]!;
      return [{ item: item.id, part: part.id, value: chosen, abstained: false }];
    }),
  );

const read = async (place: string, cookie = ""): Promise<string> => {
  const answer = await fetch(`${app!.url}${place}`, { headers: { cookie } });
  expect(answer.status, place).toBe(200);
  return answer.text();
};

test("forty questions with pictures come to an expert in pages of less than 40 kB each, or all on one of less than 150 kB", async () => {
  const cookie = await seatCookie(app!.url, links[0]!);
  const first = await read("/panel/questionnaire", cookie);
  const all = "/panel/questionnaire/all";
  const places = new Set(first.match(/\/panel\/questionnaire\/[a-z0-9-]+/g) ?? []);
  expect(places).toContain(all);
  const sections = [...places].filter((place) => place !== all);
  expect(sections.length).toBeGreaterThan(3);
  const pages = [];
  for (const place of sections) pages.push(await read(place, cookie));
  expect(pages.join("").match(/<svg role="img"/g)?.length ?? 0).toBeGreaterThan(ITEMS);
  const weights = pages.map((page) => gzipSync(page).length);
  const whole = gzipSync(await read(all, cookie)).length;
  console.log(
    `questionnaire of ${ITEMS}: ${sections.length} pages of ${weights.join(", ")} bytes, all on one page ${whole}`,
  );
  for (const [at, weight] of weights.entries()) expect(weight, sections[at]).toBeLessThan(40_000);
  expect(whole).toBeLessThan(150_000);
});

test("the page of an edition of forty questions weighs less than 90 kB, and an item's page less than 40 kB", async () => {
  const whole = gzipSync(await read(`/studies/${SLUG}/results`)).length;
  const item = gzipSync(await read(`/studies/${SLUG}/results/items/mobility`)).length;
  console.log(`results of ${ITEMS} questions: ${whole} bytes, an item's page ${item}`);
  expect(whole).toBeLessThan(90_000);
  expect(item).toBeLessThan(40_000);
});

test("an edition with 10,000 responses is served as fast as one with 50", async () => {
  await insertLarger(200);
  const times: Record<1 | 2, number[]> = { 1: [], 2: [] };
  // One after the other, so that whatever else this machine does meets both.
  for (let turn = 0; turn < 60; turn += 1)
    for (const number of [1, 2] as const) {
      const begun = performance.now();
      await read(`/studies/${SLUG}/editions/${number}`);
      if (turn >= 10) times[number].push(performance.now() - begun);
    }
  const [small, large] = [fast(times[1]), fast(times[2])];
  console.log(`edition of 50: ${small.toFixed(1)} ms, of 10,000: ${large.toFixed(1)} ms`);
  expect(large).toBeLessThan(small * 1.2 + 2);
});

/** The lower quartile: what a page takes when nothing else is in its way. */
const fast = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)]!;

/** Edition 2 with every count so many times larger, and as many receipts; only the reading of it is looked at. */
async function insertLarger(times: number): Promise<void> {
  const [row] = await sql()<{ id: string; canonical: string; digest: string }[]>`
    select study_id as id, canonical, edition.digest from edition join study on study.id = study_id
    where slug = ${SLUG} and number = 1`;
  const COUNTED = new Set([
    "n",
    "counts",
    "abstained",
    "notAnswered",
    "invited",
    "submitted",
    "pairs",
    "table",
  ]);
  const larger = (given: unknown, inCount: boolean): unknown => {
    if (typeof given === "number") return inCount ? given * times : given;
    if (Array.isArray(given)) return given.map((one) => larger(one, inCount));
    if (given === null || typeof given !== "object") return given;
    return Object.fromEntries(
      Object.entries(given).map(([key, one]) => [key, larger(one, COUNTED.has(key))]),
    );
  };
  const edition = JSON.parse(row!.canonical);
  const text = JSON.stringify({
    ...edition,
    number: 2,
    previous: row!.digest,
    rounds: larger(edition.rounds, false),
    receipts: edition.receipts.map((one: { round: number }) => ({
      ...one,
      counted: Array.from({ length: EXPERTS * times }, () => randomBytes(32).toString("hex")).sort(),
    })),
  });
  const digest = createHash("sha256").update(text).digest("hex");
  await sql()`insert into edition (study_id, number, canonical, digest, previous_digest, published_at)
    values (${row!.id}, 2, ${text}, ${digest}, ${row!.digest}, now())`;
}
