import { afterAll, describe, expect, test } from "vitest";
import { system } from "@/db/actor";
import { db, sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { giveConsent } from "@/db/commands/give-consent";
import { importPanel } from "@/db/commands/import-panel";
import { submitAnswers } from "@/db/commands/submit-answers";
import { roundAnalysis } from "@/db/queries/round-analysis";
import { roundAnswers } from "@/db/round-answers";
import { unseal } from "@/db/sealing";
import { nobodyAdded } from "@/delphi/added-later";
import { figuresToShow } from "@/delphi/disclosure";
import { figureOf } from "@/delphi/figure";
import { policyDelphi } from "@/delphi/presets";
import { allRated, anExpert, aStudy, seatBehind, type TestStudy, text, value } from "../db/a-study";
import { freshDatabase } from "../db/database";

const database = await freshDatabase();
afterAll(database.close);

describe("fake experts to isolate one", () => {
  test("one expert at the first submission and four added later: nothing is shown", async () => {
    const study = await aStudy("isolated", { experts: 1 });
    value(await submitAnswers(await anExpert(study), { round: 1, answers: answersOn(5) }));
    for (const link of await addToRoll(study, 4)) await answer(link, 2);

    const snapshot = await closed(study);
    expect(snapshot).toMatchObject({ submitted: 5, addedLater: 4 });
    expect(snapshot.figures.length).toBeGreaterThan(5);
    for (const figure of snapshot.figures) expect(figure.withheld).not.toBeNull();
    expect(await sidesOf(study)).toEqual([null, null, null, null, null]);
  });

  test("were they counted, the figures less the facilitator's own four answers would be the expert's", async () => {
    const [study] = await sql()<{ id: string }[]>`select id from study where slug = 'isolated'`;
    const [round] = await db().transaction((tx) => roundAnswers(tx, study!.id, [1]));
    const figure = figureOf(
      figuresToShow(policyDelphi, round!, [], [], nobodyAdded),
      "bridge",
      "desirability",
    );
    const dummies = [0, 4, 0, 0, 0];
    expect(figure?.withheld === null && figure.counts!.map((count, at) => count - dummies[at]!)).toEqual([
      0, 0, 0, 0, 1,
    ]);
  });

  test("experts who were on the roll before the first answer count, however late they answer", async () => {
    const study = await aStudy("in-time", { experts: 1 });
    const later = await addToRoll(study, 4);
    for (const link of [study.links[0]!, ...later]) await answer(link, 4);
    const snapshot = await closed(study);
    expect(snapshot.addedLater).toBe(0);
    expect(figureOf(snapshot.figures, "bridge", "desirability")?.withheld).toBeNull();
    expect(await sidesOf(study)).toEqual(Array(5).fill("higher"));
  });

  test("a group filled up with dummies is withheld, and the panel around it is still shown", async () => {
    const study = await aStudy("filled-up", { experts: 19, strata: ["north", "north", "north", "south"] });
    for (const link of study.links) await answer(link, 4);
    for (const link of await addToRoll(study, 2, "south")) await answer(link, 2);
    const snapshot = await closed(study);
    const of = (stratum: string | null) => figureOf(snapshot.figures, "bridge", "desirability", stratum);
    expect(snapshot.addedLater).toBe(2);
    expect(of(null)).toMatchObject({ withheld: null, n: 21 });
    expect(of("south")?.withheld).not.toBeNull();
  });
});

/** Puts people on the roll and takes their links, as a facilitator with mailboxes of their own could. */
async function addToRoll(study: TestStudy, people: number, stratum = ""): Promise<string[]> {
  const rows = Array.from(
    { length: people },
    (_, at) => `Dummy ${at},dummy${at}@${study.slug}.example,${stratum}`,
  );
  value(await importPanel(system, { study: study.slug, text: ["name,email,stratum", ...rows].join("\n") }));
  const made = await sql()<{ sealed: Buffer }[]>`
    select sealed_token as sealed from invitation where study_id = ${study.id} and address like 'dummy%'`;
  return made.map(({ sealed }) => unseal(sealed, `invitation:${study.id}`));
}

async function answer(link: string, point: number): Promise<void> {
  const seat = await seatBehind(link);
  value(await giveConsent(seat, {}));
  value(await submitAnswers(seat, { round: 1, answers: answersOn(point) }));
}

const answersOn = (point: number) => [...allRated(point), text("bridge", "rationale", "It would last.")];

/** On which sides readers are told the authors of reasons stood. */
const sidesOf = async ({ id }: TestStudy) =>
  (await sql()<{ side: string | null }[]>`select side from answer_text where study_id = ${id}`).map(
    ({ side }) => side,
  );

async function closed(study: TestStudy) {
  value(await closeRound(system, { study: study.slug }));
  return (await roundAnalysis(system, { study: study.slug, round: 1 })).snapshot;
}
