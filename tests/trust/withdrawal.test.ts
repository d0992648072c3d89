import { afterAll, beforeAll, expect, test } from "vitest";
import { system, visitor } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { giveConsent } from "@/db/commands/give-consent";
import { openRound } from "@/db/commands/open-round";
import { publish } from "@/db/commands/publish";
import { redeemLink } from "@/db/commands/redeem-link";
import { releaseTexts } from "@/db/commands/release-texts";
import { saveDraft } from "@/db/commands/save-draft";
import { submitAnswers } from "@/db/commands/submit-answers";
import { withdraw } from "@/db/commands/withdraw";
import { allRated, anExpert, aStudy, seatBehind, type TestStudy, text, value } from "../db/a-study";
import { freshDatabase, type TestDatabase } from "../db/database";
import { dumpOf } from "./dump";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const SECRET = "Only the ferryman's widow could have written this";
const withText = (words = SECRET) => [...allRated(2), text("bridge", "rationale", words)];

const rowsOf = (study: TestStudy, table: string) =>
  database.sql`select * from ${database.sql(table)} where study_id = ${study.id}`;

async function answeredBy(study: TestStudy, ...experts: number[]): Promise<void> {
  for (const at of experts)
    value(await submitAnswers(await anExpert(study, at), { round: 1, answers: allRated(4) }));
}

test("before the close, withdrawing deletes every answer and text of the round, and the seat", async () => {
  const study = await aStudy("early");
  await answeredBy(study, 1, 2);
  const expert = await anExpert(study, 0);
  value(await submitAnswers(expert, { round: 1, answers: withText() }));
  value(await saveDraft(expert, { round: 1, answers: allRated(1) }));
  value(await withdraw(expert, {}));
  const seat = expert.seatId.toString("hex");
  const dump = await dumpOf(database.sql);
  expect(dump).toContain((await seatBehind(study.links[1]!)).seatId.toString("hex"));
  expect(dump).not.toContain(seat);
  expect(dump).not.toContain(SECRET);
  expect(await rowsOf(study, "submission")).toHaveLength(2);
});

test("withdrawing leaves no line in the log of the desk, no job and no mark beside a name", async () => {
  const study = await aStudy("silent");
  const expert = await anExpert(study, 0);
  value(await submitAnswers(expert, { round: 1, answers: withText() }));
  const beside = async () => [
    [...(await database.sql`select xmin::text, xmax::text, i.* from invitation i order by id`)],
    [...(await database.sql`select * from audit order by id`)],
    [...(await database.sql`select id from pgboss.job order by id`)],
  ];
  const before = await beside();
  value(await withdraw(expert, {}));
  expect(await beside()).toEqual(before);
});

test("somebody who withdrew can come back while the round is open, to an empty questionnaire", async () => {
  const study = await aStudy("back");
  const expert = await anExpert(study, 0);
  const first = value(await submitAnswers(expert, { round: 1, answers: withText() }));
  value(await withdraw(expert, {}));
  const again = await seatBehind(study.links[0]!);
  expect(again.seatId).toEqual(expert.seatId);
  expect(await submitAnswers(again, { round: 1 })).toMatchObject({ refusal: "no-consent" });
  value(await giveConsent(again, {}));
  expect(await submitAnswers(again, { round: 1 })).toMatchObject({ refusal: "nothing-answered" });
  const second = value(await submitAnswers(again, { round: 1, answers: allRated(5) }));
  expect(second.revision).toBe(1);
  expect(second.receipt).not.toBe(first.receipt);
});

test("a receipt of what was withdrawn is not among the counted ones", async () => {
  const study = await aStudy("receipts");
  await answeredBy(study, 1, 2, 3, 4, 5);
  const expert = await anExpert(study, 0);
  const { receipt } = value(await submitAnswers(expert, { round: 1, answers: withText() }));
  value(await withdraw(expert, {}));
  value(await closeRound(system, { study: study.slug }));
  value(await publish(system, { study: study.slug, reason: "A test." }));
  const [edition] = await database.sql`select canonical from edition where study_id = ${study.id}`;
  expect(edition!.canonical).not.toContain(receipt);
  const [round] = await database.sql`select snapshot from round where study_id = ${study.id}`;
  expect(round!.snapshot).toMatchObject({ submitted: 5 });
});

test("after the close the counted answers stay, and texts that nobody has read yet go", async () => {
  const study = await aStudy("late");
  await answeredBy(study, 1, 2, 3, 4);
  const expert = await anExpert(study, 0);
  value(await submitAnswers(expert, { round: 1, answers: withText() }));
  value(await closeRound(system, { study: study.slug }));
  // Released, but in no edition and before no panel.
  value(await releaseTexts(system, { study: study.slug, round: 1, item: "bridge" }));
  value(await withdraw(expert, {}));
  expect(await rowsOf(study, "answer_text")).toHaveLength(0);
  expect(await rowsOf(study, "submission")).toHaveLength(5);
  expect(await dumpOf(database.sql)).not.toContain(SECRET);
  value(await publish(system, { study: study.slug, reason: "A test." }));
  const [edition] = await database.sql`select canonical from edition where study_id = ${study.id}`;
  expect(edition!.canonical).not.toContain(SECRET);
});

test("a text that the panel has read or an edition holds stays, since it can't be called back", async () => {
  const study = await aStudy("read");
  for (const at of [0, 1, 2, 3, 4])
    value(
      await submitAnswers(await anExpert(study, at), {
        round: 1,
        answers: withText(`The reason of expert number ${at}`),
      }),
    );
  value(await closeRound(system, { study: study.slug }));
  value(await releaseTexts(system, { study: study.slug, round: 1, item: "bridge" }));
  value(await openRound(system, { study: study.slug }));
  const expert = await anExpert(study, 0);
  value(await submitAnswers(expert, { round: 2, answers: withText("A second reason of mine") }));
  value(await withdraw(expert, {}));
  const texts = (await rowsOf(study, "answer_text")).map((row) => row.text);
  expect(texts).toContain("The reason of expert number 0");
  expect(texts).not.toContain("A second reason of mine");
});

test("only the seat of one's own session is withdrawn, and a link that was revoked withdraws nothing", async () => {
  const study = await aStudy("own");
  await answeredBy(study, 0, 1);
  const expert = await anExpert(study, 0);
  await expect(withdraw({ ...expert, epoch: expert.epoch + 1 }, {})).rejects.toThrow();
  await expect(withdraw(visitor, {})).rejects.toThrow();
  value(await withdraw(expert, {}));
  expect(await rowsOf(study, "submission")).toHaveLength(1);
  await expect(withdraw(expert, {})).rejects.toThrow();
  value(await redeemLink(visitor, { token: study.links[0]! }));
});
