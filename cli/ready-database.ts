import { closeClient } from "@/db/client";
import { type Environment, setEnvironment } from "@/db/environment";
import { withLock } from "@/db/lock";
import { surviveLostConnections } from "@/db/lost-connection";
import { recognisePanelKey } from "@/db/panel-key";
import { seed } from "@/db/seed/seed";
import type { Closing } from "./closing";
import { openDatabase } from "./database";

/**
 * Opens the database, sees that the key fits it, and fills it where it is new.
 * @param onLost called when the private database died and could not be brought back
 * @returns the complete environment, which is this process's from then on
 * @throws PlainError with what to do, where one of these can't be done
 */
export async function readyDatabase(
  given: Environment,
  things: Closing,
  onLost: (reason: unknown) => void,
): Promise<Environment> {
  surviveLostConnections();
  const { environment, url, home } = await things.open(
    () => openDatabase(given, onLost),
    (database) => database.release(),
  );
  if (home !== undefined && home !== environment.dataFolder)
    console.log(`The database is in ${home}, since PostgreSQL can't reach ${environment.dataFolder}.`);
  await recognisePanelKey(url, environment.panelKey);
  setEnvironment(environment);
  // Two first starts at once fill the database once.
  await things.open(() => withLock(url, "seed", seed), closeClient);
  return environment;
}
