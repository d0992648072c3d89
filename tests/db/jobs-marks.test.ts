import { afterAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { markFinished } from "@/db/commands/mark-finished";
import { revokeLink } from "@/db/commands/revoke-link";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { NotFound } from "@/db/run";
import { allRated, anExpert, aStudy, seatBehind, type TestStudy, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

async function submit(study: TestStudy, ...experts: number[]): Promise<void> {
  for (const at of experts)
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(3) }));
}

const mark = async (study: TestStudy) => value(await markFinished(system, { study: study.slug })).marked;

const markedPeople = async (study: TestStudy) =>
  (
    await database.sql`
      select address from finished_mark join invitation on id = invitation_id
      where finished_mark.study_id = ${study.id} order by address`
  ).map(({ address }) => address);

const writers = (study: TestStudy) =>
  database.sql`select distinct xmin::text from submission where study_id = ${study.id}`;

test("who has finished is marked only when three more have, and then the seats are rewritten first", async () => {
  const study = await aStudy("threes");
  await submit(study, 0, 1);
  expect(await mark(study)).toBe(0);
  expect(await writers(study)).toHaveLength(2);
  await submit(study, 2);
  expect(await mark(study)).toBe(3);
  expect(await writers(study)).toHaveLength(1);
  expect(await markedPeople(study)).toEqual([0, 1, 2].map((at) => `e${at}@threes.example`));
  await submit(study, 3, 4);
  expect(await mark(study)).toBe(0);
  await submit(study, 5);
  expect(await mark(study)).toBe(3);
  expect(await markedPeople(study)).toHaveLength(6);
});

test("marks old and new are rewritten together, so none tells the night it was made", async () => {
  const study = await aStudy("nights", { experts: 12 });
  await submit(study, 0, 1, 2);
  await mark(study);
  await submit(study, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  await mark(study);
  const rows = await database.sql`
    select xmin::text as writer, invitation_id as person from finished_mark where study_id = ${study.id} order by ctid`;
  expect(new Set(rows.map((row) => row.writer)).size).toBe(1);
  const people = rows.map((row) => row.person);
  expect(people).toHaveLength(12);
  const byRoll = await database.sql`select id from invitation where study_id = ${study.id} order by ctid`;
  expect(people).not.toEqual(byRoll.map(({ id }) => id));
});

test("answering again is no second finish, and a draft is none", async () => {
  const study = await aStudy("again");
  await submit(study, 0, 1);
  const expert = await anExpert(study, 0);
  value(await submitAnswers(expert, { round: 1, answers: allRated(5) }));
  value(await saveDraft(await anExpert(study, 2), { round: 1, answers: allRated(1) }));
  expect(await mark(study)).toBe(0);
});

test("somebody whose link was revoked gets no mark and is not counted towards the three", async () => {
  const study = await aStudy("gone");
  await submit(study, 0, 1, 2);
  const [person] = await database.sql`
    select id from invitation where study_id = ${study.id} and address = 'e0@gone.example'`;
  value(await revokeLink(system, { study: study.slug, invitation: person!.id }));
  expect(await mark(study)).toBe(0);
});

test("a simulated study shows its marks at once", async () => {
  const study = await aStudy("made-simulated", { open: true });
  await database.sql`alter table study disable trigger study_keeps_simulated_mark`;
  await database.sql`update study set simulated = true where id = ${study.id}`;
  await database.sql`alter table study enable trigger study_keeps_simulated_mark`;
  await submit(study, 0);
  expect(await mark(study)).toBe(1);
});

test("a closed round gets no more marks, and all studies can be marked at once", async () => {
  const [closed, open] = [await aStudy("closed"), await aStudy("still-open")];
  for (const study of [closed, open]) await submit(study, 0, 1, 2, 3, 4);
  value(await closeRound(system, { study: closed.slug }));
  expect(value(await markFinished(system, {})).marked).toBe(5);
  expect(await markedPeople(closed)).toEqual([]);
  expect(await markedPeople(open)).toHaveLength(5);
});

test("only the installation itself may mark who has finished", async () => {
  const study = await aStudy("not-yours");
  await expect(markFinished(visitor, {})).rejects.toThrow(NotFound);
  await expect(markFinished(await anExpert(study), {})).rejects.toThrow(NotFound);
});

test("experts who open, save and submit while the seats are rewritten lose nothing and are never turned away", async () => {
  const study = await aStudy("busy", { experts: 24 });
  await Promise.all(study.links.map((_, at) => anExpert(study, at)));
  let busy = true;
  const answering = Promise.all(
    study.links.map(async (link, at) => {
      for (const point of [1, 2, 3, 4, 5]) {
        const seat = await seatBehind(link);
        value(await saveDraft(seat, { round: 1, answers: allRated(((point + at) % 5) + 1) }));
        value(await submitAnswers(seat, { round: 1 }));
      }
    }),
  ).finally(() => {
    busy = false;
  });
  let rewritten = 0;
  while (busy) {
    await database.sql`delete from finished_mark`;
    if ((await mark(study)) > 0) rewritten += 1;
  }
  await answering;
  expect(rewritten).toBeGreaterThan(0);
  const [stored] = await database.sql`
    select count(distinct seat_id)::int as seats, count(distinct (seat_id, revision))::int as revisions
    from submission where study_id = ${study.id}`;
  expect(stored).toEqual({ seats: 24, revisions: 24 * 5 });
  const [answers] = await database.sql`select count(*)::int as rows from answer where study_id = ${study.id}`;
  expect(answers?.rows).toBe(24 * 5 * allRated(1).length);
});
