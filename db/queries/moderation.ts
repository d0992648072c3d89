import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { Item } from "@/delphi/item";
import { deskAs } from "../access/desk";
import { query } from "../run";
import { answerText } from "../schema/panel";
import { round } from "../schema/study";

export type TextToModerate = {
  readonly id: string;
  readonly round: number;
  readonly item: string;
  readonly part: string;
  readonly text: string;
  readonly state: "waiting" | "released" | "held-back";
  readonly released: string | null;
};

export type ModeratedItem = { readonly item: Item; readonly texts: readonly TextToModerate[] };

/**
 * The texts of one closed round, under the items they were written to. Their order is that of their random
 * ids, so it says nothing about who wrote when, and stays the same while a moderator works through them.
 */
export const moderation = query({
  input: z.strictObject({ study: z.string(), round: z.int().min(1) }),
  access: deskAs("moderator"),
  run: async (tx, desk, { round: number }): Promise<readonly ModeratedItem[]> => {
    const [closed] = await tx
      .select({ items: round.items })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.number, number), eq(round.state, "closed")));
    if (!closed) return [];
    const texts = await tx
      .select({
        id: answerText.id,
        round: answerText.round,
        item: answerText.item,
        part: answerText.part,
        text: answerText.text,
        state: answerText.state,
        released: answerText.released,
      })
      .from(answerText)
      .where(and(eq(answerText.studyId, desk.studyId), eq(answerText.round, number)))
      .orderBy(asc(answerText.id));
    return z
      .array(Item)
      .parse(closed.items)
      .map((item) => ({ item, texts: texts.filter((text) => text.item === item.id) }))
      .filter(({ texts: own }) => own.length > 0);
  },
});
