import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { rewriteSeatSide, vacuumSeatSide } from "@/db/rewrite";
import { answer, answerText, draft, formerWording, mindMark, seat, submission } from "@/db/schema/panel";
import { round, study } from "@/db/schema/study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);
beforeEach(async () => {
  await database.sql`truncate seat, draft, submission, mind_mark, former_wording, answer, answer_text`;
  await database.sql`delete from study`;
});

const tables = [
  "seat",
  "draft",
  "submission",
  "mind_mark",
  "former_wording",
  "answer",
  "answer_text",
] as const;
const SEATS = 60;

/** A study in its second round: every seat has answered both rounds, in the order of its stratum. */
async function answeredStudy(slug: string): Promise<string> {
  const { db } = database;
  const blank = { content: {}, sources: [], positions: [], protocol: {}, createdAt: new Date() };
  const [made] = await db
    .insert(study)
    .values({ slug, simulated: false, ...blank })
    .returning();
  const studyId = made!.id;
  const opened = { studyId, openedAt: new Date(), items: [] };
  await db.insert(round).values([
    { ...opened, number: 1, state: "closed", snapshot: {} },
    { ...opened, number: 2, state: "open" },
  ]);
  const seats = Array.from({ length: SEATS }, (_, at) => ({ id: randomBytes(16), stratum: String(at) }));
  await db.insert(seat).values(seats.map((one) => ({ studyId, ...one })));
  for (const number of [1, 2]) {
    const rows = seats.map(({ id }) => ({
      studyId,
      round: number,
      seatId: id,
      revision: 1,
      item: "a",
      part: "b",
    }));
    await db.insert(draft).values(rows.map((row) => ({ ...row, answers: [] })));
    await db.insert(submission).values(rows.map((row) => ({ ...row, receipt: "r", digest: "d" })));
    await db
      .insert(mindMark)
      .values(seats.map(({ id }) => ({ studyId, round: number, seatId: id, textId: randomUUID() })));
    await db
      .insert(formerWording)
      .values(seats.map(({ id }) => ({ studyId, round: number, seatId: id, item: "a" })));
    await db.insert(answer).values(rows.map((row, at) => ({ ...row, value: at, abstained: false })));
    await db.insert(answerText).values(rows.map((row, at) => ({ ...row, text: `text ${at}` })));
  }
  return studyId;
}

const rewrite = (studyId: string) => database.db.transaction((tx) => rewriteSeatSide(tx, studyId));

const contents = async (table: string) =>
  (await database.sql`select t::text as row from ${database.sql(table)} t order by 1`).map((one) => one.row);

/** The seats of the rows in the order in which they lie on the disk. */
const onDisk = async (table: string, studyId: string, latest: boolean) =>
  (
    await database.sql`
      select ${database.sql(table === "seat" ? "id" : "seat_id")} as seat from ${database.sql(table)}
      where study_id = ${studyId} ${latest ? database.sql`and round = 2` : database.sql``} order by ctid`
  ).map((one) => one.seat.toString("hex"));

test("rewriting keeps every row of every table as it was", async () => {
  const [studyId] = [await answeredStudy("ours"), await answeredStudy("theirs")];
  const before = await Promise.all(tables.map(contents));
  await rewrite(studyId);
  expect(await Promise.all(tables.map(contents))).toEqual(before);
  expect(before.map((rows) => rows.length)).toEqual([2, 4, 4, 4, 4, 4, 4].map((times) => times * SEATS));
});

test("after rewriting, no order on the disk is the order in which experts came", async () => {
  const studyId = await answeredStudy("ours");
  const arrival = await onDisk("seat", studyId, false);
  await rewrite(studyId);
  await vacuumSeatSide();
  const orders = await Promise.all(tables.map((table) => onDisk(table, studyId, table !== "seat")));
  for (const order of orders) {
    expect([...order].sort()).toEqual([...arrival].sort());
    // Of 60 rows in random order, one stays in its place on average; ten would be one case in a million.
    expect(order.filter((one, at) => one === arrival[at]).length).toBeLessThan(10);
  }
  expect(new Set(orders.map(String)).size).toBe(tables.length);
});

test("after rewriting, one transaction wrote every row, so none tells whose rows belong together", async () => {
  const studyId = await answeredStudy("ours");
  await rewrite(studyId);
  for (const table of tables) {
    const latest = table === "seat" ? database.sql`` : database.sql`and round = 2`;
    const writers = await database.sql`
      select distinct xmin::text from ${database.sql(table)} where study_id = ${studyId} ${latest}`;
    expect(writers).toHaveLength(1);
  }
});

test("answers of an earlier round stay where they are, and so do other studies", async () => {
  const [ours, theirs] = [await answeredStudy("ours"), await answeredStudy("theirs")];
  const places = () => database.sql`
    select ctid::text, xmin::text from answer where study_id = ${theirs} or (study_id = ${ours} and round = 1)
    order by ctid`;
  const before = [...(await places())];
  await rewrite(ours);
  expect([...(await places())]).toEqual(before);
});

test("two studies can be rewritten in one transaction", async () => {
  const [ours, theirs] = [await answeredStudy("ours"), await answeredStudy("theirs")];
  const before = await contents("submission");
  await database.db.transaction(async (tx) => {
    await rewriteSeatSide(tx, ours);
    await rewriteSeatSide(tx, theirs);
  });
  expect(await contents("submission")).toEqual(before);
});
