import { handedEnvironment } from "@/db/handed-environment";

/** Before the first request: what is believed of its sender, and when the pages end. */
export async function begin(): Promise<void> {
  // With the launcher that started them, also when it is killed and can't tell them, or was before they looked.
  process.once("disconnect", () => process.exit(0));
  if (process.send && !process.connected) process.exit(0);
  await handedEnvironment();
  const { watchArrivals } = await import("./arrivals");
  const { environment } = await import("@/db/environment");
  watchArrivals(environment());
  const { surviveLostConnections } = await import("@/db/lost-connection");
  surviveLostConnections();
}
