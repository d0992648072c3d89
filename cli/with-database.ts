import { closeClient } from "@/db/client";
import { type Environment, readEnvironment, setEnvironment } from "@/db/environment";
import { recognisePanelKey } from "@/db/panel-key";
import { complain } from "./complain";
import { openDatabase } from "./database";
import { onSignal } from "./signal";

/**
 * Runs a command on the same database as `npm start`, whether that runs at the moment or not.
 * Inside, `sql()`, `db()` and `environment()` are ready. An error ends the command with a sentence and exit code 1.
 */
export async function withDatabase(command: (environment: Environment) => Promise<void>): Promise<void> {
  try {
    const database = await openDatabase(readEnvironment(process.env));
    const close = async () => {
      await closeClient();
      await database.release();
    };
    const forget = onSignal(close, 130);
    setEnvironment(database.environment);
    try {
      await recognisePanelKey(database.url, database.environment.panelKey);
      await command(database.environment);
    } finally {
      forget();
      await close();
    }
  } catch (error) {
    complain(error);
  }
}
