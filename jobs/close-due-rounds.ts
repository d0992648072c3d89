import { system } from "@/db/actor";
import { closeRound } from "@/db/commands/close-round";
import { openRounds } from "@/db/queries/open-rounds";
import { eachStudy } from "./each-study";

/**
 * Closes the rounds whose time has come, where the protocol says that the time decides. A round with too few
 * answers to show anything stays open: extending it or closing it with nothing shown is a facilitator's choice.
 */
export async function closeDueRounds(): Promise<void> {
  const now = Date.now();
  const rounds = await openRounds(system, {});
  const due = rounds.filter(
    ({ onSchedule, closesAt }) => onSchedule && closesAt !== null && closesAt.getTime() <= now,
  );
  await eachStudy(due, (study) => closeRound(system, { study }));
}
