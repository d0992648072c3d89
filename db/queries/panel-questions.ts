import { and, asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { deskAs } from "../access/desk";
import { ownSeat } from "../access/seat";
import { query } from "../run";
import { panelQuestion } from "../schema/panel";

/** What the desk knows of a question: its words, and the desk's own. Never a seat, a place in time or a stratum. */
export type DeskQuestion = {
  readonly id: string;
  readonly text: string;
  readonly shown: string | null;
  readonly answer: string | null;
  readonly audience: "panel" | "asker" | null;
};

/** In an order of their random ids: it says nothing about who came first. */
export const panelQuestions = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("moderator"),
  run: (tx, desk): Promise<DeskQuestion[]> => {
    const { id, text, shown, answer, audience } = panelQuestion;
    return tx
      .select({ id, text, shown, answer, audience })
      .from(panelQuestion)
      .where(eq(panelQuestion.studyId, desk.studyId))
      .orderBy(sql`${answer} is not null`, asc(id));
  },
});

export type AskedQuestion = {
  readonly id: string;
  readonly text: string;
  readonly answer: string | null;
  /** Whether the whole panel reads it. */
  readonly open: boolean;
  readonly own: boolean;
  /** Worded for the panel by the desk. */
  readonly reworded: boolean;
};

/** The expert's own questions, and those that were answered to all; the order differs from reader to reader. */
export const questionsToMe = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, { studyId, seatId }): Promise<AskedQuestion[]> => {
    const own = sql<boolean>`${panelQuestion.seatId} is not distinct from ${seatId}`;
    const open = sql<boolean>`${panelQuestion.audience} is not distinct from 'panel'`;
    const { id, text, shown, answer } = panelQuestion;
    const rows = await tx
      .select({ id, text, shown, answer, own, open })
      .from(panelQuestion)
      .where(and(eq(panelQuestion.studyId, studyId), sql`(${own} or ${open})`))
      .orderBy(sql`not ${own}`, sql`md5(${id}::text || encode(${seatId}, 'hex'))`);
    return rows.map((row) => ({
      id: row.id,
      // Their own words to the asker; to everybody else only those that the desk chose.
      text: row.own ? row.text : (row.shown ?? row.text),
      answer: row.answer,
      own: row.own,
      open: row.open,
      reworded: !row.own && row.shown !== null,
    }));
  },
});
