import { isAway } from "./retried";

/**
 * A new connection of the database's client first asks for the types it may meet. If the server dies just then, nobody
 * waits for that answer, and Node would end the process for it. The query that needed the connection reports the loss.
 */
export function surviveLostConnections(): void {
  process.on("unhandledRejection", (reason) => {
    if (!isAway(reason)) throw reason;
  });
}
