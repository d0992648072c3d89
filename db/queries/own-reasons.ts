import { z } from "zod";
import type { Item } from "@/delphi/item";
import type { MarkCount } from "@/delphi/mind-mark";
import { RATIONALE } from "@/delphi/rationale";
import { ownSeat } from "../access/seat";
import { closedRound } from "../asked-round";
import { connectionOf } from "../connection";
import { marksOf } from "../mind-marks";
import { panelStudy } from "../panel-study";
import { query } from "../run";

/** A reason of one's own as others read it, with what they said of it. */
export type OwnReason = {
  readonly id: string;
  readonly round: number;
  readonly title: string;
  readonly text: string;
  /** Shown in a wording that a moderator made of several. */
  readonly merged: boolean;
  readonly marks: readonly MarkCount[];
};

/** An expert's own reasons that were released, and whose minds they changed: nobody else learns whose they are. */
export const ownReasons = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, { studyId, seatId }): Promise<readonly OwnReason[]> => {
    const rows = await connectionOf(tx)<Row[]>`
      select own.id, own.round, own.item, carrier.id as carrier, own.merged_into is not null as merged,
        coalesce(carrier.released, carrier.text) as text
      from answer_text own
      join answer_text carrier
        on carrier.study_id = ${studyId} and carrier.id = coalesce(own.merged_into, own.id)
      join round on round.study_id = ${studyId} and round.number = own.round
      where own.study_id = ${studyId} and own.seat_id = ${seatId} and own.part = ${RATIONALE}
        and carrier.state = 'released' and round.state = 'closed'
      order by own.round desc, own.item`;
    if (rows.length === 0) return [];
    const { protocol } = await panelStudy(tx, studyId);
    const marks = await marksOf(tx, studyId, protocol.minimumGroup);
    return Promise.all(
      rows.map(async ({ id, round, item, text, merged, carrier }) => ({
        id,
        round,
        title: titleIn((await closedRound(tx, studyId, round)).items, item),
        text,
        merged,
        marks: marks.get(carrier) ?? [],
      })),
    );
  },
});

type Row = {
  id: string;
  round: number;
  item: string;
  text: string;
  merged: boolean;
  carrier: string;
};

const titleIn = (items: readonly Item[], id: string): string =>
  items.find((item) => item.id === id)?.title ?? "";
