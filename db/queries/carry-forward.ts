import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { CarryForward } from "@/delphi/carry-forward";
import type { Item } from "@/delphi/item";
import { Snapshot } from "@/delphi/publication";
import { type Desk, deskAs } from "../access/desk";
import { invitedByMail } from "../invited-by-mail";
import { query } from "../run";
import { round } from "../schema/study";
import { studyItems } from "../study-rows";

/** What the next round would ask. Before round 1 nothing is proposed: every item is there to be asked. */
export type NextRound = {
  /** Its number; null where the protocol leaves none or a round is open. */
  readonly number: number | null;
  readonly sheet: readonly { readonly item: Item; readonly proposal: CarryForward | null }[];
  readonly after: Snapshot | null;
  /** Who gets a mail when it opens: everyone who was invited by mail. */
  readonly mailed: number;
};

export const carryForward = query({
  input: z.strictObject({ study: z.string() }),
  access: deskAs("facilitator"),
  run: async (tx, desk): Promise<NextRound> => {
    const [last] = await tx
      .select({ number: round.number, snapshot: round.snapshot })
      .from(round)
      .where(eq(round.studyId, desk.studyId))
      .orderBy(desc(round.number))
      .limit(1);
    const after = last?.snapshot ? Snapshot.parse(last.snapshot) : null;
    const items = await studyItems(tx, desk.studyId);
    return {
      number: nextNumber(desk, last?.number ?? 0, last === undefined || after !== null),
      sheet: items.map((item) => ({
        item,
        proposal: after?.carryForward.find((one) => one.item === item.id) ?? null,
      })),
      after,
      mailed: await invitedByMail(tx, desk.studyId),
    };
  },
});

const nextNumber = (desk: Desk, last: number, closed: boolean): number | null =>
  closed && last < desk.protocol.rounds ? last + 1 : null;
