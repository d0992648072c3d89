import { defineConfig } from "@playwright/test";

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1280, height: 900 } };

/** The app and the browser are found and started by run.ts, which hands their places over. */
export default defineConfig({
  testDir: "..",
  testMatch: ["e2e/**/*.spec.ts", "trust/**/*.spec.ts"],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Far more than anything takes: these end what hangs, on a machine that does ten other things too.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json", { outputFile: "../../test-results/e2e.json" }]],
  outputDir: "../../test-results/e2e",
  use: {
    baseURL: process.env.E2E_DEMO_URL,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM,
      env: {
        ...process.env,
        ...(process.env.E2E_LIBRARIES && { LD_LIBRARY_PATH: process.env.E2E_LIBRARIES }),
      },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", use: desktop, testIgnore: "**/*.phone.spec.ts" },
    { name: "phone", use: phone, testMatch: ["**/pages.spec.ts", "**/*.phone.spec.ts"] },
  ],
});
