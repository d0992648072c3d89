import { z } from "zod";
import { canonical } from "@/delphi/canonical";
import type { ReceiptProof } from "@/delphi/receipt";
import { ownSeat } from "../access/seat";
import { ownRound, presentAnswers } from "../own-answers";
import { NotFound, query } from "../run";
import { hashOf, receiptNumber, receiptOf } from "../sealing";

/**
 * The number and the answers behind the receipt of one's submission that counts. They prove how one answered, so
 * only one's own session gets them. Not found where texts of the submission, or the key of its time, are gone.
 */
export const receiptProof = query({
  input: z.strictObject({ round: z.int().min(1) }),
  access: ownSeat,
  run: async (tx, seat, { round }): Promise<ReceiptProof> => {
    const { submission, submitted } = await ownRound(tx, seat, round);
    if (!submission) throw new NotFound();
    const answers = canonical(presentAnswers({ submission, submitted, draft: null }));
    if (hashOf(answers) !== submission.digest) throw new NotFound();
    const { revision, receipt } = submission;
    const { studyId: study, seatId } = seat;
    const own = { studyId: study, seat: seatId, round, revision, answers };
    // Under another PANEL_KEY than that of the submission the number is lost; the receipt stays.
    if (![true, false].some((strict) => receiptOf(own, strict) === receipt)) throw new NotFound();
    const number = receiptNumber(own);
    return { format: "tholos-receipt/1", study, round, number, answers, receipt };
  },
});
