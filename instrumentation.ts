/** Before the first request: what is believed of its sender, and when the pages end. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // With the launcher that started them, also when it is killed and can't tell them, or was before they looked.
  process.once("disconnect", () => process.exit(0));
  if (process.send && !process.connected) process.exit(0);
  const { handedEnvironment } = await import("./db/handed-environment");
  await handedEnvironment();
  const { watchArrivals } = await import("./app/_server/arrivals");
  const { environment } = await import("./db/environment");
  watchArrivals(environment());
  const { surviveLostConnections } = await import("./db/lost-connection");
  surviveLostConnections();
}
