import { and, count, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { lockedSeatInRound } from "../access/seat";
import { command } from "../run";
import { panelQuestion } from "../schema/panel";
import { study } from "../schema/study";

/** Enough to ask what one needs to know, and too few to fill a desk. */
const MOST_WAITING = 3;

/** Asks the facilitators something. It reaches their desk without a seat, a name or a time. */
export const askQuestion = command({
  name: "ask-question",
  input: z.strictObject({
    text: z.string().trim().min(1, "Write your question.").max(1000, "At most 1,000 characters."),
  }),
  access: lockedSeatInRound,
  run: async (tx, { studyId, seatId }, { text }) => {
    const [about] = await tx
      .select({ concludedAt: study.concludedAt, severedAt: study.severedAt })
      .from(study)
      .where(eq(study.id, studyId));
    if (about!.concludedAt !== null || about!.severedAt !== null) return refused("nobody-to-ask");
    const [waiting] = await tx
      .select({ questions: count() })
      .from(panelQuestion)
      .where(
        and(
          eq(panelQuestion.studyId, studyId),
          eq(panelQuestion.seatId, seatId),
          isNull(panelQuestion.answer),
        ),
      );
    if ((waiting?.questions ?? 0) >= MOST_WAITING)
      return refused("questions-waiting", { most: MOST_WAITING });
    await tx.insert(panelQuestion).values({ studyId, seatId, text });
    return done({});
  },
});
