import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "./tests/support/browser.ts";

// Workers read this file again: what the first reading chose is kept in the environment they inherit.
process.env.SOURCELINE_E2E_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.SOURCELINE_E2E_DATA_DIR ??= join(tmpdir(), `sourceline-e2e-${randomUUID()}`);

const address = `http://127.0.0.1:${process.env.SOURCELINE_E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // The journeys share one installation, as people do; two at a time is what two cores carry.
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    baseURL: address,
    // A press that finds nothing is told where it happened, not by the whole journey's end.
    actionTimeout: 20_000,
    trace: "retain-on-failure",
    launchOptions: { executablePath: findBrowser() ?? undefined, args: BROWSER_FLAGS },
  },
  webServer: {
    // What a person reads at the start, the first owner's link among it, is where the journeys can read it too.
    command: `node scripts/start.mjs > "${process.env.SOURCELINE_E2E_DATA_DIR}.log"`,
    url: `${address}/healthz`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
    stdout: "ignore",
    stderr: "pipe",
    env: {
      HOST: "127.0.0.1",
      PORT: process.env.SOURCELINE_E2E_PORT ?? "",
      SOURCELINE_DATA_DIR: process.env.SOURCELINE_E2E_DATA_DIR ?? "",
      SOURCELINE_URL: address,
      SOURCELINE_SAMPLE: "on",
      DATABASE_URL: "",
      DIRECT_DATABASE_URL: "",
      LOG_LEVEL: "warn",
    },
  },
});
