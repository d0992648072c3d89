import { desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { CarryForward } from "@/delphi/carry-forward";
import type { Item } from "@/delphi/item";
import { itemsInUse } from "@/delphi/lineage";
import { Snapshot } from "@/delphi/publication";
import { type Desk, deskAs } from "../access/desk";
import { recipients } from "../recipients";
import { query } from "../run";
import { round } from "../schema/study";
import { studyItems, studyLineage } from "../study-rows";
import { type ReleasedPart, releasedParts } from "../text-parts";

/** What the next round would ask. Before round 1 nothing is proposed: every item is there to be asked. */
export type NextRound = {
  /** Its number; null where the protocol leaves none or a round is open. */
  readonly number: number | null;
  readonly sheet: readonly { readonly item: Item; readonly proposal: CarryForward | null }[];
  readonly after: Snapshot | null;
  /** Opening from an older version overwrites nothing. */
  readonly version: number;
  /** Items that were retired or replaced: they are not asked again, and their names stay theirs. */
  readonly taken: readonly Item[];
  /** Answers to open questions that were released: what the panel proposes, with the question's title. */
  readonly proposals: readonly { readonly question: string; readonly title: string; readonly text: string }[];
  /** Who gets a mail when it opens: everyone who was invited by mail and may still be written to. */
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
    const all = await studyItems(tx, desk.studyId);
    const items = itemsInUse(all, await studyLineage(tx, desk.studyId));
    return {
      number: nextNumber(desk, last?.number ?? 0, last === undefined || after !== null),
      sheet: items.map((item) => ({
        item,
        proposal: after?.carryForward.find((one) => one.item === item.id) ?? null,
      })),
      after,
      version: desk.version,
      taken: all.filter((item) => !items.includes(item)),
      proposals: proposalsIn(all, await releasedParts(tx, desk.studyId)),
      mailed: (await recipients(tx, desk.studyId)).length,
    };
  },
});

function proposalsIn(items: readonly Item[], parts: readonly ReleasedPart[]): NextRound["proposals"] {
  return parts.flatMap(({ entry, text }) => {
    const question = items.find((item) => item.id === entry.item);
    return question?.kind === "open" ? [{ question: question.id, title: question.title, text }] : [];
  });
}

const nextNumber = (desk: Desk, last: number, closed: boolean): number | null =>
  closed && last < desk.protocol.rounds ? last + 1 : null;
