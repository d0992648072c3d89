import { z } from "zod";
import type { Position, Source } from "@/delphi/position";
import { ownSeat } from "../access/seat";
import { hasSubmitted } from "../own-answers";
import { panelStudy } from "../panel-study";
import { positionsForExperts } from "../positions";
import { query } from "../run";
import { studyItems } from "../study-rows";

/** A position as an expert may read it: our reading of where it stands comes after their own first submission. */
export type PanelPosition = Pick<Position, "id" | "author" | "affiliation" | "summary"> & {
  /** From 1; its only name where the author is empty. */
  readonly number: number;
  readonly source: Source | null;
  readonly reading: {
    readonly stance: string | null;
    readonly for: readonly string[];
    readonly against: readonly string[];
  } | null;
};

export const panelPositions = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, seat) => {
    const study = await panelStudy(tx, seat.studyId);
    const { positions, sources } = await positionsForExperts(tx, seat.studyId, study.protocol.positions);
    const mayCompare = await hasSubmitted(tx, seat, seat.round ?? 0);
    const items = await studyItems(tx, seat.studyId);
    const titleOf = (id: string) => items.find((item) => item.id === id)?.title ?? id;
    const scale = items.find((item) => item.kind === "stance")?.parts[0]?.scale;
    const stanceOf = (value: number | null) =>
      scale?.kind === "ordinal" ? (scale.points.find((point) => point.value === value)?.label ?? null) : null;
    return {
      study: {
        title: study.content.title,
        slug: study.slug,
        simulated: study.simulated,
        positions: study.positions,
      },
      mayCompare,
      names: study.protocol.positions?.names ?? true,
      positions: positions.map(
        ({ id, author, affiliation, summary, source, stance, ...reading }, at): PanelPosition => ({
          id,
          number: at + 1,
          author,
          affiliation,
          summary,
          source: sources.find((one) => one.id === source) ?? null,
          reading: mayCompare
            ? {
                stance: stanceOf(stance),
                for: reading.for.map(titleOf),
                against: reading.against.map(titleOf),
              }
            : null,
        }),
      ),
    };
  },
});
