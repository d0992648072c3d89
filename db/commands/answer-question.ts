import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { panelQuestion } from "../schema/panel";

/**
 * Answers a question of the panel, for all of it or on the asker's own page alone. The desk can't tell whose page
 * that is. An answer can be worded anew, but not over what a colleague wrote meanwhile.
 */
export const answerQuestion = command({
  name: "answer-question",
  input: z.strictObject({
    study: z.string(),
    question: z.uuid(),
    audience: z.enum(["panel", "asker"]),
    /** The question as the panel reads it; its own words where it is empty. */
    shown: z.string().trim().max(1000, "At most 1,000 characters.").default(""),
    answer: z.string().trim().min(1, "Write an answer.").max(4000, "At most 4,000 characters."),
    /** The answer that this one was written over; empty where there was none. */
    former: z.string().default(""),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { question: id, audience, shown, answer, former }) => {
    const one = and(eq(panelQuestion.studyId, desk.studyId), eq(panelQuestion.id, id));
    const [found] = await tx
      .select({ text: panelQuestion.text, answer: panelQuestion.answer, audience: panelQuestion.audience })
      .from(panelQuestion)
      .where(one);
    if (!found) throw new NotFound();
    if ((found.answer ?? "") !== former) return refused("answered-meanwhile");
    // What the whole panel has read can't be made one person's again.
    if (found.audience === "panel" && audience === "asker") return refused("panel-has-read");
    await tx
      .update(panelQuestion)
      .set({ audience, answer, shown: shown === "" || shown === found.text ? null : shown })
      .where(one);
    return done({});
  },
  tells: (_value, { audience }) => audience,
});
