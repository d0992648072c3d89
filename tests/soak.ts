import { spawn } from "node:child_process";

/**
 * `npm run test:soak`: the promises of durability at full length. SOAK_KILLS (30) kills of the app, and as many of
 * the database; SOAK_MINUTES (10) of load; SOAK_ROUNDS (200) closes against submits; SOAK_GUESSES (100,000) guessed
 * links; SOAK_HOSTILITY (20) times the hostile requests. Run it on a machine that does nothing else.
 */
const files = ["acknowledged-means-stored", "load", "close-against-submit", "backup-and-restore", "web.app"];
const child = spawn(
  "npx",
  ["vitest", "run", "--project", "trust", "--project", "trust-app", "--no-file-parallelism", ...files],
  { stdio: "inherit", env: { ...process.env, SOAK: "1" } },
);
child.once("exit", (code) => {
  process.exitCode = code ?? 1;
});
