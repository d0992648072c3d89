import { system } from "@/db/actor";
import { markFinished } from "@/db/commands/mark-finished";
import { openRounds } from "@/db/queries/open-rounds";
import { eachStudy } from "./each-study";

/** In simulated studies nobody's answers need hiding: whoever tries one sees the marks within a minute. */
export async function markRehearsals(): Promise<void> {
  const rounds = await openRounds(system, {});
  const simulated = rounds.filter((round) => round.simulated);
  await eachStudy(simulated, (study) => markFinished(system, { study }));
}
