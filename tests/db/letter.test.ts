import { afterAll, beforeAll, expect, test } from "vitest";
import { type Actor, system } from "@/db/actor";
import { sql } from "@/db/client";
import { closeRound } from "@/db/commands/close-round";
import { moderateText } from "@/db/commands/moderate-text";
import { openRound } from "@/db/commands/open-round";
import { submitAnswers } from "@/db/commands/submit-answers";
import { letter } from "@/db/queries/letter";
import { allRated, anExpert, aStudy, rating, seatBehind, text, value } from "./a-study";
import { freshDatabase, type TestDatabase } from "./database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const partOf = async (expert: Actor, item: string, part: string) =>
  (await letter(expert, {})).items
    .find((one) => one.item.id === item)
    ?.parts.find((one) => one.part.id === part);

test("a letter sets an expert's own answers of closed rounds beside the panel's, and holds nothing of an open one", async () => {
  const study = await aStudy("letters");
  const experts = [];
  for (let at = 0; at < 6; at += 1) experts.push(await anExpert(study, at));
  const [me, other] = experts as [Actor, Actor];
  for (const [at, expert] of experts.entries())
    value(
      await submitAnswers(expert, {
        round: 1,
        answers: [
          ...allRated(at === 0 ? 5 : 2),
          text("bridge", "rationale", at === 0 ? "Mine, about the bridge." : `That of another, ${at}.`),
        ],
      }),
    );

  expect(await letter(me, {})).toMatchObject({ rounds: [], submitted: [], items: [], texts: [] });

  value(await closeRound(system, { study: study.slug }));
  const read = await letter(me, {});
  expect(read).toMatchObject({ rounds: [1], submitted: [1] });
  const mine = await partOf(me, "bridge", "desirability");
  expect(mine?.own).toEqual([{ round: 1, value: 5 }]);
  expect(mine?.panel).toMatchObject({ withheld: null, n: 6, median: 2 });
  expect((await partOf(other, "bridge", "desirability"))?.own).toEqual([{ round: 1, value: 2 }]);

  // Words are one's own, and only once they were released.
  expect(read.texts).toEqual([]);
  const waiting = await sql()<{ id: string; text: string }[]>`select id, text from answer_text
    where study_id = ${study.id}`;
  for (const { id } of waiting)
    value(await moderateText(system, { study: study.slug, text: id, state: "released" }));
  expect((await letter(me, {})).texts).toEqual([
    expect.objectContaining({ round: 1, item: "bridge", text: "Mine, about the bridge.", edited: false }),
  ]);

  value(await openRound(system, { study: study.slug }));
  value(await submitAnswers(me, { round: 2, answers: [rating("bridge", "desirability", 1)] }));
  expect((await letter(me, {})).rounds).toEqual([1]);
  expect((await partOf(me, "bridge", "desirability"))?.own).toEqual([{ round: 1, value: 5 }]);
});

test("where the protocol shows no figures between rounds, the letter holds one's own answers alone", async () => {
  const study = await aStudy("quiet-letters", {
    protocol: { feedback: { reasons: false, distribution: false, strata: false } },
  });
  for (let at = 0; at < 6; at += 1)
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
  value(await closeRound(system, { study: study.slug }));
  const part = await partOf(await seatBehind(study.links[0]!), "bridge", "desirability");
  expect(part).toMatchObject({ own: [{ round: 1, value: 4 }], panel: null, group: null });
});
