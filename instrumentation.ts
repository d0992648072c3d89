/** What has to be there before the first request; Next also compiles this file for a runtime that we don't use. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./app/_server/beginning")).begin();
}
