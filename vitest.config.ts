import path from "node:path";
import { defineConfig } from "vitest/config";
import { isAway } from "./db/retried";

const alias = { "@": path.resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    /**
     * The driver rejects the end of a killed transaction, and what a new connection asks for itself, where nobody can
     * wait for it; db/lost-connection survives both.
     */
    onUnhandledError(error): boolean | undefined {
      const { query } = error as { readonly query?: unknown };
      if (query === "commit" || query === "rollback" || isAway(error)) return false;
    },
    projects: [
      {
        resolve: { alias },
        test: {
          name: "delphi",
          include: ["tests/delphi/**/*.test.ts"],
          setupFiles: ["tests/quiet.ts"],
          testTimeout: 300_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          setupFiles: ["tests/quiet.ts"],
          globalSetup: ["tests/db/cluster.ts"],
          // Far more than anything takes: these end what hangs, on a machine that does ten other things too.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "trust",
          include: ["tests/trust/**/*.test.ts"],
          exclude: ["tests/trust/**/*.app.test.ts"],
          setupFiles: ["tests/quiet.ts"],
          globalSetup: ["tests/db/cluster.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Against the built app as `npm start` runs it; each file starts its own (tests/e2e/app.ts).
        resolve: { alias },
        test: {
          name: "trust-app",
          include: ["tests/trust/**/*.app.test.ts"],
          setupFiles: ["tests/quiet.ts"],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        resolve: { alias },
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], testTimeout: 300_000 },
      },
    ],
  },
});
