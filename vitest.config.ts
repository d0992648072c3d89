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
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          setupFiles: ["tests/quiet.ts"],
          globalSetup: ["tests/db/cluster.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
          testTimeout: 120_000,
          hookTimeout: 120_000,
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
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: { alias },
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], testTimeout: 60_000 },
      },
    ],
  },
});
