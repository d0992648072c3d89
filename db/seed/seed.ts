import { system } from "../actor";
import { roundsOpened } from "../queries/rounds-opened";
import { REAL_SLUG, REHEARSAL_SLUG } from "./slugs";

/** A made rehearsal has its third round open; one with fewer was interrupted in the making. */
const REHEARSAL_ROUNDS = 3;

/**
 * Fills a new installation with the first study, ready to open as soon as it has a panel, and with its
 * rehearsal. What is there already is left as it is; a rehearsal whose making was interrupted is made anew.
 * What makes them is read in only when it is needed: after a crash people wait for this.
 */
export async function seed(): Promise<void> {
  if ((await roundsOpened(system, { study: REAL_SLUG })) === null) {
    const { makeReal } = await import("./real");
    await makeReal();
  }
  const rehearsed = await roundsOpened(system, { study: REHEARSAL_SLUG });
  if (rehearsed === null || rehearsed < REHEARSAL_ROUNDS) {
    const { resetRehearsal } = await import("./rehearsal");
    await resetRehearsal();
  }
}
