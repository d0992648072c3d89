import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound, type Tx } from "../run";
import { answerText } from "../schema/panel";
import { round } from "../schema/study";

/**
 * Releases a text of a closed round to panel and readers, as written or in the moderator's words, or holds it
 * back. The author's own words stay beside the edited ones, so an edit can be marked as one.
 */
export const moderateText = command({
  name: "moderate-text",
  input: z.strictObject({
    study: z.string(),
    text: z.uuid(),
    state: z.enum(["waiting", "released", "held-back"]),
    released: z.string().trim().min(1, "A released text can't be empty.").max(10_000).optional(),
  }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { text: id, state, released }) => {
    const written = await writtenText(tx, desk.studyId, id);
    if (written === null) throw new NotFound();
    await tx
      .update(answerText)
      .set({ state, released: state === "released" ? (released ?? written) : null })
      .where(and(eq(answerText.studyId, desk.studyId), eq(answerText.id, id)));
    return done({});
  },
});

/** While a round is open its texts don't exist for the desk. */
async function writtenText(tx: Tx, studyId: string, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ text: answerText.text })
    .from(answerText)
    .innerJoin(round, and(eq(round.studyId, answerText.studyId), eq(round.number, answerText.round)))
    .where(and(eq(answerText.studyId, studyId), eq(answerText.id, id), eq(round.state, "closed")));
  return row?.text ?? null;
}
