import { system } from "../actor";
import { createStudy } from "../commands/create-study";
import { roundsOpened } from "../queries/rounds-opened";
import { belarusDesign, REAL_SLUG, REHEARSAL_SLUG } from "./belarus";
import { resetRehearsal } from "./rehearsal";
import { must } from "./simulated-panel";

/** A made rehearsal has its third round open; one with fewer was interrupted in the making. */
const REHEARSAL_ROUNDS = 3;

/**
 * Fills a new installation with the first study, ready to open as soon as it has a panel, and with its
 * rehearsal. What is there already is left as it is; a rehearsal whose making was interrupted is made anew.
 */
export async function seed(): Promise<void> {
  if ((await roundsOpened(system, { study: REAL_SLUG })) === null)
    must(await createStudy(system, { design: belarusDesign(REAL_SLUG, []), simulated: false }));
  const rehearsed = await roundsOpened(system, { study: REHEARSAL_SLUG });
  if (rehearsed === null || rehearsed < REHEARSAL_ROUNDS) await resetRehearsal();
}
