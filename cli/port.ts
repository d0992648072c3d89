import { createServer } from "node:net";
import { errorCode, PlainError } from "@/db/plain-error";

/**
 * Refuses a port that another program has, before anything is started.
 * @param hosts the addresses the pages will listen on
 * @throws PlainError with what to do
 */
export async function requireFreePort(port: number, hosts: readonly string[]): Promise<void> {
  for (const host of hosts) {
    const code = await listenOnce(port, host);
    if (code === "EADDRINUSE")
      throw new PlainError(
        `Port ${port} is in use: stop the program that uses it, or choose another one, as in PORT=${port + 1} npm start.`,
      );
    if (code === "EACCES")
      throw new PlainError(
        `Port ${port} is for the system only: choose another one, as in PORT=3000 npm start.`,
      );
  }
}

/** The code of the refusal, if there is one. A machine without IPv6 refuses an address that nobody can take. */
function listenOnce(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(errorCode(error)));
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
