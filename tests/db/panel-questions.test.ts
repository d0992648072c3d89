import { afterAll, describe, expect, test } from "vitest";
import { system } from "@/db/actor";
import { answerQuestion } from "@/db/commands/answer-question";
import { askQuestion } from "@/db/commands/ask-question";
import { concludeStudy } from "@/db/commands/conclude-study";
import { markFinished } from "@/db/commands/mark-finished";
import { withdraw } from "@/db/commands/withdraw";
import { panelQuestions, questionsToMe } from "@/db/queries/panel-questions";
import { progress } from "@/db/queries/progress";
import { NotFound } from "@/db/run";
import { anExpert, answeredRound, aStudy, seatBehind, value } from "./a-study";
import { freshDatabase } from "./database";

const database = await freshDatabase();
afterAll(database.close);

const questions = (study: string) => panelQuestions(system, { study });

describe("a question to the facilitators", () => {
  test("reaches the desk with its words alone, and is answered on its asker's page alone or on everybody's", async () => {
    const study = await aStudy("questions", { experts: 6 });
    const [ada, ben] = [await anExpert(study, 0), await anExpert(study, 1)];
    value(await askQuestion(ada, { text: "What is feasible?" }));
    const [asked] = await questions(study.slug);
    expect(asked).toEqual({
      id: asked!.id,
      text: "What is feasible?",
      shown: null,
      answer: null,
      audience: null,
    });
    expect(JSON.stringify(asked)).not.toContain(ada.seatId.toString("hex"));
    expect(await progress(system, { study: study.slug })).toMatchObject({ waitingQuestions: 1 });
    expect(await questionsToMe(ben, {})).toEqual([]);

    const answer = { study: study.slug, question: asked!.id, answer: "That it can be built." } as const;
    value(await answerQuestion(system, { ...answer, audience: "asker" }));
    expect(await questionsToMe(ada, {})).toMatchObject([{ own: true, open: false, answer: answer.answer }]);
    expect(await questionsToMe(ben, {})).toEqual([]);

    const shown = "What does feasible mean?";
    expect(await answerQuestion(system, { ...answer, audience: "panel", shown })).toMatchObject({
      refusal: "answered-meanwhile",
    });
    value(await answerQuestion(system, { ...answer, audience: "panel", shown, former: answer.answer }));
    expect(await questionsToMe(ben, {})).toMatchObject([
      { own: false, text: shown, reworded: true, answer: answer.answer },
    ]);
    expect(await questionsToMe(ada, {})).toMatchObject([{ own: true, text: "What is feasible?" }]);
    expect(
      await answerQuestion(system, { ...answer, audience: "asker", former: answer.answer }),
    ).toMatchObject({ refusal: "panel-has-read" });
  });

  test("leaves no line in the log, no job and no time, and stands in another place after the night", async () => {
    const study = await aStudy("questions-traces", { experts: 6 });
    const before = await database.sql`select count(*)::int as rows from audit where study_id = ${study.id}`;
    for (const at of [0, 1, 2, 3, 4]) {
      const seat = await anExpert(study, at);
      value(await askQuestion(seat, { text: `Question ${at}` }));
    }
    const after = await database.sql`select count(*)::int as rows from audit where study_id = ${study.id}`;
    expect(after).toEqual(before);
    const columns = await database.sql`
      select data_type from information_schema.columns where table_name = 'panel_question'`;
    expect(columns.map((one) => one.data_type)).not.toContain("timestamp with time zone");
    const xmins = () => database.sql`
      select count(distinct xmin::text)::int as writers from panel_question where study_id = ${study.id}`;
    expect((await xmins())[0]!.writers).toBe(5);
    await answeredRound(study, 1, 6);
    value(await markFinished(system, { study: study.slug }));
    expect((await xmins())[0]!.writers).toBe(1);
    expect(await questions(study.slug)).toHaveLength(5);
  });

  test("is one of three at most that wait, and none once the study has ended", async () => {
    const study = await aStudy("questions-many", { experts: 6 });
    const ada = await anExpert(study, 0);
    for (const text of ["One?", "Two?", "Three?"]) value(await askQuestion(ada, { text }));
    expect(await askQuestion(ada, { text: "Four?" })).toMatchObject({ refusal: "questions-waiting" });
    expect(await askQuestion(ada, { text: "  " })).toMatchObject({ refusal: "invalid-input" });
    await answeredRound(study, 1, 6);
    value(await concludeStudy(system, { study: study.slug }));
    const ben = await seatBehind(study.links[1]!);
    expect(await askQuestion(ben, { text: "Late?" })).toMatchObject({ refusal: "nobody-to-ask" });
  });

  test("goes when its asker withdraws; what the whole panel has read stays, without its asker", async () => {
    const study = await aStudy("questions-withdrawn", { experts: 6 });
    const ada = await anExpert(study, 0);
    for (const text of ["Mine?", "Everybody's?"]) value(await askQuestion(ada, { text }));
    const open = (await questions(study.slug)).find(({ text }) => text === "Everybody's?")!;
    const answer = { study: study.slug, question: open.id, answer: "Yes.", audience: "panel" } as const;
    value(await answerQuestion(system, answer));
    value(await withdraw(ada, {}));
    const rows = await database.sql`select text, seat_id from panel_question where study_id = ${study.id}`;
    expect([...rows]).toEqual([{ text: "Everybody's?", seat_id: null }]);
  });

  test("is nothing to another study's desk", async () => {
    const [own, other] = [await aStudy("questions-own"), await aStudy("questions-other")];
    value(await askQuestion(await anExpert(own, 0), { text: "Mine?" }));
    const [asked] = await questions(own.slug);
    const answer = { question: asked!.id, answer: "No.", audience: "panel" } as const;
    await expect(answerQuestion(system, { study: other.slug, ...answer })).rejects.toThrow(NotFound);
  });
});
