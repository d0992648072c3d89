/** Before the first request: what is believed of its sender, and when the pages end. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchArrivals } = await import("./app/_server/arrivals");
  const { environment } = await import("./db/environment");
  watchArrivals(environment());
  // With the launcher that started them, also when it is killed and can't tell them.
  process.once("disconnect", () => process.exit(0));
  const { surviveLostConnections } = await import("./db/lost-connection");
  surviveLostConnections();
}
