import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { done, refused } from "@/delphi/result";
import { type Desk, lockedDeskAs } from "../access/desk";
import { endTrouble } from "../opening";
import { roundAnswers } from "../round-answers";
import { command, type Tx } from "../run";
import { draft } from "../schema/panel";
import { round } from "../schema/study";
import { settleRound } from "../settle-round";
import { peopleInvited } from "../study-rows";

/**
 * Closes the open round: no submission slips in after it, drafts go, rows are rewritten in random order, and
 * what disclosure control releases becomes the round's immutable snapshot.
 */
export const closeRound = command({
  name: "close-round",
  input: z.strictObject({ study: z.string(), withNothingShown: z.boolean().default(false) }),
  access: lockedDeskAs("facilitator"),
  run: async (tx, desk, { withNothingShown }, now) => {
    const number = await lockOpenRound(tx, desk);
    if (number === null) return refused("no-open-round");
    const rounds = await roundAnswers(tx, desk.studyId, upTo(number));
    const current = rounds.at(-1)!;
    const [submitted, k] = [current.seats.length, desk.protocol.minimumGroup];
    if (submitted < k && !withNothingShown) return refused("too-few-answers", { submitted, k });

    await tx.delete(draft).where(and(eq(draft.studyId, desk.studyId), eq(draft.round, number)));
    const invited = await peopleInvited(tx, desk.studyId, number);
    const { stop } = await settleRound(tx, desk, rounds, { invited, now });
    await endTrouble(tx, desk.studyId, "closing");
    return done({ round: number, stop });
  },
  tells: ({ round }) => round,
});

/** Waits for the submissions under way, which hold the round shared, and keeps later ones out. */
async function lockOpenRound(tx: Tx, desk: Desk): Promise<number | null> {
  const [open] = await tx
    .select({ number: round.number })
    .from(round)
    .where(and(eq(round.studyId, desk.studyId), eq(round.state, "open")))
    .for("update");
  return open?.number ?? null;
}

const upTo = (number: number): number[] => Array.from({ length: number }, (_, at) => at + 1);
