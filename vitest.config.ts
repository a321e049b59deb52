import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { BROWSER_FLAGS, findBrowser } from "./tests/support/browser.ts";

const DATABASE = "**/*.db.test.ts";
const BROWSER = "**/*.browser.test.{ts,tsx}";
const NEVER = ["node_modules/**", ".next/**", ".next-*/**", ".data/**", "tests/e2e/**"];

const EVERYTHING = { branches: 100, functions: 100, lines: 100, statements: 100 };

const executablePath = findBrowser() ?? undefined;

export default defineConfig({
  test: {
    // Asked for by the core tier of `npm test`: the domain and the policy are covered by it alone, to the last branch.
    coverage: {
      provider: "v8",
      include: ["lib/core/**/*.ts", "lib/authz/**/*.ts"],
      exclude: ["**/*.test.ts", "**/*.cases.ts"],
      reporter: [["text", { skipFull: true }], "text-summary"],
      thresholds: { "lib/core/**": EVERYTHING, "lib/authz/**": EVERYTHING },
    },
    projects: [
      {
        test: {
          name: "core",
          environment: "node",
          testTimeout: 20_000,
          include: [
            "lib/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "scripts/**/*.test.ts",
            "prisma/**/*.test.ts",
            "tests/support/**/*.test.ts",
          ],
          exclude: [...NEVER, DATABASE, BROWSER],
        },
      },
      {
        test: {
          name: "db",
          environment: "node",
          include: [DATABASE],
          exclude: NEVER,
          globalSetup: "tests/support/database-setup.ts",
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The classic runtime would need React in scope in every component file.
        oxc: { jsx: { runtime: "automatic" } },
        test: {
          name: "browser",
          include: [BROWSER],
          exclude: NEVER,
          testTimeout: 20_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath, args: BROWSER_FLAGS } }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
