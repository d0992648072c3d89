/** The pages end with the launcher that started them, also when it is killed and can't tell them. */
export function register(): void {
  if (process.env.NEXT_RUNTIME === "nodejs") process.once("disconnect", () => process.exit(0));
}
