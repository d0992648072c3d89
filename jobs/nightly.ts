import { system } from "@/db/actor";
import { markFinished } from "@/db/commands/mark-finished";
import { severStudy } from "@/db/commands/sever-study";
import { sweep } from "@/db/commands/sweep";
import { openRounds } from "@/db/queries/open-rounds";
import { studiesToSever } from "@/db/queries/studies-to-sever";
import { vacuumSeatSide } from "@/db/rewrite";
import { closeFinishedRounds } from "./close-due-rounds";
import { eachStudy } from "./each-study";

/** What runs once a night: marks, closing what they show to be finished, severing what is due, and taking off the disk what they and the day's closings rewrote. */
export async function nightly(): Promise<void> {
  await sweep(system, {});
  try {
    await eachStudy(await openRounds(system, {}), (study) => markFinished(system, { study }));
    await closeFinishedRounds();
    await eachStudy(await studiesToSever(system, {}), (study) => severStudy(system, { study }));
  } finally {
    await vacuumSeatSide();
  }
}
