import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { Item } from "@/delphi/item";
import { Snapshot } from "@/delphi/publication";
import { deskAs } from "../access/desk";
import { NotFound, query } from "../run";
import { round } from "../schema/study";

const OneRound = z.strictObject({ study: z.string(), round: z.int().min(1) });

/** The items of a round as they were asked. */
export const askedItems = query({
  input: OneRound,
  access: deskAs("observer"),
  run: async (tx, desk, { round: number }) => {
    const [row] = await tx
      .select({ items: round.items })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.number, number)));
    if (!row) throw new NotFound();
    return z.array(Item).parse(row.items);
  },
});

/** What disclosure control released of a closed round. */
export const snapshotOf = query({
  input: OneRound,
  access: deskAs("observer"),
  run: async (tx, desk, { round: number }) => {
    const [row] = await tx
      .select({ snapshot: round.snapshot })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.number, number), eq(round.state, "closed")));
    if (!row) throw new NotFound();
    return Snapshot.parse(row.snapshot);
  },
});
