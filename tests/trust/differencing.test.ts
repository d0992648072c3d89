import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Actor } from "@/db/actor";
import { system, visitor } from "@/db/actor";
import { db } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { submitAnswers } from "@/db/commands/submit-answers";
import { results } from "@/db/queries/results";
import { roundAnswers } from "@/db/round-answers";
import { NotFound } from "@/db/run";
import { nobodyAdded } from "@/delphi/added-later";
import { figuresToShow } from "@/delphi/disclosure";
import { figureOf, type ShownFigure } from "@/delphi/figure";
import { policyDelphi } from "@/delphi/presets";
import { allRated, anExpert, answeredRound, aStudy, type TestStudy, value } from "../db/a-study";
import { freshDatabase } from "../db/database";
import { aMember } from "../db/desk-people";
import { whoMayWhat } from "../db/who-may-what";

const database = await freshDatabase();
afterAll(database.close);

type Query = (actor: Actor, input: object) => Promise<unknown>;

/** Every query there is, by its name: whatever a page, a file or the API says comes out of these. */
async function everyQuery(): Promise<ReadonlyMap<string, Query>> {
  const found = new Map<string, Query>();
  for (const file of readdirSync(path.join("db", "queries"))) {
    const exported = await import(pathToFileURL(path.resolve("db", "queries", file)).href);
    for (const [name, value] of Object.entries(exported))
      if (typeof value === "function" && name in whoMayWhat) found.set(name, value as Query);
  }
  return found;
}

type Watcher = { readonly who: string; readonly actor: Actor };

/** What everybody can get to see at this moment, as text; an expert's own form apart, which shows their own answers. */
async function poll(
  queries: ReadonlyMap<string, Query>,
  study: TestStudy,
  watchers: readonly Watcher[],
): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  const inputs = [
    { study: study.slug },
    { study: study.slug, round: 1 },
    { study: study.slug, round: 2 },
    {},
  ];
  for (const { who, actor } of watchers)
    for (const [name, query] of queries)
      for (const [at, input] of inputs.entries()) {
        const answer = await query(actor, input).catch((error: unknown) => {
          if (error instanceof NotFound) return "not found";
          throw error;
        });
        seen.set(`${who}: ${name} ${at}`, JSON.stringify(answer));
      }
  return seen;
}

describe("differencing", () => {
  test("polled after each of 12 submissions, nothing but the total ever moves", async () => {
    const study = await aStudy("polled", { experts: 14 });
    await answeredRound(study, 1, 12, 4);
    value(await publish(system, { study: study.slug, reason: "The town asked for it." }));
    value(await openRound(system, { study: study.slug, items: ["bridge", "confidence"], reason: "Again." }));
    const watchers: Watcher[] = [
      { who: "visitor", actor: visitor },
      { who: "another expert", actor: await anExpert(study, 13) },
      { who: "facilitator", actor: await aMember(study, "facilitator") },
      { who: "observer", actor: await aMember(study, "observer") },
    ];
    const queries = await everyQuery();
    const moved = new Map<string, Set<string>>();
    let before = await poll(queries, study, watchers);
    for (let at = 0; at < 12; at += 1) {
      const answers = allRated((at % 5) + 1).filter(({ item }) => ["bridge", "confidence"].includes(item));
      value(await submitAnswers(await anExpert(study, at), { round: 2, answers }));
      const after = await poll(queries, study, watchers);
      for (const [place, text] of after)
        if (text !== before.get(place))
          moved.set(place, (moved.get(place) ?? new Set()).add(without(text, at + 1)));
      before = after;
    }
    console.info(
      `Polled ${before.size} answers of ${queries.size} queries after each of 12 submissions; moving:`,
      [...moved.keys()],
    );
    expect(before.size).toBeGreaterThan(100);
    // Without the total, what was seen after one submission is what was seen after another.
    for (const [place, texts] of moved) expect([place, texts.size]).toEqual([place, 1]);
    for (const place of moved.keys())
      expect(place).toMatch(/^(facilitator|observer): (progress|deskStudies) /);
  });

  test("a live distribution would give away every answer but the first, one poll after the other", async () => {
    const study = await aStudy("live", { experts: 6 });
    const given = [3, 5, 1, 4, 2, 2];
    const solved: number[] = [];
    let before = [0, 0, 0, 0, 0];
    for (const [at, point] of given.entries()) {
      value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(point) }));
      const [round] = await db().transaction((tx) => roundAnswers(tx, study.id, [1]));
      const live = figuresToShow({ ...policyDelphi, minimumGroup: 1 }, round!, [], [], nobodyAdded);
      const { counts } = figureOf(live, "bridge", "desirability") as ShownFigure;
      solved.push(counts!.findIndex((count, place) => count > before[place]!) + 1);
      before = counts!;
    }
    expect(solved).toEqual(given);
  });

  test("one leaver among 24: nothing is recovered, whatever the leaver answered", async () => {
    const candidates = await Promise.all([1, 2, 3, 4, 5].map((point) => oneLeaver(`leaver-${point}`, point)));
    for (const { change, verdict, leaverFitting } of candidates) {
      expect(change).toMatchObject({ base: "totals", pairs: null, pairCounts: null, table: null });
      expect(verdict.followsFromTotals).toBe(true);
      expect(leaverFitting.shown).toEqual(leaverFitting.possible);
    }
    console.info(
      "One leaver: answers still possible with what is shown",
      candidates.map(({ leaverFitting }) => leaverFitting.shown.join("")),
      "and with figures about those who stayed",
      candidates.map(({ leaverFitting }) => leaverFitting.withPairs.join("")),
    );
    expect(
      candidates.every(({ leaverFitting, point }) => leaverFitting.withPairs.join() === String(point)),
    ).toBe(true);
  });
});

