import { z } from "zod";
import { ownSeat } from "../access/seat";
import { connectionOf } from "../connection";
import { type PanelRound, panelStudy } from "../panel-study";
import { query } from "../run";

/** The submission of one round that counts, or counted when it closed. */
export type Receipt = {
  readonly round: PanelRound;
  readonly revision: number;
  readonly receipt: string;
  readonly unsubmitted: boolean;
  /** Receipts of one's earlier submissions to this round, which a later one replaced. */
  readonly replaced: readonly string[];
};

/** An expert's own receipts, the latest round first; only their own session can read them. */
export const receipt = query({
  input: z.strictObject({}),
  access: ownSeat,
  run: async (tx, seat) => {
    const study = await panelStudy(tx, seat.studyId);
    const numbers = study.rounds.map((round) => round.number);
    const rows = await connectionOf(tx)<
      { round: number; revision: number; receipts: string[]; drafted: boolean }[]
    >`
      select round, max(revision) as revision, array_agg(receipt order by revision desc) as receipts, exists (
        select 1 from draft where study_id = ${seat.studyId} and draft.round = submission.round
          and draft.seat_id = ${seat.seatId}) as drafted
      from submission
      where study_id = ${seat.studyId} and round = any(${numbers}::int[]) and seat_id = ${seat.seatId}
      group by round order by round desc`;
    const receipts = rows.map(
      ({ round, revision, receipts: [counted, ...replaced], drafted }): Receipt => ({
        round: study.rounds.find((one) => one.number === round)!,
        revision,
        receipt: counted!,
        unsubmitted: drafted,
        replaced,
      }),
    );
    const { slug, simulated, content, positions } = study;
    return { study: { slug, simulated, positions, title: content.title }, receipts };
  },
});
