import { and, asc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { Item } from "@/delphi/item";
import type { ItemChange } from "@/delphi/lineage";
import type { Protocol } from "@/delphi/protocol";
import { Snapshot } from "@/delphi/publication";
import { deskAs } from "../access/desk";
import { NotFound, query } from "../run";
import { round } from "../schema/study";
import { studyLineage } from "../study-rows";

/** A closed round as disclosure control released it, with the closed rounds before it, oldest first. */
export type RoundAnalysis = {
  readonly snapshot: Snapshot;
  readonly closedAt: Date;
  readonly items: readonly Item[];
  readonly earlier: readonly Snapshot[];
  readonly protocol: Protocol;
  /** Up to this round. Figures of an earlier wording can't be compared with later ones (delphi/lineage). */
  readonly lineage: readonly ItemChange[];
};

export const roundAnalysis = query({
  input: z.strictObject({ study: z.string(), round: z.int().min(1) }),
  access: deskAs("observer"),
  run: async (tx, desk, { round: number }): Promise<RoundAnalysis> => {
    const rows = await tx
      .select({
        snapshot: round.snapshot,
        items: round.items,
        closedAt: round.closedAt,
        number: round.number,
      })
      .from(round)
      .where(and(eq(round.studyId, desk.studyId), eq(round.state, "closed"), lte(round.number, number)))
      .orderBy(asc(round.number));
    const snapshots = rows.map((row) => Snapshot.parse(row.snapshot));
    const [snapshot, row] = [snapshots.at(-1), rows.at(-1)];
    if (!snapshot || !row?.closedAt || row.number !== number) throw new NotFound();
    return {
      snapshot,
      closedAt: row.closedAt,
      items: z.array(Item).parse(row.items),
      earlier: snapshots.slice(0, -1),
      protocol: desk.protocol,
      lineage: (await studyLineage(tx, desk.studyId)).filter((change) => change.round <= number),
    };
  },
});