/** Without the number of submissions, which is all that is live. */
const without = (text: string, submitted: number): string =>
  text.replaceAll(`"submitted":${submitted}`, '"submitted":…');

/** Everybody answers all over the scale twice, but for the last expert, who leaves after the first round. */
async function oneLeaver(slug: string, point: number) {
  const study = await aStudy(slug, { experts: 24 });
  const answerAt = (at: number, round: number) => ((at * (round + 1)) % 5) + 1;
  for (const round of [1, 2]) {
    if (round === 2) value(await openRound(system, { study: slug, items: ["bridge"], reason: "Again." }));
    for (let at = 0; at < (round === 1 ? 24 : 23); at += 1) {
      const given = at === 23 ? point : answerAt(at, round);
      const answers = allRated(given).filter(({ item }) => item === "bridge");
      value(await submitAnswers(await anExpert(study, at), { round, answers }));
    }
    value(await closeRound(system, { study: slug }));
  }
  value(await publish(system, { study: slug, reason: "To be attacked." }));
  const { published } = await results(visitor, { study: slug });
  const [first, second] = published!.edition.rounds.map(
    ({ figures }) => figureOf(figures, "bridge", "desirability") as ShownFigure,
  );
  const change = second!.stability!;
  const stayed = countsOf(Array.from({ length: 23 }, (_, at) => answerAt(at, 1)));
  const moved = shareMoved(first!.counts!, second!.counts!);
  const possible = [1, 2, 3, 4, 5].filter((one) => first!.counts![one - 1]! > 0);
  const earlier = change.pairCounts?.earlier;
  return {
    point,
    change,
    verdict: { followsFromTotals: change.met === moved < 15 },
    leaverFitting: {
      possible,
      shown: possible.filter((one) => !earlier || first!.counts![one - 1]! - earlier[one - 1]! === 1),
      withPairs: possible.filter((one) => first!.counts![one - 1]! - stayed[one - 1]! === 1),
    },
  };
}

const countsOf = (answers: readonly number[]): number[] =>
  [1, 2, 3, 4, 5].map((point) => answers.filter((one) => one === point).length);

function shareMoved(earlier: readonly number[], later: readonly number[]): number {
  const [before, after] = [earlier, later].map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return 50 * later.reduce((sum, count, at) => sum + Math.abs(count / after! - earlier[at]! / before!), 0);
}
