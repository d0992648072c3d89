import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { isForTheDesk } from "@/delphi/about-expert";
import { done, refused } from "@/delphi/result";
import { lockedDeskAs } from "../access/desk";
import { command, NotFound } from "../run";
import { answerText } from "../schema/panel";
import { round } from "../schema/study";

/** Releases, as they were written, all texts of one item in a closed round that nobody has looked at yet. */
export const releaseTexts = command({
  name: "release-texts",
  input: z.strictObject({ study: z.string(), round: z.int().min(1), item: z.string().max(80) }),
  access: lockedDeskAs("moderator"),
  run: async (tx, desk, { round: number, item }) => {
    const [closed] = await tx
      .select({ number: round.number })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.number, number), eq(round.state, "closed")));
    if (!closed) throw new NotFound();
    if (isForTheDesk(desk.protocol, item)) return refused("for-the-desk");
    const released = await tx
      .update(answerText)
      .set({
        state: "released",
        released: sql`${answerText.text}`,
        decision: sql`${answerText.decision} + 1`,
      })
      .where(
        and(
          eq(answerText.studyId, desk.studyId),
          eq(answerText.round, number),
          eq(answerText.item, item),
          eq(answerText.state, "waiting"),
        ),
      )
      .returning({ id: answerText.id });
    return done({ released: released.length });
  },
  tells: ({ released }) => released,
});
