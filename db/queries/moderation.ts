import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { isForTheDesk } from "@/delphi/about-expert";
import { Item } from "@/delphi/item";
import type { MarkCount } from "@/delphi/mind-mark";
import { deskAs } from "../access/desk";
import { alikeIn } from "../alike-texts";
import { marksOf } from "../mind-marks";
import { query } from "../run";
import { answerText, theme } from "../schema/panel";
import { round } from "../schema/study";

export type TextToModerate = {
  readonly id: string;
  readonly part: string;
  readonly text: string;
  readonly state: "waiting" | "released" | "held-back" | "merged";
  readonly released: string | null;
  /** What a decision must have seen: whoever decides on an older one is told. */
  readonly decision: number;
  readonly heldReason: string | null;
  readonly showFirst: boolean;
  /** The text in whose wording this one is contained. */
  readonly mergedInto: string | null;
  readonly themeId: string | null;
  /** In which closed rounds it was marked as having changed a mind, and how often where that may be told. */
  readonly marks: readonly MarkCount[];
};

export type ModeratedItem = {
  readonly item: Item;
  /** The protocol lets nobody but the desk read them: there is nothing to decide. */
  readonly forTheDesk: boolean;
  readonly texts: readonly TextToModerate[];
  /** Those of the item, whatever the round, in the order of their names. */
  readonly themes: readonly { readonly id: string; readonly name: string }[];
  /** Texts that look like one another, as a suggestion. */
  readonly alike: readonly (readonly string[])[];
};

/**
 * The texts of one closed round, under the items they were written to. Their order is that of their random
 * ids, so it says nothing about who wrote when, and stays the same while a moderator works through them.
 */
export const moderation = query({
  input: z.strictObject({ study: z.string(), round: z.int().min(1) }),
  access: deskAs("moderator"),
  run: async (tx, { studyId, protocol }, { round: number }): Promise<readonly ModeratedItem[]> => {
    const [closed] = await tx
      .select({ items: round.items })
      .from(round)
      .where(and(eq(round.studyId, studyId), eq(round.number, number), eq(round.state, "closed")));
    if (!closed) return [];
    const rows = await tx
      .select()
      .from(answerText)
      .where(and(eq(answerText.studyId, studyId), eq(answerText.round, number)))
      .orderBy(asc(answerText.id));
    const marks = await marksOf(tx, studyId, protocol.minimumGroup);
    const themes = await tx.select().from(theme).where(eq(theme.studyId, studyId)).orderBy(asc(theme.name));
    return z
      .array(Item)
      .parse(closed.items)
      .map((item) => {
        const texts = rows
          .filter((row) => row.item === item.id)
          .map((row) => ({ ...shown(row), marks: marks.get(row.id) ?? [] }));
        return {
          item,
          forTheDesk: isForTheDesk(protocol, item.id),
          texts,
          themes: themes.filter((one) => one.item === item.id).map(({ id, name }) => ({ id, name })),
          alike: alikeIn(texts),
        };
      })
      .filter(({ texts }) => texts.length > 0);
  },
});

/** Nothing of the seat leaves here. */
const shown = ({
  studyId: _study,
  seatId: _seat,
  revision: _revision,
  round: _round,
  item: _item,
  side: _side,
  ...text
}: typeof answerText.$inferSelect): Omit<TextToModerate, "marks"> => text;
